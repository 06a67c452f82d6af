import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessing, policy } from '../../../test/factories/assessing.ts';
import { inspected, ks2Progress, schoolWith } from '../../../test/factories/school-facts.ts';
import type { SchoolFacts } from '../../schools/rules/facts.ts';
import { assess } from './assess.ts';
import { type IndicatorResult, packed, unpacked } from './assessment.ts';
import { measuresRead } from './measures-read.ts';

const figures = {
  'ks2_rwm_expected:2017': 31,
  'ks2_pupils:2017': 62,
  ...ks2Progress(2017, -2.7, -1.4, -3.2),
  ...ks2Progress(2018, -3.1, -3.2, -1.6),
  'roll:2018': 492,
  'roll:2021': 440,
  'fsm6_percent:2021': 42.4,
  'persistent_absence:2018': 9.5,
  'income:2016': 2_900_000,
  'in_year_balance:2016': -327_440,
};
const known = schoolWith(figures, { inspections: [inspected('2018-07-04', 'Requires improvement')], idaciDecile: 6 });

/** What storage keeps to the last digit. */
function exact({
  code,
  label,
  state,
  sentence,
  points,
  level,
  value,
  year,
  threshold,
  source,
  measures,
}: IndicatorResult) {
  return { code, label, state, sentence, points, level, value, year, threshold, source, measures };
}

function codes(change: Partial<SchoolFacts>) {
  return assess(schoolWith({}, change), assessing).indicators.map(({ code }) => code);
}

function raisedOf(school: SchoolFacts) {
  return assess(school, assessing)
    .indicators.filter(({ state }) => state === 'raised')
    .map(({ code }) => code);
}

describe('an assessment', () => {
  it('adds up the points of what is raised, and lists what was missing', () => {
    const assessment = assess(known, assessing);
    const raised = assessment.indicators.filter(({ state }) => state === 'raised');
    expect(raised.map(({ code, points }) => [code, points])).toEqual([
      ['attainment', 5],
      ['progress', 8],
      ['inspection', 20],
      ['falling_roll', 2],
      ['finance', 2],
    ]);
    expect(assessment).toMatchObject({ category: 'C', points: 37, policyId: 'england-2022', asAt: '2022-07-06' });
    expect(assessment.missing).toEqual(['coasting', 'trend', 'new_head']);
  });

  it('judges a middle school deemed secondary on key stage 2, and a secondary school on key stage 4', () => {
    expect(codes({ phase: 'Middle deemed secondary', phaseGroup: 'secondary' })).toContain('attainment');
    expect(codes({ phase: 'Secondary', phaseGroup: 'secondary' })).not.toContain('attainment');
  });

  it('reads no figure that is not asked of the database', () => {
    const wanted = new Set(measuresRead(policy, assessing.standards).map(([measure, year]) => `${measure}:${year}`));
    const asked: string[] = [];
    const watched = (change: Partial<SchoolFacts>): SchoolFacts => {
      const facts = new Map(known.facts);
      const get = facts.get.bind(facts);
      facts.get = (key) => {
        asked.push(key);
        return get(key);
      };
      return { ...known, ...change, facts };
    };
    assess(watched({}), assessing);
    assess(watched({ phase: 'Secondary', phaseGroup: 'secondary' }), assessing);
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter((key) => !wanted.has(key))).toEqual([]);
  });

  it('comes back from storage as it went in', () => {
    const { indicators } = assess(known, assessing);
    const back = unpacked(JSON.parse(JSON.stringify(indicators.map(packed))), policy);
    expect(back.map(exact)).toEqual(indicators.map(exact));
    expect(back[1]!.probability).toBeCloseTo(indicators[1]!.probability!, 4);
  });
});

describe('what is missing', () => {
  const keys = [...known.facts.keys()];

  it('never scores: taking figures away never makes an indicator raised that was not', () => {
    fc.assert(
      fc.property(fc.subarray(keys), fc.constantFrom('SUPP', 'NA', 'gone' as const), (taken, how) => {
        const facts = new Map(known.facts);
        for (const key of taken) {
          const fact = facts.get(key)!;
          if (how === 'gone') facts.delete(key);
          else facts.set(key, { ...fact, value: null, missing: how });
        }
        const { indicators } = assess({ ...known, facts }, assessing);
        const missing = indicators.filter(({ state }) => state === 'missing');
        expect(missing.every(({ points }) => points === 0)).toBe(true);
        const raised = indicators.filter(({ state }) => state === 'raised');
        expect(raisedOf(known)).toEqual(expect.arrayContaining(raised.map(({ code }) => code)));
      }),
    );
  });

  it('of everything leaves nothing raised and no points', () => {
    const assessment = assess(schoolWith(), assessing);
    expect(assessment).toMatchObject({ category: 'A', points: 0 });
    expect(assessment.indicators.every(({ state }) => state === 'missing')).toBe(true);
  });
});
