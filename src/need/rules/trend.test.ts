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

  it('is missing with too few years', () => {
    const school = schoolWith({ ...pupils, ...ks2Progress(2017, 3, 3, 3), ...ks2Progress(2018, -9, -9, -9) });
    expect(trend(school, indicator, assessing).sentence).toBe(
      'No trend: progress is published for 2 of the 3 years that a trend needs.',
    );
  });
});
