import { describe, expect, it } from 'vitest';
import { policy } from '../../../../test/factories/assessing.ts';
import { ruleOf, withResults } from '../../../../test/factories/eligibility.ts';
import { factsOf, ks2Progress } from '../../../../test/factories/school-facts.ts';
import { policyById } from '../../../policies.ts';
import { minimumStandardsKind } from '../../schema.ts';
import { byResults } from './by-results.ts';
import type { ResultsPart } from './definition.ts';
import type { SchoolWithResults } from './school-with-results.ts';

const at = {
  standards: policyById(minimumStandardsKind, 'minimum-standards'),
  measuring: { policy, reference: { prior: () => null } },
};

function answerOf(id: string, name: ResultsPart['name'], school: SchoolWithResults) {
  const rule = ruleOf(id, 'results');
  const part = rule.parts.find((one) => one.name === name);
  if (part === undefined) throw new Error(`${id} has no part ${name}`);
  return byResults(school, part, rule, at);
}

const primary = (rwm: number, reading: number, writing: number, maths: number, pupils = 30) => ({
  'ks2_pupils:2017': pupils,
  'ks2_rwm_expected:2017': rwm,
  ...ks2Progress(2017, reading, writing, maths),
});
const floor = (school: SchoolWithResults) => answerOf('floor-2018', 'Primary', school);

const secondary = (score: number, low: number, high: number, pupils = 150) =>
  withResults({
    'ks4_progress8:2017': score,
    'ks4_progress8_lower:2017': low,
    'ks4_progress8_upper:2017': high,
    'ks4_pupils:2017': pupils,
  });
const at2018 = (school: SchoolWithResults) => answerOf('floor-2018', 'Secondary', school).state;

const year = (start: number, rwm: number, reading: number) => ({
  [`ks2_pupils:${start}`]: 30,
  [`ks2_rwm_expected:${start}`]: rwm,
  ...ks2Progress(start, reading, 0, 0),
});

const coasting = (figures: object, change: Partial<SchoolWithResults> = {}) =>
  answerOf('coasting-2018', 'Primary', withResults(figures, change));

const in2017 = (figures: object) => answerOf('coasting-2017', 'Primary', withResults(figures));

describe('the primary floor', () => {
  it.each([
    ['at the attainment line', primary(65, -9, -9, -9), 'does not meet'],
    ['under it with progress at every line', primary(64, -5, -7, -5), 'does not meet'],
    ['under it and under the line in reading', primary(64, -5.1, 0, 0), 'meets'],
    ['under it and under the line in writing alone', primary(64, 0, -7.1, 0), 'meets'],
    ['under it and under the line in maths', primary(64, 0, 0, -5.1), 'meets'],
  ] as const)('%s', (_, figures, state) => {
    expect(floor(withResults(figures)).state).toBe(state);
  });

  it('says why, with the figures and the rows they are from', () => {
    const { sentence, figures, sources } = floor(withResults(primary(52, -6, 0, -3)));
    expect(sentence).toBe(
      'Under the minimum standard in 2017-18: 52% reached the expected standard in reading, writing and maths, under 65%; progress in 2017-18 was -6.0 in reading (likely range -8.2 to -3.8), 0.0 in writing (likely range -2.1 to 2.1) and -3.0 in maths (likely range -5.0 to -1.0); enough was -5 in reading, -7 in writing and -5 in maths.',
    );
    expect(figures).toContainEqual({ measure: 'ks2_reading_progress', year: 2017, value: -6 });
    expect(sources).toHaveLength(4);
  });

  it('is met where attainment was enough, though progress is not published', () => {
    expect(floor(withResults({ 'ks2_pupils:2017': 30, 'ks2_rwm_expected:2017': 70 })).state).toBe('does not meet');
  });

  it('cannot be told where a figure is missing, and never takes a reason for a number', () => {
    const part = { 'ks2_pupils:2017': 30, 'ks2_rwm_expected:2017': 40, 'ks2_reading_progress:2017': 'LOWCOV' } as const;
    expect(floor(withResults(part))).toMatchObject({ state: 'cannot be told', wouldMeet: null });
    expect(floor(withResults({ 'ks2_rwm_expected:2017': 'SUPP' }))).toMatchObject({ state: 'cannot be told' });
    expect(floor(withResults({})).reason).toBe('Results of 2017-18 not published, or not held');
  });

  it('leaves out fewer than 11 pupils, and not 11', () => {
    expect(floor(withResults(primary(20, -9, -9, -9, 10)))).toMatchObject({ state: 'left out', wouldMeet: null });
    expect(floor(withResults(primary(20, -9, -9, -9, 11))).state).toBe('meets');
  });

  it('leaves out special schools, also where only what followed tells the kind', () => {
    const special = { typeGroup: 'Special schools', establishmentType: 'Community special school' };
    expect(floor(withResults(primary(2, -9, -9, -9), special)).state).toBe('left out');
    const followed = { ...special, typeOf: { urn: 100_002, name: 'Oak School' } };
    expect(floor(withResults(primary(2, -9, -9, -9), followed)).sentence).toContain('Oak School (URN 100002)');
  });

  it('leaves out a school that had closed by the day, unless a converter carries its results on', () => {
    const closed = { closedOn: '2018-09-12', followedBy: ['Academy sponsor led'] };
    expect(floor(withResults(primary(52, -6, 0, 0), closed))).toMatchObject({ state: 'left out', wouldMeet: true });
    expect(floor(withResults(primary(70, 0, 0, 0), closed))).toMatchObject({ wouldMeet: false });
    expect(floor(withResults(primary(52, -6, 0, 0), { ...closed, closedOn: '2018-09-13' })).state).toBe('meets');
    expect(floor(withResults(primary(52, -6, 0, 0), { ...closed, followedBy: ['Academy converter'] })).state).toBe(
      'meets',
    );
  });

  it('cannot tell a school whose kind nobody knows, and says how its results are', () => {
    const unknown = { typeGroup: null, establishmentType: null };
    expect(floor(withResults(primary(52, -6, 0, 0), unknown))).toMatchObject({
      state: 'cannot be told',
      wouldMeet: true,
    });
  });

  it('judges results under the number before it once, there', () => {
    const before = { urn: 100_900, name: 'Old Elm School', facts: factsOf(primary(52, -6, 0, 0)) };
    const answer = floor(withResults({ 'ks2_rwm_expected:2017': 'BLANK' }, { before }));
    expect(answer).toMatchObject({ state: 'left out', reason: 'Results under the number before it' });
    expect(answer.sentence).toContain('Old Elm School (URN 100900)');
  });
});

