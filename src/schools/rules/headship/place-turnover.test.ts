import { describe, expect, it } from 'vitest';
import { placeTurnover, type Watched } from './place-turnover.ts';
import { rateInterval } from './rate-interval.ts';

const [one, two, three] = ['2019-01-01', '2020-01-01', '2021-01-01'] as const;
const watched = (days: string[], classes: ('same' | 'certain' | 'likely' | 'unclear')[]): Watched => ({
  days,
  stretches: classes.map((verdict, i) => ({ notBefore: days[i]!, notAfter: days[i + 1]!, class: verdict })),
  changes: [],
});

describe('turnover of a place', () => {
  it('counts schools that two extracts tell of, and says how many it leaves out', () => {
    const place = placeTurnover([
      watched([one, two, three], ['certain', 'same']),
      watched([one, three], ['likely']),
      watched([two], []),
      watched([], []),
    ]);
    expect(place).toMatchObject({ days: [one, two, three], schools: 2, once: 1 });
    expect(place.turnover).toMatchObject({ certain: 1, likely: 1, same: 1, schoolYears: 4, perHundredSchoolYears: 50 });
    expect(place.byExtract).toMatchObject([
      { shownBy: two, schools: 1, certain: 1, perHundredSchoolYears: null, interval: null },
      { shownBy: three, schools: 2, likely: 1, same: 1, schoolYears: 3 },
    ]);
  });

  it('has no rate where nothing can be compared, which is not a rate of nought', () => {
    const place = placeTurnover([watched([one], [])]);
    expect(place).toMatchObject({ schools: 0, once: 1, byExtract: [] });
    expect(place.turnover).toMatchObject({ perHundredSchoolYears: null, interval: null });
  });
});

describe('the interval of a rate', () => {
  // Exact Poisson limits: 0 to 3.69, 0.0253 to 5.57, 4.80 to 18.39, 81.36 to 121.63.
  it.each([
    [0, 0, 3.69],
    [1, 0.0253, 5.57],
    [10, 4.8, 18.39],
    [100, 81.36, 121.63],
  ])('of %d in a hundred years is near the exact limits', (count, low, high) => {
    const interval = rateInterval(count, 100);
    expect(interval[0]).toBeCloseTo(low, 1);
    expect(Math.abs(interval[1] / high - 1)).toBeLessThan(0.01);
  });
});
