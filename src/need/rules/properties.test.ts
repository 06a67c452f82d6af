import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenCountry } from '../../../test/factories/assessing.ts';
import { randomSchool } from '../../../test/factories/random-school.ts';
import { REAL_AS_AT, realSchools } from '../../../test/factories/real-schools.ts';
import { schoolWith } from '../../../test/factories/school-facts.ts';
import { MEASURES, type MeasureCode } from '../../opendata/rules/measures.ts';
import { policyAsAt, policyById } from '../../policies.ts';
import type { Fact, FactKey, Inspection, SchoolFacts } from '../../schools/rules/facts.ts';
import { minimumStandardsKind, needPolicyKind } from '../schema.ts';
import { assess } from './assess.ts';
import type { Assessing } from './assessing.ts';
import { packed } from './assessment.ts';
import { rank } from './category.ts';
import type { EnteredCode, Entry } from './entry.ts';
import { measuresRead } from './measures-read.ts';
import { nationalReference } from './national-reference.ts';
import type { EnteredIndicator, IndicatorPolicy } from './need-policy.ts';

const policy = policyAsAt(needPolicyKind, REAL_AS_AT);
const standards = policyById(minimumStandardsKind, policy.minimumStandards);
const read = measuresRead(policy, standards);
const at: Assessing = { policy, standards, reference: evenCountry, asAt: REAL_AS_AT };
const real = realSchools(policy.inherited);
const anySchool = fc.oneof(
  { weight: 3, arbitrary: randomSchool(read) },
  { weight: 1, arbitrary: fc.constantFrom(...real) },
);
// The same schools every time, so that a failure is always the code's.
const runs = { seed: 20_220_706, numRuns: 80 };

/** Figures of which less, or more, is worse. Baselines, limits and the other pupils of a gap are not among them. */
const WORSE: Partial<Record<MeasureCode, 'less' | 'more'>> = {
  ks2_rwm_expected: 'less',
  ks2_reading_progress: 'less',
  ks2_writing_progress: 'less',
  ks2_maths_progress: 'less',
  ks4_progress8: 'less',
  ks4_english_maths_4: 'less',
  ks4_stayed: 'less',
  ks4_stayed_disadvantaged: 'less',
  ks2_rwm_expected_disadvantaged: 'less',
  in_year_balance: 'less',
  roll: 'less',
  persistent_absence: 'more',
  overall_absence: 'more',
  pupil_teacher_ratio: 'more',
  fsm6_percent: 'more',
};

function withFact(school: SchoolFacts, key: FactKey, change: Partial<Fact>): SchoolFacts {
  const fact = school.facts.get(key);
  if (fact === undefined) throw new Error(`The school has no ${key}`);
  return { ...school, facts: new Map(school.facts).set(key, { ...fact, ...change }) };
}

/** The newest number of a measure: older ones are also what a trend or a fall begins from. */
function newestOf(school: SchoolFacts, measure: MeasureCode): { key: FactKey; value: number } | null {
  const years = read.filter(([code]) => code === measure).map(([, year]) => year);
  for (const year of years.toSorted((a, b) => b - a)) {
    const value = school.facts.get(`${measure}:${year}`)?.value;
    if (value !== undefined && value !== null) return { key: `${measure}:${year}`, value };
  }
  return null;
}

/** What a change for the worse lowered, in words; empty when nothing. */
function lowered(
  school: SchoolFacts,
  worse: SchoolFacts,
  [before, after]: readonly [Assessing, Assessing] = [at, at],
): string {
  const [one, other] = [assess(school, before), assess(worse, after)];
  if (other.points < one.points) return `points of ${school.urn} from ${one.points} to ${other.points}`;
  if (rank(policy, other.category) >= rank(policy, one.category)) return '';
  return `category of ${school.urn} from ${one.category} to ${other.category}`;
}

function entry(urn: number, code: EnteredCode, level: string): Entry {
  const moment = { on: '2022-05-01', at: '2022-05-02T09:00:00Z' };
  return { id: '1', urn, code, level, evidence: 'A visit', role: 'a broker', ...moment };
}

function nothingOf(phase: 'Primary' | 'Secondary'): SchoolFacts {
  return schoolWith({}, { phase, phaseGroup: phase === 'Primary' ? 'primary' : 'secondary' });
}

function stateOf(school: SchoolFacts, code: string): string | undefined {
  return assess(school, at).indicators.find((one) => one.code === code)?.state;
}

