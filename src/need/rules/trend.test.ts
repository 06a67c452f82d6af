import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessing, settings } from '../../../test/factories/assessing.ts';
import { ks2Progress, schoolWith } from '../../../test/factories/school-facts.ts';
import { fittedLine, trend } from './trend.ts';

const indicator = settings('trend');

describe('the fitted line', () => {
  it('goes through points on a line, and its error is that of the points', () => {
    const points = [2015, 2016, 2017, 2018].map((year, i) => ({ year, value: 4 - 2 * i, standardError: 1 }));
    const line = fittedLine(points);
    expect(line.perYear).toBeCloseTo(-2, 10);
    expect(line.standardError).toBeCloseTo(Math.sqrt(1 / 5), 10);
  });

  it('leans to the surer points', () => {
    const line = fittedLine([
      { year: 2015, value: 0, standardError: 0.1 },
      { year: 2016, value: 1, standardError: 0.1 },
      { year: 2017, value: -10, standardError: 10 },
    ]);
    expect(line.perYear).toBeGreaterThan(0.9);
  });
});

describe('the fitted line of a school that moves', () => {
  const years = [2015, 2016, 2017, 2018];
  const seen = fc.array(
    fc.record({
      value: fc.double({ min: -8, max: 8, noNaN: true }),
      standardError: fc.double({ min: 0.2, max: 3, noNaN: true }),
    }),
    { minLength: 2, maxLength: 4 },
  );
  const on = (points: readonly { value: number; standardError: number }[]) =>
    points.map((point, i) => ({ ...point, year: years[i]! }));

  it('is the plain one when it hardly moves, and surely goes between the end points when it moves much', () => {
    fc.assert(
      fc.property(seen, (points) => {
        const [still, plain] = [fittedLine(on(points), 1e-7), fittedLine(on(points))];
        expect(still.perYear).toBeCloseTo(plain.perYear, 5);
        expect(still.standardError).toBeCloseTo(plain.standardError, 5);
        const stretch = points.length - 1;
        const ends = (points.at(-1)!.value - points[0]!.value) / stretch;
        expect(fittedLine(on(points), 1e5).perYear).toBeCloseTo(ends, 4);
      }),
    );
  });

  it('is less certain than the plain one, the more so the more it moves', () => {
    fc.assert(
      fc.property(seen, fc.double({ min: 0.1, max: 3, noNaN: true }), (points, drift) => {
        const plain = fittedLine(on(points)).standardError;
        const moving = fittedLine(on(points), drift).standardError;
        expect(moving).toBeGreaterThan(plain);
        expect(fittedLine(on(points), drift * 2).standardError).toBeGreaterThan(moving);
      }),
    );
  });

  it('by hand: three years, each with an error of 1 and a drift of 1', () => {
    const line = fittedLine(on([4, 1, -2].map((value) => ({ value, standardError: 1 }))), 1);
    // Innovations of the years: 1 of variance 3, then 2 - 2/3 = 4/3 of variance 8/3: 1/3 + 2/3 = 1.
    expect(line.perYear).toBeCloseTo(-3, 10);
    expect(line.standardError).toBeCloseTo(1, 10);
  });
});

describe('progress over the years', () => {
  const pupils = { 'ks2_pupils:2015': 60, 'ks2_pupils:2016': 60, 'ks2_pupils:2017': 60 };

  it('is raised for a sure fall to below the country', () => {
    const school = schoolWith({
      ...pupils,
      ...ks2Progress(2016, 3, 3, 3),
      ...ks2Progress(2017, 0, 0, 0),
      ...ks2Progress(2018, -3, -2, -4),
    });
    const result = trend(school, indicator, assessing);
    expect(result).toMatchObject({ state: 'raised', value: -3, year: 2018, points: indicator.points });
    expect(result.sentence).toContain('went from 3.0 in 2016-17 to -3.0 in 2018-19');
  });

  it('is clear for a fall that ends above it, or a rise', () => {
    const still = schoolWith({
      ...pupils,
      ...ks2Progress(2016, 8, 8, 8),
      ...ks2Progress(2017, 4, 4, 4),
      ...ks2Progress(2018, 1, 1, 1),
    });
    expect(trend(still, indicator, assessing).state).toBe('clear');
    const rise = schoolWith({
      ...pupils,
      ...ks2Progress(2016, -8, -8, -8),
      ...ks2Progress(2017, -4, -4, -4),
      ...ks2Progress(2018, -1, -1, -1),
    });
    expect(trend(rise, indicator, assessing).state).toBe('clear');
  });

  it('with the movement of schools in the policy is less sure, and says the range of the fall', () => {
    const school = schoolWith({
      ...pupils,
      ...ks2Progress(2016, 3, 3, 3),
      ...ks2Progress(2017, 0, 0, 0),
      ...ks2Progress(2018, -3, -2, -4),
    });
    const result = trend(school, { ...indicator, drift: 1.2, certainty: 0.9 }, assessing);
    expect(result.state).toBe('raised');
    expect(result.probability).toBeLessThan(trend(school, indicator, assessing).probability!);
    expect(result.sentence).toBe(
      'Average progress over the subjects went from 3.0 in 2016-17 to -3.0 in 2018-19. ' +
        'A straight line through the years makes it a fall of 6.0 (likely range 2.0 to 10.0). ' +
        'Chance that it is truly lower than it was: over 99%.',
    );

    expect(trend(school, { ...indicator, drift: 3 }, assessing).sentence).toContain('to a rise of');
  });

  it('is missing with too few years', () => {
    const school = schoolWith({ ...pupils, ...ks2Progress(2017, 3, 3, 3), ...ks2Progress(2018, -9, -9, -9) });
    expect(trend(school, indicator, assessing).sentence).toBe(
      'No trend: progress is published for 2 of the 3 years that a trend needs.',
    );
  });
});
