import { describe, expect, it } from 'vitest';
import { overallGrade, reportCard, ungraded } from '../../../test/factories/inspections.ts';
import { schoolRecord } from '../../../test/factories/school-record.ts';
import { policiesOf } from '../../policies.ts';
import { renderPage } from '../../web/render.tsx';
import type { InspectionRecord } from '../rules/inspections/inspection-record.ts';
import { reportCardCategory } from '../rules/inspections/report-card-category.ts';
import { type NationalFrame, NOT_INSPECTED } from '../rules/national-frame.ts';
import { inspectionSchemeKind } from '../schema/inspection-scheme.ts';
import { Inspections } from './inspections.tsx';
import { LastInspection } from './last-inspection.tsx';

const frame: NationalFrame = {
  asAt: '2022-07-06',
  areas: [],
  average: () => undefined,
  newestYear: () => null,
  deprivation: () => undefined,
  inspected: () => NOT_INSPECTED,
  files: new Map(),
};
const schemes = policiesOf(inspectionSchemeKind).toReversed();
const policy = schemes.find(({ scheme }) => scheme === 'report card')!;

const judgements = policy.areas.map(({ name }) => ({ area: name, grade: 'Strong standard', gradedOn: '2026-01-13' }));
const told = { judgements, safeguarding: 'Met', categoryOfConcern: 'none' };
const card = reportCard('2026-01-13', { ...told, check: reportCardCategory(told, policy) });

function recordOf(inspections: InspectionRecord[]) {
  const used = schemes.filter(({ scheme }) => inspections.some((one) => one.scheme === scheme));
  return { ...schoolRecord(), inspections, schemes: used };
}

function wordsOf(html: string): string {
  return html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
}

const pageOf = (inspections: InspectionRecord[]) =>
  wordsOf(renderPage(<Inspections of={recordOf(inspections)} frame={frame} />));

describe('the inspections of a school', () => {
  const words = pageOf([card, ungraded('2021-10-20', 'School remains Good'), overallGrade('2019-05-02', 'Good')]);

  it('stand each under the heading of its scheme, with the scale of that scheme', () => {
    expect(words).toMatch(
      /Report cards.* weakest first: Urgent improvement, Needs attention, Expected standard, .*Overall grades .* weakest first: Inadequate/,
    );
    expect(words).toMatch(/Ungraded and monitoring inspections .* Ungraded School remains Good/);
  });

  it('give a report card as areas with grades in words, its category, and what the table says', () => {
    expect(words).toContain('Area Grade Inclusion Strong standard Curriculum and teaching Strong standard');
    expect(words).toContain('Safeguarding Met Category of concern, as published None');
    expect(words).toContain('no area is graded urgent improvement and safeguarding is met. The published category');
    expect(words).toContain('No monitoring follows');
  });

  it('say which came after the day of the register, and that they do not count', () => {
    expect(words).toContain('13 January 2026 after the register’s day');
    expect(words).toContain('Inspections after 6 July 2022, the day of the register, do not count');
    expect(pageOf([overallGrade('2019-05-02', 'Good')])).not.toContain('do not count');
  });

  it('link each to its line', () => {
    const html = renderPage(<Inspections of={recordOf([card])} frame={frame} />);
    expect(html).toContain('href="/sources/2?line=7"');
  });
});

describe('the last graded inspection', () => {
  it('is that of the register’s day, with a newer one beside it in its own words', () => {
    const record = recordOf([card, overallGrade('2019-05-02', 'Good')]);
    const words = wordsOf(renderPage(<LastInspection school={record} />));
    expect(words).toMatch(/Good, 2 May 2019.* Since 6 July 2022: Report card, no overall grade, 13 January 2026/);
    expect(words).toContain('Inclusion: Strong standard; Curriculum and teaching');
  });
});
