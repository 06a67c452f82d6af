import type { SchoolNeed } from '../need/queries.ts';
import { countByCategory, raisedOf } from '../need/rules/area-needs.ts';
import type { IndicatorResult } from '../need/rules/assessment.ts';
import { daysFor } from '../need/rules/category.ts';
import { decisionWords } from '../need/rules/decision.ts';
import type { NeedPolicy } from '../need/rules/need-policy.ts';
import { shortReason } from '../need/rules/short-reason.ts';
import { NEWEST_RESULTS } from '../opendata/rules/newest-results.ts';
import { Footnotes } from './footnotes.ts';
import { sourcesOf } from './need-answer.ts';
import { type Style, styled } from './style.ts';
import { paragraph, textTable } from './table.ts';

const A_PERSON_DECIDES = 'A person decides; this is a proposal from published data.';

/** A school's need for people, at most 100 columns wide: each indicator with its sentence and the numbers of its sources. */
export function schoolNeedText(
  need: SchoolNeed,
  policy: NeedPolicy,
  files: ConstructorParameters<typeof Footnotes>[0],
  { colour }: { colour: boolean },
): string {
  const bold = styled(colour);
  const notes = new Footnotes(files);
  const label = policy.categories.find(({ code }) => code === need.category)?.label.toLowerCase() ?? '';
  const days = daysFor(policy, need.category);
  const parts = [
    paragraph(bold(`${need.name} (${need.urn}), ${need.laName}, ${need.phase.toLowerCase()}`)),
    paragraph(`Category ${need.category}, ${label}: ${days} days of support a year under the policy.`),
    paragraph(need.because),
    need.decision !== null && need.category === need.computed
      ? paragraph(`Category ${need.category}: ${decisionWords(need.decision, need.computed)}.`)
      : '',
    group('What calls for help', raisedOf(need), bold, notes),
    group('What was not known', inState(need, 'missing'), bold, notes),
    group('What was looked at and is not raised', inState(need, 'clear'), bold, notes),
    sourcesText(notes, bold),
    closing(need.asAt, policy),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** The schools of an area in the order of help for people, at most 100 columns wide. */
export function areaNeedText(
  area: { name: string },
  needs: readonly SchoolNeed[],
  policy: NeedPolicy,
  { colour }: { colour: boolean },
): string {
  const bold = styled(colour);
  const counts = countByCategory(needs);
  const counted = policy.categories
    .toReversed()
    .map(({ code, label }) => `${code} (${label.toLowerCase()}) ${counts[code]}`)
    .join(', ');
  const table = textTable(
    [
      { heading: 'Cat', value: (need) => need.category },
      { heading: 'Points', value: (need) => String(need.points), align: 'right' },
      { heading: 'School', value: (need) => `${need.name} (${need.urn})`, most: 36 },
      { heading: 'Why', value: whyText, fills: true },
    ],
    needs,
  );
  return [
    paragraph(bold(`${area.name}: which schools need help first`)),
    paragraph(`${needs.length} schools: ${counted}.`),
    table,
    closing(needs[0]?.asAt ?? '', policy),
  ].join('\n\n');
}

function whyText(need: SchoolNeed): string {
  const raised = raisedOf(need).map((result) => `${shortReason(result)} (${result.points})`);
  const unknown = `${need.missing.length} of ${need.indicators.length} not known`;
  const said = need.decision === null ? [] : [decisionWords(need.decision, need.computed)];
  return [...said, ...raised, ...(need.missing.length > 0 ? [unknown] : [])].join('; ');
}

function inState(need: SchoolNeed, state: IndicatorResult['state']): IndicatorResult[] {
  return need.indicators.filter((result) => result.state === state);
}

function group(title: string, results: readonly IndicatorResult[], bold: Style, notes: Footnotes): string {
  if (results.length === 0) return '';
  const scored = results.some(({ points }) => points > 0);
  const table = textTable(
    [
      ...(scored
        ? [{ heading: 'Points', value: (row: IndicatorResult) => String(row.points), align: 'right' as const }]
        : []),
      { heading: 'Indicator', value: (row) => row.label, most: 24 },
      {
        heading: 'In words',
        value: (row) => [row.sentence, notes.mark(sourcesOf(row))].filter(Boolean).join(' '),
        fills: true,
      },
    ],
    results,
  );
  return `${bold(title)}\n${table}`;
}

function sourcesText(notes: Footnotes, bold: Style): string {
  const list = notes.list();
  return list === '' ? '' : `${bold('Sources')}\n${list}`;
}

function closing(asAt: string, policy: NeedPolicy): string {
  return [
    paragraph(A_PERSON_DECIDES),
    paragraph(`Published data as at ${asAt}. Policy: ${policy.title} (policies/need/${policy.id}.json).`),
    paragraph(NEWEST_RESULTS),
  ].join('\n');
}