describe('the secondary floor', () => {
  it('needs a score below -0.5 with an upper limit below zero', () => {
    expect(at2018(secondary(-0.51, -0.8, -0.22))).toBe('meets');
    expect(at2018(secondary(-0.5, -0.7, -0.3))).toBe('does not meet');
    expect(at2018(secondary(-0.6, -1.2, 0))).toBe('does not meet');
    expect(at2018(secondary(-0.61, -1.21, -0.01))).toBe('meets');
  });

  it('leaves out fewer than 6 pupils, and not 6', () => {
    expect(at2018(secondary(-2, -3, -1, 5))).toBe('left out');
    expect(at2018(secondary(-2, -3, -1, 6))).toBe('meets');
  });

  it('does not apply to technical colleges and studio schools in 2018, and did in 2016', () => {
    const utc = { typeGroup: 'Free Schools', establishmentType: 'University technical college' };
    const figures = {
      'ks4_progress8:2017': -1,
      'ks4_pupils:2017': 90,
      'ks4_progress8:2015': -1,
      'ks4_pupils:2015': 90,
    };
    expect(at2018(withResults(figures, utc))).toBe('left out');
    expect(answerOf('floor-2016', 'Secondary', withResults(figures, utc)).state).toBe('meets');
  });
});

describe('coasting by results', () => {
  const under = { ...year(2015, 60, -3), ...year(2016, 60, -3), ...year(2017, 60, -3) };
  it('needs three years under the line', () => {
    expect(coasting(under).state).toBe('meets');
    expect(coasting({ ...under, ...year(2016, 85, -3) }).state).toBe('does not meet');
    expect(coasting({ ...under, ...year(2015, 60, -2.5) }).state).toBe('does not meet');
  });

  it('cannot be told with a year missing, unless another is clear of it', () => {
    const gap = { ...year(2016, 60, -3), ...year(2017, 60, -3) };
    expect(coasting(gap).state).toBe('cannot be told');
    expect(coasting({ ...gap, ...year(2016, 90, -3) }).state).toBe('does not meet');
  });

  it('counts years before its number for a converter, marked, and not for a sponsored academy', () => {
    const inherited = { urn: 100_900, name: 'Old Elm School', known: true, kind: 'conversion', counts: true } as const;
    const facts = new Map([...factsOf(year(2015, 60, -3))].map(([key, fact]) => [key, { ...fact, inherited }]));
    const own = { ...year(2016, 60, -3), ...year(2017, 60, -3) };
    const academy = { typeGroup: 'Academies', inherited: { facts, inspections: [] } };
    const converter = coasting(own, { ...academy, establishmentType: 'Academy converter' });
    expect(converter).toMatchObject({ state: 'meets', inherited: [{ urn: 100_900, name: 'Old Elm School' }] });
    expect(converter.sentence).toContain('In part inherited from Old Elm School (URN 100900).');
    expect(coasting(own, { ...academy, establishmentType: 'Academy sponsor led' }).state).toBe('cannot be told');
  });

  it('cannot be found where a year was judged by measures that ended, and one clear year is still enough', () => {
    const answer = in2017({ ...year(2015, 60, -3), ...year(2016, 60, -3) });
    expect(answer).toMatchObject({ state: 'cannot be told', reason: 'Asks about 2014-15 by measures that ended' });
    expect(in2017({ ...year(2015, 90, -3), ...year(2016, 60, -3) }).state).toBe('does not meet');
  });
});
