import { describe, expect, it } from 'vitest';
import { assessing, settings } from '../../../test/factories/assessing.ts';
import { ks2Progress, schoolWith } from '../../../test/factories/school-facts.ts';
import { minimumStandard } from './minimum-standard.ts';

const ks2 = settings('minimum_standard');
const ks4 = settings('minimum_standard', 'ks4');

describe('the minimum standard at key stage 2', () => {
  it('is met by attainment alone, however low progress is', () => {
    const school = schoolWith({ 'ks2_rwm_expected:2017': 65, 'ks2_pupils:2017': 40, ...ks2Progress(2017, -9, -9, -9) });
    const result = minimumStandard(school, ks2, assessing);
    expect(result).toMatchObject({ state: 'clear', year: 2017 });
    expect(result.sentence).toContain(
      '65% reached the expected standard in reading, writing and maths, and 65% was enough',
    );
  });

  it('is met by enough progress in all three subjects: on the line is enough', () => {
    const school = schoolWith({ 'ks2_rwm_expected:2017': 40, 'ks2_pupils:2017': 40, ...ks2Progress(2017, -5, -7, -5) });
    expect(minimumStandard(school, ks2, assessing).state).toBe('clear');
  });

  it('is missed by low attainment with low progress in one subject', () => {
    const school = schoolWith({ 'ks2_rwm_expected:2017': 40, 'ks2_pupils:2017': 40, ...ks2Progress(2017, 0, 0, -6.5) });
    const result = minimumStandard(school, ks2, assessing);
    expect(result).toMatchObject({ state: 'raised', level: 'certain', points: ks2.points, value: 40, threshold: 65 });
    expect(result.sentence).toMatch(
      /^Below the minimum standard for 2017-18: 40% reached .*-6\.5 in maths \(likely range -8\.3 to -4\.7\)/,
    );
    expect(result.sentence).toContain('enough was -5 in reading, -7 in writing and -5 in maths');
    expect(result.sentence).toContain('truly below: at most 95%');
    expect(result.measures).toContain('ks2_maths_progress');
  });

  it('counts for less when the range reaches over the line', () => {
    const school = schoolWith({ 'ks2_rwm_expected:2017': 50, 'ks2_pupils:2017': 12, ...ks2Progress(2017, -5.2, 0, 0) });
    const result = minimumStandard(school, ks2, assessing);
    expect(result).toMatchObject({ state: 'raised', level: 'doubtful', points: ks2.doubtfulPoints });
    expect(result.sentence).toContain('it counts for less');
  });

  it('was not applied to fewer than 11 pupils, and needs every figure', () => {
    const few = schoolWith({ 'ks2_rwm_expected:2017': 40, 'ks2_pupils:2017': 10, ...ks2Progress(2017, -6, 0, 0) });
    expect(minimumStandard(few, ks2, assessing)).toMatchObject({ state: 'missing', points: 0 });
    const partly = schoolWith({ 'ks2_rwm_expected:2017': 40, 'ks2_pupils:2017': 40, 'ks2_reading_progress:2017': -8 });
    expect(minimumStandard(partly, ks2, assessing).sentence).toBe(
      'Not judged against the minimum standard: progress is not published in full for 2017-18.',
    );
  });
});

describe('the minimum standard at key stage 4', () => {
  const secondary = { phase: 'Secondary', phaseGroup: 'secondary' } as const;

  it('is missed only when the whole range is below zero', () => {
    const figures = { 'ks4_pupils:2017': 150, 'ks4_progress8:2017': -0.6 } as const;
    const sure = schoolWith(
      { ...figures, 'ks4_progress8_lower:2017': -0.8, 'ks4_progress8_upper:2017': -0.4 },
      secondary,
    );
    expect(minimumStandard(sure, ks4, assessing)).toMatchObject({ state: 'raised', value: -0.6, threshold: -0.5 });
    const unsure = schoolWith(
      { ...figures, 'ks4_progress8_lower:2017': -1.25, 'ks4_progress8_upper:2017': 0.05 },
      secondary,
    );
    expect(minimumStandard(unsure, ks4, assessing).state).toBe('clear');
  });

  it('works the range out from the pupils where no limits are published', () => {
    const school = schoolWith({ 'ks4_pupils:2017': 100, 'ks4_progress8:2017': -0.8 }, secondary);
    const result = minimumStandard(school, ks4, assessing);
    expect(result.state).toBe('raised');
    expect(result.sentence).toContain('-0.80 (likely range -1.06 to -0.54)');
  });
});
