import { describe, expect, it } from 'vitest';
import { assessing, policy } from '../../../../test/factories/assessing.ts';
import { madeUpCountry } from '../../../../test/factories/calibration.ts';
import { academicYear } from '../../../schools/rules/facts.ts';
import { calibrationReads, groupsOf, subjectsOf, tellings } from './calibrate.ts';
import { workedExample } from './example.ts';
import { learned } from './learned.ts';
import { skill } from './proper-scores.ts';
import { checkTrend } from './trend-check.ts';
import { claimAt, comparison, groupTitle, notBetter, notHeld } from './words.ts';

const { standards } = assessing;
const country = madeUpCountry(1500);
const groups = groupsOf(subjectsOf(standards).flatMap((subject) => tellings(country, subject, policy)));
const [shares, progress] = groups;

describe('a made-up country told a year ahead', () => {
  it('answers each line in each year that can be told from the two before', () => {
    expect(groups.map(groupTitle)).toEqual([
      'Primary schools: share reaching the standard, 2017-18',
      'Primary schools: progress, 2017-18',
      'Primary schools: progress, 2018-19',
    ]);
    expect(shares!.questions.map(({ line }) => line)).toEqual([65, 85]);
    expect(progress!.questions).toHaveLength(6);
    expect(shares!.all.cases).toBe(2 * country.length);
  });

  it('is told better than by the bare figure, by one chance for all, and hardly worse than by who knows the answers', () => {
    for (const { all } of groups) {
      expect(all.scores.ours.brier).toBeLessThan(all.scores['yesOrNo'].brier);
      expect(all.scores.ours.brier).toBeLessThan(all.scores['baseRate'].brier);
      expect(skill(all.scores.ours.brier, all.scores['fittedCurve'].brier)).toBeGreaterThan(-0.02);
      expect(all.scores['yesOrNo'].log).toBeNull();
    }
    expect(shares!.small!.scores.ours.brier).toBeLessThan(shares!.small!.scores['yesOrNo'].brier);
  });

  it('comes as it was said, on the whole', () => {
    const cases = shares!.bins.filter((bin) => bin.cases >= 50);
    expect(cases.length).toBeGreaterThan(4);
    for (const { told, came } of cases) expect(Math.abs(told - came)).toBeLessThan(0.12);
  });

  it('depends on nothing that came later, and not on the order of schools', () => {
    const subject = subjectsOf(standards)[0]!;
    const before = tellings(country, subject, policy)[0]!;
    const turned = tellings(country.toReversed(), subject, policy)[0]!;
    expect(turned.drift.drift).toBeCloseTo(before.drift.drift, 6);
    expect(turned.all.ours.toReversed().map(({ came }) => came)).toEqual(before.all.ours.map(({ came }) => came));
    const swapped = country.map((school, i) => {
      const other = country[(i + 1) % country.length]!.facts.get('ks2_pupils:2017');
      return { ...school, facts: new Map([...school.facts, ['ks2_pupils:2017', other!] as const]) };
    });
    expect(tellings(swapped, subject, policy)[0]!.drift).toEqual(before.drift);
  });

  it('is left out where too few schools have figures', () => {
    expect(subjectsOf(standards).flatMap((subject) => tellings(country.slice(0, 50), subject, policy))).toEqual([]);
  });
});

describe('what is learned of a made-up country', () => {
  it('finds how far its schools move', () => {
    const found = learned(country, policy, standards);
    const reading = found.find(
      ({ place, measures }) => place === 'pooling.scores' && measures[0] === 'ks2_reading_progress',
    );
    // Progress keeps 0.8 of a spread of 2.2, so that it moves by 2.2 times the root of 2 (1 - 0.8) a year.
    expect(reading!.fitted.drift).toBeGreaterThan(1.2);
    expect(reading!.fitted.drift).toBeLessThan(1.6);
    const share = found.find(({ place }) => place === 'pooling.shares');
    expect(share!.fitted.drift).toBeGreaterThan(8);
    expect(share!.fitted.drift).toBeLessThan(80);
    expect(found.filter(({ place }) => place === 'trend')).toHaveLength(1);
  });

  it('reads every year whose results are judged', () => {
    const reads = calibrationReads(policy, standards).map((pair) => pair.join(':'));
    expect(reads).toEqual(expect.arrayContaining(['ks2_rwm_expected:2015', 'ks4_progress8_upper:2018']));
    expect(new Set(reads).size).toBe(reads.length);
  });
});

describe('trends held against the year after', () => {
  const indicator = policy.indicators.find((one) => one.code === 'trend')!;
  const trend = checkTrend(country, indicator, policy)!;

  it('claims less with movement than without, and is nearer to what came', () => {
    expect([trend.first, trend.last, trend.year].map(academicYear)).toEqual(['2015-16', '2017-18', '2018-19']);
    expect(trend.sure!.cases).toBeLessThan(trend.withoutDrift.sure!.cases);
    const off = (sure: typeof trend.sure) => Math.abs(sure!.told - sure!.lowerThanFirst);
    expect(off(trend.sure)).toBeLessThan(off(trend.withoutDrift.sure));
  });

  it('says nothing without a year after', () => {
    expect(checkTrend([], indicator, policy)).toBeNull();
  });
});

describe('words about it', () => {
  it('are worked out from the numbers', () => {
    const bins = [
      { from: 0.3, to: 0.4, cases: 50, told: 0.352, came: 0.3, interval: [0.19, 0.43] as [number, number] },
    ];
    expect(claimAt(bins, 0.3)).toBe('Where we said a chance of 30% to 40% (35% on average), 30% were below: 15 of 50.');
    expect(claimAt(bins, 0.5)).toBeNull();
    expect(notHeld({ bins })).toEqual([]);
    expect(notHeld({ bins: [{ ...bins[0]!, told: 0.39, interval: [0.2, 0.38] }] })).toEqual([
      '30% to 40%: said 39% on average, and 30% came',
    ]);
    const verdict = structuredClone(shares!.all);
    verdict.scores.ours.brier = 0.1;
    verdict.scores['yesOrNo'].brier = 0.2;
    verdict.scores['baseRate'].brier = 0.08;
    expect(comparison(verdict, 'yesOrNo')).toBe('50% less error than');
    expect(comparison(verdict, 'baseRate')).toBe('25% more error than');
    const worse = { ...shares!, questions: [{ ...shares!.questions[0]!, all: verdict, small: null }] };
    expect(notBetter([worse], ['yesOrNo', 'baseRate'])).toEqual([
      'Below 65% in 2017-18: our error 0.1000, the same chance for every school 0.0800.',
    ]);
  });

  it('show by example that a small cohort tells less', () => {
    const { schools, percentage } = workedExample({ a: 8.5, b: 4.3 }, 65);
    const [small, large] = schools;
    expect(schools.every(({ pupils, successes }) => (100 * successes) / pupils === percentage)).toBe(true);
    expect(small!.below).toBeLessThan(large!.below);
    expect(small!.interval[1] - small!.interval[0]).toBeGreaterThan(large!.interval[1] - large!.interval[0]);
  });
});
