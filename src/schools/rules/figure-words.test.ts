import { describe, expect, it } from 'vitest';
import { MISSING_REASONS, type MissingReason } from '../../opendata/rules/missing.ts';
import {
  dayText,
  figureText,
  missingSentence,
  missingWord,
  NO_RECORD,
  noNumberOf,
  type NoNumber,
  OTHER_PHASE,
} from './figure-words.ts';

describe('a figure in words', () => {
  it.each([
    [62, 'ks2_rwm_expected', '62%'],
    [0, 'ks2_rwm_expected', '0%'],
    [1.25, 'ks2_reading_progress', '+1.3'],
    [-0.049, 'ks2_reading_progress', '0.0'],
    [-0.454, 'ks4_progress8', '−0.45'],
    [1194, 'roll', '1,194'],
    [-12_400, 'in_year_balance', '−£12,400'],
    [45_421.4, 'mean_teacher_salary', '£45,421'],
    [15, 'pupil_teacher_ratio', '15.0'],
  ] as const)('%d of %s is %s', (value, measure, words) => {
    expect(figureText(value, measure)).toBe(words);
  });
});

describe('no figure in words', () => {
  const reasons = [...(Object.keys(MISSING_REASONS) as MissingReason[]), NO_RECORD, OTHER_PHASE] as NoNumber[];

  it('has words for every reason, none of which can be read as a number', () => {
    for (const reason of reasons) {
      expect(missingWord(reason)).toMatch(/^[a-z][a-z %]+$/);
      expect(missingSentence(reason).length).toBeGreaterThan(4);
    }
  });

  it('has different words for different reasons', () => {
    expect(new Set(reasons.map(missingWord)).size).toBe(reasons.length);
  });

  it('tells a published reason from no record, and both from zero', () => {
    const source = { importId: 1, line: 2 };
    expect(noNumberOf({ value: null, missing: 'SUPP', year: 2018, source })).toBe('SUPP');
    expect(noNumberOf(undefined)).toBe(NO_RECORD);
    expect(noNumberOf({ value: 0, missing: null, year: 2018, source })).toBeNull();
  });
});

describe('a day', () => {
  it('is the day it says, whatever the time zone of the machine', () => {
    expect(dayText('2022-07-06')).toBe('6 July 2022');
    expect(dayText('2019-01-01')).toBe('1 January 2019');
  });
});
