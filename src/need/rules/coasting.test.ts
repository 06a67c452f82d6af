import { describe, expect, it } from 'vitest';
import { assessing, settings } from '../../../test/factories/assessing.ts';
import { ks2Progress, schoolWith } from '../../../test/factories/school-facts.ts';
import { coasting } from './coasting.ts';

const indicator = settings('coasting');

function year(start: number, share: number, progress: number) {
  return { [`ks2_rwm_expected:${start}`]: share, [`ks2_pupils:${start}`]: 40, ...ks2Progress(start, progress, 0, 0) };
}

describe('three years under the coasting line', () => {
  it('is raised when every year is under it', () => {
    const school = schoolWith({ ...year(2015, 40, -3), ...year(2016, 50, -2.6), ...year(2017, 84, -4) });
    const result = coasting(school, indicator, assessing);
    expect(result).toMatchObject({ state: 'raised', points: indicator.points, value: 84, year: 2017 });
    expect(result.sentence).toContain('40% in 2015-16, 50% in 2016-17, 84% in 2017-18, all under 85%');
  });

  it('is clear when one year is not, even if another is missing', () => {
    const school = schoolWith({ ...year(2016, 50, -2.4), ...year(2017, 60, -4) });
    expect(coasting(school, indicator, assessing)).toMatchObject({ state: 'clear', year: 2016 });
  });

  it('is missing when the years that are known are all under it but one is not known', () => {
    const school = schoolWith({ ...year(2016, 50, -3), ...year(2017, 60, -4) });
    expect(coasting(school, indicator, assessing).sentence).toBe(
      'Not judged against the line for coasting schools: no attainment is published for 2015-16.',
    );
  });
});