describe('one figure made worse', () => {
  it.each(Object.keys(WORSE) as MeasureCode[])('never lowers points or category: %s', (measure) => {
    let met = 0;
    fc.assert(
      fc.property(anySchool, fc.double({ min: 0.01, max: 1, noNaN: true }), (school, share) => {
        const newest = newestOf(school, measure);
        if (newest === null) return;
        met += 1;
        const most = { percent: 100, count: 300, score: 12, ratio: 30, pounds: 500_000, fte: 30 }[
          MEASURES[measure].unit
        ];
        const by = most * share;
        const changed = WORSE[measure] === 'more' ? newest.value + by : newest.value - by;
        const possible = MEASURES[measure].unit === 'percent' ? Math.min(100, Math.max(0, changed)) : changed;
        const value = measure === 'roll' ? Math.max(0, possible) : possible;
        expect(lowered(school, withFact(school, newest.key, { value }))).toBe('');
      }),
      runs,
    );
    expect(met).toBeGreaterThan(10);
  });

  it('never lowers them either when it is the latest inspection', () => {
    const worse = { Outstanding: 'Good', Good: 'Requires improvement', 'Requires improvement': 'Inadequate' } as const;
    fc.assert(
      fc.property(anySchool, (school) => {
        const [latest, ...rest] = school.inspections;
        if (latest?.scheme !== 'overall grade' || !Object.hasOwn(worse, latest.outcome)) return;
        const outcome = worse[latest.outcome as keyof typeof worse];
        expect(lowered(school, { ...school, inspections: [{ ...latest, outcome }, ...rest] })).toBe('');
      }),
      runs,
    );
  });

  it('nor a grade of an area, in a scheme without overall grades', () => {
    const scales = {
      'judgements only': ['Outstanding', 'Good', 'Requires improvement', 'Inadequate'],
      'report card': ['Exceptional', 'Expected standard', 'Needs attention', 'Urgent improvement'],
    };
    const areas = {
      'judgements only': ['Quality of education', 'Effectiveness of leadership and management'],
      'report card': ['Leadership and governance', 'Inclusion', 'Achievement'],
    };
    fc.assert(
      fc.property(
        anySchool,
        fc.constantFrom('judgements only' as const, 'report card' as const),
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 3 }),
        fc.nat(2),
        (school, scheme, grades, which) => {
          const inspection = (given: readonly number[]): Inspection => ({
            inspectedOn: '2022-06-01',
            scheme,
            outcome: null,
            judgements: areas[scheme].map((area, i) => ({ area, grade: scales[scheme][given[i] ?? 0]! })),
            categoryOfConcern: 'none',
            source: { importId: 2, line: 9 },
          });
          const judged = (given: readonly number[]) => ({ ...school, inspections: [inspection(given)] });
          const lower = grades.map((grade, i) => (i === which ? Math.min(3, grade + 1) : grade));
          expect(lowered(judged(grades), judged(lower))).toBe('');
        },
      ),
      runs,
    );
  });

  it('nor an answer that people enter', () => {
    const asked = policy.indicators.filter((one): one is EnteredIndicator => 'question' in one);
    fc.assert(
      fc.property(anySchool, fc.constantFrom(...asked), fc.nat(5), (school, indicator, milder) => {
        const levels = [indicator.clearLevel, ...indicator.steps.map(({ level }) => level)];
        const from = milder % (levels.length - 1);
        const given = (level: string) => ({
          ...at,
          entries: new Map([[school.urn, [entry(school.urn, indicator.code, level)]]]),
        });
        expect(lowered(school, school, [given(levels[from]!), given(levels[from + 1]!)])).toBe('');
      }),
      runs,
    );
  });
});

describe('what is missing', () => {
  it('is never good or bad: of a school of which nothing is held every indicator is missing and scores nothing', () => {
    for (const phase of ['Primary', 'Secondary'] as const) {
      const { indicators, points, missing } = assess(nothingOf(phase), { ...at, entries: new Map() });
      expect(indicators.map(({ code, state, points: scored }) => ({ code, state, scored }))).toEqual(
        indicators.map(({ code }) => ({ code, state: 'missing', scored: 0 })),
      );
      expect(missing).toHaveLength(indicators.length);
      expect(points).toBe(0);
    }
  });

  it('scores as if the policy did not have the indicator', () => {
    fc.assert(
      fc.property(anySchool, (school) => {
        const whole = assess(school, at);
        for (const code of new Set(whole.missing)) {
          const indicators = policy.indicators.filter(
            (one: IndicatorPolicy) =>
              one.code !== code || whole.indicators.some((r) => r.code === code && r.label !== one.label),
          );
          const without = assess(school, { ...at, policy: { ...policy, indicators } });
          expect([without.points, without.category]).toEqual([whole.points, whole.category]);
        }
      }),
      { ...runs, numRuns: 40 },
    );
  });

  it('is not a figure of nought', () => {
    const held = new Set(read.map(([measure]) => measure));
    expect(held.has('persistent_absence')).toBe(true);
    expect(stateOf(schoolWith({ 'persistent_absence:2018': 0 }), 'persistent_absence')).toBe('clear');
    expect(stateOf(schoolWith({ 'persistent_absence:2018': 'SUPP' }), 'persistent_absence')).toBe('missing');
    expect(stateOf(schoolWith({ 'ks2_rwm_expected:2017': 0, 'ks2_pupils:2017': 60 }), 'pooled_attainment')).toBe(
      'raised',
    );
    expect(stateOf(schoolWith({ 'ks2_rwm_expected:2017': 'SUPP', 'ks2_pupils:2017': 60 }), 'pooled_attainment')).toBe(
      'missing',
    );
  });
});

describe('the order in which things come', () => {
  it('never matters: of schools, inspections and facts', () => {
    fc.assert(
      fc.property(
        fc
          .uniqueArray(anySchool, { minLength: 35, maxLength: 40, selector: ({ urn }) => urn })
          .chain((schools) =>
            fc.tuple(
              fc.constant(schools),
              fc.shuffledSubarray(schools, { minLength: schools.length, maxLength: schools.length }),
            ),
          ),
        ([schools, shuffled]) => {
          const turned = shuffled.map((school) => ({
            ...school,
            inspections: school.inspections.toReversed(),
            facts: new Map([...school.facts].toReversed()),
          }));
          const one = { ...at, reference: nationalReference(schools) };
          const other = { ...at, reference: nationalReference(turned) };
          const results = new Map(turned.map((school) => [school.urn, assess(school, other)]));
          for (const school of schools) {
            const [first, second] = [assess(school, one), results.get(school.urn)!];
            expect(second.category).toBe(first.category);
            expect(second.points).toBe(first.points);
            expect(second.indicators.map(packed)).toEqual(first.indicators.map(packed));
          }
        },
      ),
      { ...runs, numRuns: 3, endOnFailure: true },
    );
  });
});
