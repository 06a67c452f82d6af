import { describe, expect, it } from 'vitest';
import { policiesOf, policyById } from '../../../policies.ts';
import { needPolicyKind } from '../../schema.ts';
import { answersPolicyKind } from '../../schema/answers-policy.ts';
import type { IndicatorCode } from '../need-policy.ts';
import { answersTo } from './answers-policy.ts';
import { pairedChange, proportion } from './proportions.ts';
import { themesCsv } from './themes-csv.ts';
import { labelsOf, themesOf, type ThemeSchool } from './theme.ts';
import { dayYearsBack, yearsBack } from './years-back.ts';

const policy = policyById(needPolicyKind, 'england-2022');
const answers = policyById(answersPolicyKind, 'answers-2022');
const labels = labelsOf(policy);
const PROGRESS = 'progress' satisfies IndicatorCode;

type State = 'raised' | 'clear' | 'missing';

function school(now: State, before: State | null, change: Partial<ThemeSchool> = {}): ThemeSchool {
  return {
    urn: 100_001,
    name: 'Ash',
    phaseGroup: 'primary',
    group: 'Oak Trust',
    results: [{ code: PROGRESS, state: now, measures: now === 'raised' ? ['ks2_maths_progress'] : [] }],
    before: before === null ? null : new Map([[PROGRESS, before]]),
    ...change,
  };
}

const many = (count: number, one: ThemeSchool) => Array.from({ length: count }, () => one);
/** In England one primary school in ten is raised, and one secondary school in two. */
const england = (_: IndicatorCode, phase: string) => ({ raised: phase === 'primary' ? 10 : 50, judged: 100 });

function theme(schools: readonly ThemeSchool[]) {
  const found = themesOf(schools, labels, england).find(({ code }) => code === PROGRESS);
  if (found === undefined) throw new Error('no theme');
  return found;
}

const width = (count: number, of: number) => {
  const [low, high] = proportion(count, of)!.interval;
  return high - low;
};

const pairs = (appeared: number, gone: number, same: number) => [
  ...Array.from({ length: appeared }, () => ({ before: false, now: true })),
  ...Array.from({ length: gone }, () => ({ before: true, now: false })),
  ...Array.from({ length: same }, () => ({ before: false, now: false })),
];

describe('a share of few schools', () => {
  it('has a range within 0 and 1 that narrows with more of them', () => {
    expect(proportion(0, 4)?.interval[0]).toBe(0);
    expect(proportion(4, 4)?.interval[1]).toBeCloseTo(1);
    expect(width(3, 10)).toBeGreaterThan(width(30, 100));
    expect(proportion(0, 0)).toBeNull();
    // Newcombe, Statistics in Medicine 17 (1998), method 3: 81 of 263.
    expect(proportion(81, 263)?.interval.map((end) => end.toFixed(4))).toEqual(['0.2553', '0.3662']);
  });
});

describe('a change among the same schools', () => {
  it('is clear only where enough schools changed one way', () => {
    expect(pairedChange(pairs(12, 1, 20))?.trend).toBe('growing');
    expect(pairedChange(pairs(1, 12, 20))?.trend).toBe('shrinking');
    expect(pairedChange(pairs(2, 1, 30))?.trend).toBe('no clear change');
    expect(pairedChange(pairs(6, 6, 0))).toMatchObject({ points: 0, trend: 'no clear change' });
    expect(pairedChange([])).toBeNull();
  });
});

describe('a need that recurs', () => {
  it('is set beside England at the same phases', () => {
    const mixed = [
      ...many(6, school('raised', 'clear')),
      ...many(4, school('clear', 'clear')),
      ...many(10, school('clear', null, { phaseGroup: 'secondary' })),
    ];
    expect(theme(mixed)).toMatchObject({
      raised: 6,
      judged: 20,
      phases: [
        { phase: 'primary', raised: 6, judged: 10 },
        { phase: 'secondary', raised: 0, judged: 10 },
      ],
    });
    expect(theme(mixed).england).toBeCloseTo(0.3);
    expect(theme(mixed).beside).toBe('about as England');
    expect(theme(mixed.slice(0, 10)).beside).toBe('more than England');
  });

  it('counts a school that could not be judged in neither number, and compares those judged both times alone', () => {
    const found = theme([school('raised', 'missing'), school('missing', 'raised'), school('clear', 'raised')]);
    expect(found).toMatchObject({ raised: 1, judged: 2, untold: 1 });
    expect(found.change).toMatchObject({ compared: 1, appeared: 0, gone: 1 });
  });

  it('tells the measures and the groups it recurs in, whatever the order of schools', () => {
    const schools = [
      school('raised', null),
      school('raised', null, { name: 'Beech' }),
      school('clear', null),
      school('raised', null, { group: 'Elm Trust' }),
    ];
    const found = theme(schools);
    expect(found.measures).toEqual([{ measure: 'ks2_maths_progress', schools: 3 }]);
    expect(found.groups).toEqual([{ name: 'Oak Trust', raised: 2, judged: 3 }]);
    expect(theme(schools.toReversed())).toEqual(found);
  });

  it('is answered for several schools, by the measures that they share', () => {
    const texts = answersTo(theme(many(3, school('raised', null))), answers).map(({ text }) => text);
    expect(texts.join()).toContain('mathematics');
    expect(texts.join()).not.toContain('writing');
    expect(answersTo(theme([school('raised', null)]), answers)).toEqual([]);
    expect(themesCsv([theme(many(3, school('raised', null)))], answers)).toContain('mathematics');
  });
});

describe('the answers', () => {
  it('name a kind of support for every indicator of every need policy', () => {
    const named = new Set(answers.answers.map(({ indicator }) => indicator));
    const asked = policiesOf(needPolicyKind).flatMap(({ indicators }) => indicators.map(({ code }) => code));
    expect(asked.filter((code) => !named.has(code))).toEqual([]);
  });
});

describe('the same indicators on older figures', () => {
  it('move every year and nothing else', () => {
    const older = yearsBack(policy, 1);
    const years = (of: typeof policy) => of.indicators.flatMap((one) => ('years' in one ? [...one.years] : []));
    expect(years(older)).toEqual(years(policy).map((year) => year - 1));
    expect(older.indicators.map(({ code }) => code)).toEqual(policy.indicators.map(({ code }) => code));
    expect(yearsBack(older, -1)).toEqual(policy);
    const trend = (of: typeof policy) => of.indicators.find(({ code }) => code === 'trend');
    expect(trend(older)).toMatchObject({ fewestYears: (trend(policy) as { fewestYears: number }).fewestYears });
    expect(dayYearsBack('2022-07-06', 1)).toBe('2021-07-06');
    expect(dayYearsBack('2024-02-29', 1)).toBe('2023-02-28');
  });
});
