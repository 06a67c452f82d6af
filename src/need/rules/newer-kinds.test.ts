import { describe, expect, it } from 'vitest';
import { evenCountry } from '../../../test/factories/assessing.ts';
import { inspected, inspectedWithout, schoolWith } from '../../../test/factories/school-facts.ts';
import { policyById } from '../../policies.ts';
import type { SchoolFacts } from '../../schools/rules/facts.ts';
import { minimumStandardsKind, needPolicyKind } from '../schema.ts';
import { assess } from './assess.ts';

const policy = policyById(needPolicyKind, 'england-2022-07');
const standards = policyById(minimumStandardsKind, policy.minimumStandards);
const at = { policy, standards, reference: evenCountry, asAt: '2022-07-06' };
const of = (school: SchoolFacts, code: string) => assess(school, at).indicators.find((one) => one.code === code);

const absence = (before: number, now: number) =>
  of(schoolWith({ 'overall_absence:2017': before, 'overall_absence:2018': now }), 'absence_rise');

const judged = (grades: Record<string, string>, categoryOfConcern: string | null = 'none') =>
  schoolWith(
    {},
    {
      inspections: [
        {
          ...inspectedWithout('2022-05-01', 'judgements only'),
          judgements: Object.entries(grades).map(([area, grade]) => ({ area, grade })),
          categoryOfConcern,
        },
        inspected('2017-01-01', 'Inadequate'),
      ],
    },
  );

const titled = (headJobTitle: string | null) => of(schoolWith({}, { headName: 'Ms A Elm', headJobTitle }), 'head_post');

describe('absence that rises', () => {
  it('is raised by how much more it rose than in the middle school, where it is higher than there', () => {
    expect(absence(52, 54.5)).toMatchObject({ state: 'raised', level: 'by two in a hundred sessions', points: 3 });
    expect(absence(52, 52.5)?.state).toBe('clear');
    expect(absence(4, 7)?.state).toBe('clear');
    expect(absence(52, 54.5)?.sentence).toBe(
      '54.5% of sessions were missed in 2018-19, 52.0% in 2017-18; the median of primary schools went from 50.0% to 50.0%.',
    );
  });

  it('is missing when either year is', () => {
    expect(of(schoolWith({ 'overall_absence:2018': 9 }), 'absence_rise')?.sentence).toBe(
      'No absence to compare for 2017-18: the published files hold no figure for this school.',
    );
  });
});

describe('a figure beside schools of its phase', () => {
  it('says what is high, and how to read it', () => {
    const many = of(schoolWith({ 'pupil_teacher_ratio:2020': 97 }), 'pupil_teacher_ratio');
    expect(many).toMatchObject({ state: 'raised', points: 1, measures: [] });
    expect(many?.sentence).toMatch(
      /^97\.0 pupils to each teacher in 2020-21: more than in 97% .* no judgement on those who teach\.$/,
    );
  });
});

describe('whom a school serves', () => {
  it('is shown, and never scored however many pupils have additional needs', () => {
    const school = schoolWith({ 'ehc_percent:2021': 99, 'sen_support_percent:2021': 99 });
    expect(of(school, 'inclusion')).toMatchObject({ state: 'clear', points: 0 });
    expect(of(school, 'inclusion')?.sentence).toBe(
      'In 2021-22 99.0% of pupils had an education, health and care plan, more than in 99% of primary schools; 99.0% had SEN support, more than in 99% of primary schools. This is whom the school serves: it scores nothing, high or low.',
    );
  });
});

describe('an inspection of a newer scheme', () => {
  const GOOD = { 'Quality of education': 'Good', 'Effectiveness of leadership and management': 'Good' };

  it('is read in its own words, and asks for its own category', () => {
    const school = judged({ ...GOOD, 'Effectiveness of leadership and management': 'Requires improvement' });
    expect(of(school, 'leadership_judgement')).toMatchObject({ state: 'raised', level: 'requires improvement' });
    expect(of(school, 'leadership_judgement')?.sentence).toBe(
      'Inspected in May 2022. Effectiveness of leadership and management: requires improvement.',
    );
    expect(of(school, 'education_judgement')).toMatchObject({ state: 'clear', points: 0 });
    expect(assess(school, at)).toMatchObject({ category: 'C' });
  });

  it('is not made into an overall grade, and neither does an older one stand in for it', () => {
    expect(of(judged(GOOD), 'inspection')).toMatchObject({ state: 'missing', points: 0 });
    expect(assess(judged(GOOD), at)).toMatchObject({ category: 'A', points: 0 });
  });

  it('is missing where no grade of the area is published, and is not asked of schools inspected otherwise', () => {
    expect(of(judged({ 'Quality of education': 'Good' }), 'leadership_judgement')).toMatchObject({
      state: 'missing',
      sentence:
        'Inspected in May 2022: the published file gives no grade for effectiveness of leadership and management.',
    });
    expect(
      of(schoolWith({}, { inspections: [inspected('2021-01-01', 'Good')] }), 'leadership_judgement'),
    ).toBeUndefined();
    expect(of(judged(GOOD), 'report_card_areas')).toBeUndefined();
  });

  it('tells a category of concern as published', () => {
    expect(of(judged(GOOD, 'SM'), 'category_of_concern')).toMatchObject({ state: 'raised', level: 'special measures' });
    expect(assess(judged(GOOD, 'SM'), at).category).toBe('D');
    expect(of(judged(GOOD, null), 'category_of_concern')).toMatchObject({ state: 'missing', points: 0 });
    expect(of(judged(GOOD, 'XYZ'), 'category_of_concern')?.sentence).toContain('published as “XYZ”');
  });

  it('counts the lowest area of a report card', () => {
    const judgements = [
      { area: 'Inclusion', grade: 'Strong standard' },
      { area: 'Achievement', grade: 'Needs attention' },
      { area: 'Leadership and governance', grade: 'Expected standard' },
    ];
    const school = schoolWith({}, { inspections: [{ ...inspectedWithout('2022-05-01', 'report card'), judgements }] });
    expect(of(school, 'report_card_areas')).toMatchObject({
      level: 'needs attention',
      sentence: 'Inspected in May 2022. Achievement: needs attention.',
    });
    expect(of(school, 'report_card_leadership')?.sentence).toBe(
      'Inspected in May 2022: leadership and governance: expected standard.',
    );
  });
});

describe('the head’s post', () => {
  it('is told by titles of the register, and of the person nothing', () => {
    expect(titled('Acting Headteacher')).toMatchObject({ state: 'raised', level: 'acting or interim', points: 3 });
    expect(titled('Headteacher (Interim)')?.sentence).toBe(
      'The register shows an interim head. It is not told since when, and titles are sometimes left as they were.',
    );
    expect(titled('Headteacher')).toMatchObject({ state: 'clear', points: 0 });
    expect(titled(null)).toMatchObject({ state: 'missing', points: 0 });
    expect(JSON.stringify(titled('Acting Headteacher'))).not.toContain('Elm');
  });

  it('is vacant by extracts that name nobody', () => {
    const stretch = {
      notBefore: '2021-09-30',
      notAfter: '2021-12-31',
      head: 'vacant' as const,
      class: 'certain' as const,
      first: null,
      inheritedFrom: null,
      sources: [],
    };
    const school = schoolWith();
    const result = assess(school, { ...at, heads: new Map([[school.urn, [stretch]]]) }).indicators.find(
      ({ code }) => code === 'head_post',
    );
    expect(result).toMatchObject({ state: 'raised', level: 'vacant', points: 8 });
  });
});
