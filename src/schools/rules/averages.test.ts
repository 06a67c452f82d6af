import { describe, expect, it } from 'vitest';
import { averageWords, canBeAveraged, comparedAcrossPhases, weightOf } from './averages.ts';

describe('what a school counts for in a mean', () => {
  it.each([
    ['ks2_rwm_expected', 'ks2_pupils'],
    ['ks4_progress8', 'ks4_pupils'],
    ['ks5_alevel_points', 'ks5_alevel_pupils'],
    ['fsm6_percent', 'roll'],
    ['persistent_absence', 'roll'],
    ['pupil_teacher_ratio', 'roll'],
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

  it('say how they were made', () => {
    expect(averageWords(true)).toBe('mean of schools, weighted by pupils');
    expect(averageWords(false)).toBe('mean of schools');
  });
});
