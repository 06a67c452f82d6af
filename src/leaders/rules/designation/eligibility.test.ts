import { describe, expect, it } from 'vitest';
import type { InspectionOutcome } from '../../../schools/rules/facts.ts';
import type { InspectionRecord } from '../../../schools/rules/inspections/inspection-record.ts';
import { type EligibilityFacts, eligibilityOf } from './eligibility.ts';
import type { SeenAsHead } from './in-post.ts';
import type { EligibilityRule } from './rule-set.ts';

const source = { importId: 1, line: 2 };

const head = (last: string, firstSeen: string, notBefore: string | null): SeenAsHead => ({
  person: { first: 'Ann', last, sex: null, formerly: null },
  firstSeen,
  lastSeen: '2022-07-06',
  began: notBefore === null ? null : { notBefore, notAfter: firstSeen, class: 'certain', reason: '' },
  ended: null,
  sources: [source],
});

const graded = (inspectedOn: string, outcome: InspectionOutcome, leadership?: string): InspectionRecord => ({
  kind: 'graded',
  scheme: 'overall grade',
  outcome,
  inspectedOn,
  publishedOn: null,
  number: null,
  type: null,
  categoryOfConcern: null,
  safeguarding: null,
  listedUnder: null,
  judgements:
    leadership === undefined
      ? []
      : [{ area: 'Effectiveness of leadership and management', grade: leadership, gradedOn: null }],
  source,
});

const facts: EligibilityFacts = {
  applicant: 'Ann Day',
  record: null,
  heads: [],
  inspections: [],
  answers: {},
  today: '2022-09-01',
};

const common = { key: 'k', label: 'L', source: 's' };
const headship: EligibilityRule = { ...common, by: 'headship', years: 3 };
const leadership: EligibilityRule = { ...common, by: 'leadership', grades: ['Good', 'Outstanding'] };
const turnaround: EligibilityRule = {
  ...common,
  by: 'turnaround',
  turns: [
    { from: ['Requires improvement'], to: ['Outstanding'] },
    { from: ['Inadequate', 'Special measures'], to: ['Good', 'Outstanding'] },
  ],
  monthsInPost: 12,
};
const noDecline: EligibilityRule = {
  ...common,
  by: 'no decline',
  outcomes: ['Requires improvement', 'Inadequate'],
  exceptFirstMonths: 12,
};

const found = (rule: EligibilityRule, change: Partial<EligibilityFacts>) =>
  eligibilityOf([rule], { ...facts, ...change })[0]!;
const verdict = (rule: EligibilityRule, change: Partial<EligibilityFacts>) => found(rule, change).verdict;

describe('three years as head', () => {
  it('are met when the register names the applicant long enough, with source and day', () => {
    expect(found(headship, { heads: [head('Day', '2019-07-06', null)] })).toMatchObject({
      verdict: 'met',
      asAt: '2022-07-06',
      source,
    });
  });

  it('are not met when the post began too lately, and not told when extracts leave it open', () => {
    expect(verdict(headship, { heads: [head('Day', '2021-01-01', '2020-01-01')] })).toBe('not met');
    expect(verdict(headship, { heads: [head('Day', '2020-01-01', '2018-01-01')] })).toBe('cannot be told');
    expect(verdict(headship, { heads: [head('Day', '2021-01-01', null)] })).toBe('cannot be told');
  });

  it('are not taken from a head of another name', () => {
    const other = found(headship, { heads: [head('Night', '2010-01-01', null)] });
    expect(other.verdict).toBe('cannot be told');
    expect(other.sentence).toContain('Ann Night');
  });
});

describe('leadership when inspected', () => {
  const heads = [head('Day', '2015-01-01', null)];

  it('reads the judgement given while the applicant was head', () => {
    expect(verdict(leadership, { heads, inspections: [graded('2018-01-01', 'Good', 'Good')] })).toBe('met');
    const low = [graded('2018-01-01', 'Good', 'Requires improvement')];
    expect(verdict(leadership, { heads, inspections: low })).toBe('not met');
  });

  it('cannot be told of an inspection before, nor from a grade of another scheme', () => {
    expect(verdict(leadership, { heads, inspections: [graded('2014-01-01', 'Good', 'Good')] })).toBe('cannot be told');
    const card = { ...graded('2018-01-01', 'Good', 'Strong standard') };
    expect(verdict(leadership, { heads, inspections: [card] })).toBe('cannot be told');
  });
});

const fall = (day: string) => [graded(day, 'Requires improvement'), graded('2013-06-01', 'Good')];

describe('a turnaround', () => {
  const heads = [head('Day', '2015-01-01', null)];

  it('is a rise of a line after a year in post', () => {
    const rise = [graded('2018-01-01', 'Good'), graded('2014-06-01', 'Inadequate')];
    expect(verdict(turnaround, { heads, inspections: rise })).toBe('met');
    const soon = [graded('2015-06-01', 'Good'), graded('2014-06-01', 'Inadequate')];
    expect(verdict(turnaround, { heads, inspections: soon })).toBe('cannot be told');
    const small = [graded('2018-01-01', 'Good'), graded('2014-06-01', 'Requires improvement')];
    expect(verdict(turnaround, { heads, inspections: small })).toBe('cannot be told');
  });

  it('is not undone in silence: a fall in post is not met, in the first year it does not count', () => {
    expect(verdict(noDecline, { heads, inspections: fall('2018-01-01') })).toBe('not met');
    expect(verdict(noDecline, { heads, inspections: fall('2015-06-01') })).toBe('met');
    expect(verdict(noDecline, {})).toBe('cannot be told');
  });
});

it('leaves to a person what nobody publishes, with what the applicant says', () => {
  const rule: EligibilityRule = { ...common, by: 'person', answer: 'stays' };
  expect(found(rule, { answers: { stays: 'yes' } })).toMatchObject({ verdict: 'cannot be told', source: null });
  expect(found(rule, { answers: { stays: 'yes' } }).sentence).toContain('“yes”');
});

it('reads the record of the school as it was judged for England', () => {
  const rule: EligibilityRule = { ...common, by: 'school record', rule: 'grade' };
  const check = { rule: 'grade', verdict: 'not known', sentence: 'Why.', value: null, source } as const;
  expect(found(rule, { record: { asAt: '2022-07-06', checks: [check] } })).toMatchObject({
    verdict: 'cannot be told',
    sentence: 'Why.',
  });
  expect(verdict(rule, {})).toBe('cannot be told');
});
