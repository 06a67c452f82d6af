import { describe, expect, it } from 'vitest';
import { assessing, settings } from '../../../test/factories/assessing.ts';
import { ks2Progress, schoolWith } from '../../../test/factories/school-facts.ts';
import { progress } from './progress.ts';

const ks2 = settings('progress');
const ks4 = settings('progress', 'ks4');
const secondary = { phase: 'Secondary', phaseGroup: 'secondary' } as const;

describe('the newest progress', () => {
  it('of 2018-19 is set against the last standard, and the sentence says that it had ended', () => {
    const school = schoolWith({ ...ks2Progress(2018, -6.8, 0.2, -3), 'ks2_pupils:2017': 40 });
    const result = progress(school, ks2, assessing);
    expect(result).toMatchObject({
      state: 'raised',
      level: 'below the minimum',
      value: -6.8,
      year: 2018,
      threshold: -5,
      measures: ['ks2_reading_progress'],
    });
    expect(result.sentence).toContain('ranges from the 40 pupils of an earlier year');
    expect(result.sentence).toContain(
      'Reading was below -5.0, the minimum standard until it ended in September 2019; chance that it truly is: 97%.',
    );
  });

  it('reaches only the milder step when it is above the lower line', () => {
    const school = schoolWith({ ...ks2Progress(2018, -3.6, 0.2, -4), 'ks2_pupils:2017': 60 });
    const result = progress(school, ks2, assessing);
    expect(result).toMatchObject({ level: 'below the coasting line', value: -4, threshold: -2.5 });
    expect(result.measures).toEqual(['ks2_maths_progress', 'ks2_reading_progress']);
  });

  it('is clear when the score is below the line but may well truly be above it', () => {
    const school = schoolWith({ ...ks2Progress(2018, -2.7, 0, 0), 'ks2_pupils:2017': 15 });
    const result = progress(school, ks2, assessing);
    expect(result).toMatchObject({ state: 'clear', value: -2.7, points: 0 });
  });

  it('of a year in which the standard held does not say that it had ended', () => {
    const school = schoolWith({ ...ks2Progress(2017, -8, 0, 0), 'ks2_pupils:2017': 60 });
    const older = { ...ks2, years: [2018, 2017] };
    expect(progress(school, older, assessing).sentence).toContain('below -5.0, the minimum standard; chance');
    expect(progress(school, ks2, assessing).state).toBe('missing');
  });

  it('is missing when no pupils are known to stand behind it, or when it is not published', () => {
    expect(progress(schoolWith(ks2Progress(2018, -8, -8, -8)), ks2, assessing)).toMatchObject({
      state: 'missing',
      points: 0,
    });
    const lowCover = schoolWith({ 'ks4_progress8:2018': 'LOWCOV' }, secondary);
    expect(progress(lowCover, ks4, assessing).sentence).toBe('No progress: covers under half of the pupils (2018-19).');
  });

  it('at key stage 4 uses the published limits', () => {
    const school = schoolWith(
      { 'ks4_progress8:2018': -0.69, 'ks4_progress8_lower:2018': -0.88, 'ks4_progress8_upper:2018': -0.5 },
      secondary,
    );
    const result = progress(school, ks4, assessing);
    expect(result).toMatchObject({
      state: 'raised',
      level: 'below the minimum',
      interval: [-0.88, -0.5],
      threshold: -0.5,
    });
    expect(result.sentence).toMatch(
      /^Progress 8 in 2018-19 was -0\.69 \(likely range -0\.88 to -0\.50\)\. It was below -0\.50/,
    );
  });
});
