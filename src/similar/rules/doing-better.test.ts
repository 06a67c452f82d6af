import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BetterMeasure, leadOf, placeAmong, weakest, type YearFigure } from './doing-better.ts';
import { normalChance } from './normal-chance.ts';

const rule = { lastYears: 3, fewestYears: 2, chance: 0.975 };
const compared = { keyStage: 'ks2', label: 'A', pupils: 'ks2_pupils', years: [2016, 2017], source: 'a test' } as const;
const share: BetterMeasure = { ...compared, kind: 'share', measure: 'ks2_rwm_expected' };
const score: BetterMeasure = { ...compared, kind: 'score', measure: 'ks2_maths_progress', standardDeviation: 6 };

const years = (values: number[], pupils = 60): YearFigure[] =>
  values.map((value, i) => ({ year: 2017 - i, value, pupils }));

describe('the lead of another school', () => {
  it('is the mean of the years, with the interval of independent years', () => {
    const lead = leadOf(years([0, 1], 36), years([2, 5], 36), score, rule)!;
    expect(lead.lead).toBe(3);
    // Each school and year has variance 1; of the mean of two differences, (2 + 2) / 4 = 1.
    expect(lead.interval[0]).toBeCloseTo(3 - 1.96, 3);
    expect(lead.chance).toBeCloseTo(0.99865, 4);
    expect(lead).toMatchObject({ ahead: 2, isBetter: true });
  });

  it('does not count beyond chance for few pupils, where it does for many', () => {
    expect(leadOf(years([50, 50], 8), years([65, 65], 8), share, rule)?.isBetter).toBe(false);
    expect(leadOf(years([50, 50], 90), years([65, 65], 90), share, rule)?.isBetter).toBe(true);
  });

  it('must be there in enough years: one very good year is not enough', () => {
    const lead = leadOf(years([50, 50, 50], 90), years([49, 49, 99], 90), share, rule);
    expect(lead).toMatchObject({ ahead: 1, isBetter: false });
    expect(lead!.chance).toBeGreaterThan(0.975);
  });

  it('is not known where too few years are shared, and looks at the newest only', () => {
    expect(leadOf(years([50, 50]), [{ year: 2017, value: 90, pupils: 60 }], share, rule)).toBeNull();
    const lead = leadOf(years([50, 50, 50, 50]), years([60, 60, 60, 0]), share, rule);
    expect(lead?.years.map(({ year }) => year)).toEqual([2017, 2016, 2015]);
  });

  it('is the other way round the other way round, and more of it is never less sure', () => {
    const some = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(some, some, fc.integer({ min: 1, max: 15 }), (a, b, more) => {
        const lead = leadOf(years(a), years(b), score, rule)!;
        expect(leadOf(years(b), years(a), score, rule)!.lead).toBeCloseTo(-lead.lead, 9);
        const further = years(b.map((value) => value + more));
        expect(leadOf(years(a), further, score, rule)!.chance).toBeGreaterThanOrEqual(lead.chance);
      }),
    );
  });

  it('of nobody at 0% or 100% in a small year is certain', () => {
    const lead = leadOf(years([0, 0], 3), years([100, 100], 3), share, rule)!;
    expect(lead.interval[1] - lead.interval[0]).toBeGreaterThan(20);
  });
});

describe('where a school stands', () => {
  it('is the share below it, its equals by half', () => {
    expect(placeAmong(5, [1, 5, 9, 10])).toBe(0.375);
    expect(placeAmong(5, [])).toBe(0.5);
  });

  it('is weakest where it is lowest, and nowhere without a figure', () => {
    expect(weakest([{ place: 0.4 }, { place: null }, { place: 0.1, name: 'b' }])).toEqual({ place: 0.1, name: 'b' });
    expect(weakest([{ place: null }])).toBeNull();
  });
});

describe('the chance of a normal variable', () => {
  it.each([
    [0, 0.5],
    [1.959964, 0.975],
    [-1, 0.158655],
    [4, 0.999968],
  ])('below %d is %d', (x, chance) => {
    expect(normalChance(x)).toBeCloseTo(chance, 6);
  });
});
