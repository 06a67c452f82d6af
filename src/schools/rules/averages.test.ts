import { describe, expect, it } from 'vitest';
import { averageWords, canBeAveraged, comparedAcrossPhases, ofWholeYears, weightOf } from './averages.ts';

const mean = (year: number, laCode: number | null, schools: number) =>
  ({ measure: 'overall_absence', phase: 'primary', year, laCode, schools }) as const;

describe('what a school counts for in a mean', () => {
  it.each([
    ['ks2_rwm_expected', 'ks2_pupils'],
    ['ks4_progress8', 'ks4_pupils'],
    ['ks5_alevel_points', 'ks5_alevel_pupils'],
    ['fsm6_percent', 'roll'],
    ['persistent_absence', 'roll'],
    ['pupil_teacher_ratio', 'roll'],
    ['ks4_stayed', 'ks4_leavers'],
    ['ks4_stayed_disadvantaged', 'ks4_leavers_disadvantaged'],
    ['ks2_rwm_expected_other', 'ks2_pupils_other'],
    ['ks4_attainment8_other', 'ks4_pupils_other'],
    ['ks4_leavers_disadvantaged', null],
    ['ks4_leavers', null],
    ['income_per_pupil', null],
    ['roll', null],
    ['ks2_pupils', null],
    ['teachers_fte', null],
    ['in_year_balance', null],
  ] as const)('%s: %s', (measure, weight) => {
    expect(weightOf(measure)).toBe(weight);
  });
});

describe('means', () => {
  it('are not made of the limits of intervals', () => {
    expect(canBeAveraged('ks4_progress8_lower')).toBe(false);
    expect(canBeAveraged('ks4_progress8')).toBe(true);
  });

  it('of results cover every school that has them; of context, schools of the same phase', () => {
    expect(comparedAcrossPhases('ks2_rwm_expected')).toBe(true);
    expect(comparedAcrossPhases('fsm6_percent')).toBe(false);
  });

  it('are not made of a sample of schools', () => {
    const whole = [mean(2017, null, 60), mean(2017, 821, 1), mean(2018, null, 100), mean(2018, 821, 3)];
    expect(ofWholeYears([...whole, mean(2024, null, 49), mean(2024, 821, 3)])).toEqual(whole);
  });

  it('say how they were made', () => {
    expect(averageWords(true)).toBe('mean of schools, weighted by pupils');
    expect(averageWords(false)).toBe('mean of schools');
  });
});
