import { ADMISSION_MEASURES } from './admission-measures.ts';
import { DISADVANTAGED_MEASURES } from './disadvantaged-measures.ts';
import { PROGRESS_LIMIT_MEASURES } from './progress-limit-measures.ts';
import { SPENDING_MEASURES } from './spending-measures.ts';

/** How a measure is written: a percentage of 100, a count, a score, a ratio, or pounds. */
export type Unit = 'percent' | 'count' | 'score' | 'ratio' | 'pounds' | 'fte';

export interface Measure {
  /** Stable number stored with each observation; never re-used. */
  id: number;
  label: string;
  unit: Unit;
  /** Whether a higher value is better for pupils, worse, or says nothing either way. */
  better: 'higher' | 'lower' | 'neither';
  decimals: number;
}

/** Every measure that an adapter can load. Codes are used in policies and in `--json` output, so they are stable too. */
export const MEASURES = {
  ks2_pupils: { id: 1, label: 'Pupils at the end of key stage 2', unit: 'count', better: 'neither', decimals: 0 },
  ks2_rwm_expected: {
    id: 2,
    label: 'Reaching the expected standard in reading, writing and maths',
    unit: 'percent',
    better: 'higher',
    decimals: 0,
  },
  ks2_rwm_higher: {
    id: 3,
    label: 'Reaching the higher standard in reading, writing and maths',
    unit: 'percent',
    better: 'higher',
    decimals: 0,
  },
  ks2_reading_progress: { id: 4, label: 'Reading progress', unit: 'score', better: 'higher', decimals: 1 },
  ks2_writing_progress: { id: 5, label: 'Writing progress', unit: 'score', better: 'higher', decimals: 1 },
  ks2_maths_progress: { id: 6, label: 'Maths progress', unit: 'score', better: 'higher', decimals: 1 },
  ks2_reading_score: { id: 7, label: 'Average scaled score in reading', unit: 'score', better: 'higher', decimals: 0 },
  ks2_maths_score: { id: 8, label: 'Average scaled score in maths', unit: 'score', better: 'higher', decimals: 0 },
  ks2_reading_expected: {
    id: 9,
    label: 'Reaching the expected standard in reading',
    unit: 'percent',
    better: 'higher',
    decimals: 0,
  },
  ks2_writing_expected: {
    id: 10,
    label: 'Reaching the expected standard in writing',
    unit: 'percent',
    better: 'higher',
    decimals: 0,
  },
  ks2_maths_expected: {
    id: 11,
    label: 'Reaching the expected standard in maths',
    unit: 'percent',
    better: 'higher',
    decimals: 0,
  },
  ...PROGRESS_LIMIT_MEASURES,
  ks4_pupils: { id: 20, label: 'Pupils at the end of key stage 4', unit: 'count', better: 'neither', decimals: 0 },
  ks4_progress8: { id: 21, label: 'Progress 8', unit: 'score', better: 'higher', decimals: 2 },
  ks4_progress8_lower: { id: 22, label: 'Progress 8, lower 95% limit', unit: 'score', better: 'higher', decimals: 2 },
  ks4_progress8_upper: { id: 23, label: 'Progress 8, upper 95% limit', unit: 'score', better: 'higher', decimals: 2 },
  ks4_attainment8: { id: 24, label: 'Attainment 8', unit: 'score', better: 'higher', decimals: 1 },
  ks4_english_maths_5: {
    id: 25,
    label: 'Grade 5 or above in English and maths',
    unit: 'percent',
    better: 'higher',
    decimals: 0,
  },
  ks4_english_maths_4: {
    id: 26,
    label: 'Grade 4 or above in English and maths',
    unit: 'percent',
    better: 'higher',
    decimals: 0,
  },
  ks4_ebacc_entry: {
    id: 27,
    label: 'Entering the English Baccalaureate',
    unit: 'percent',
    better: 'neither',
    decimals: 0,
  },
  ks4_ebacc_aps: {
    id: 28,
    label: 'English Baccalaureate average point score',
    unit: 'score',
    better: 'higher',
    decimals: 2,
  },
  ks4_english_maths_c: {
    id: 29,
    label: 'Grade C or above in English and maths (before grades 9 to 1)',
    unit: 'percent',
    better: 'higher',
    decimals: 0,
  },
  ks4_leavers: { id: 30, label: 'Pupils who finished key stage 4', unit: 'count', better: 'neither', decimals: 0 },
  ks4_stayed: {
    id: 31,
    label: 'Staying in education or work for two terms after key stage 4',
    unit: 'percent',
    better: 'higher',
    decimals: 0,
  },
  ks4_to_education: {
    id: 32,
    label: 'In education after key stage 4',
    unit: 'percent',
    better: 'neither',
    decimals: 0,
  },
  ks4_to_apprenticeship: {
    id: 33,
    label: 'In an apprenticeship after key stage 4',
    unit: 'percent',
    better: 'neither',
    decimals: 0,
  },
  ks4_to_employment: {
    id: 34,
    label: 'In employment after key stage 4',
    unit: 'percent',
    better: 'neither',
    decimals: 0,
  },
  ks4_not_stayed: {
    id: 35,
    label: 'Not staying in education or work after key stage 4',
    unit: 'percent',
    better: 'lower',
    decimals: 0,
  },
  ks4_destination_unknown: {
    id: 36,
    label: 'Activity after key stage 4 not captured',
    unit: 'percent',
    better: 'neither',
    decimals: 0,
  },
  ks5_alevel_value_added: { id: 40, label: 'A level value added', unit: 'score', better: 'higher', decimals: 2 },
  ks5_alevel_points: {
    id: 41,
    label: 'Average points for each A level entry',
    unit: 'score',
    better: 'higher',
    decimals: 2,
  },
  ks5_alevel_pupils: { id: 42, label: 'A level students', unit: 'count', better: 'neither', decimals: 0 },
  roll: { id: 50, label: 'Pupils on roll', unit: 'count', better: 'neither', decimals: 0 },
  ehc_percent: {
    id: 51,
    label: 'Pupils with an education, health and care plan',
    unit: 'percent',
    better: 'neither',
    decimals: 1,
  },
  sen_support_percent: { id: 52, label: 'Pupils with SEN support', unit: 'percent', better: 'neither', decimals: 1 },
  eal_percent: {
    id: 53,
    label: 'Pupils whose first language is not English',
    unit: 'percent',
    better: 'neither',
    decimals: 1,
  },
  fsm6_percent: {
    id: 54,
    label: 'Pupils eligible for free school meals in the past six years',
    unit: 'percent',
    better: 'neither',
    decimals: 1,
  },
  overall_absence: {
    id: 60,
    label: 'Sessions missed (overall absence)',
    unit: 'percent',
    better: 'lower',
    decimals: 1,
  },
  persistent_absence: {
    id: 61,
    label: 'Pupils persistently absent (10% of sessions or more)',
    unit: 'percent',
    better: 'lower',
    decimals: 1,
  },
  authorised_absence: {
    id: 62,
    label: 'Sessions missed with leave (authorised absence)',
    unit: 'percent',
    better: 'neither',
    decimals: 1,
  },
  unauthorised_absence: {
    id: 63,
    label: 'Sessions missed without leave (unauthorised absence)',
    unit: 'percent',
    better: 'lower',
    decimals: 1,
  },
  persistent_absence_15: {
    id: 64,
    label: 'Pupils missing 15% of sessions or more (persistent absence before 2015-16)',
    unit: 'percent',
    better: 'lower',
    decimals: 1,
  },
  teachers_headcount: { id: 70, label: 'Teachers', unit: 'count', better: 'neither', decimals: 0 },
  teachers_fte: { id: 71, label: 'Teachers, full-time equivalent', unit: 'fte', better: 'neither', decimals: 1 },
  assistants_fte: {
    id: 72,
    label: 'Teaching assistants, full-time equivalent',
    unit: 'fte',
    better: 'neither',
    decimals: 1,
  },
  pupil_teacher_ratio: { id: 73, label: 'Pupils to each teacher', unit: 'ratio', better: 'neither', decimals: 1 },
  mean_teacher_salary: {
    id: 74,
    label: 'Mean gross salary of teachers',
    unit: 'pounds',
    better: 'neither',
    decimals: 0,
  },
  income: { id: 80, label: 'Income', unit: 'pounds', better: 'neither', decimals: 0 },
  expenditure: { id: 81, label: 'Expenditure', unit: 'pounds', better: 'neither', decimals: 0 },
  in_year_balance: { id: 82, label: 'In-year balance', unit: 'pounds', better: 'higher', decimals: 0 },
  capital_allocation: {
    id: 83,
    label: 'Devolved formula capital allocated',
    unit: 'pounds',
    better: 'neither',
    decimals: 0,
  },
  revenue_reserve: { id: 84, label: 'Revenue reserve', unit: 'pounds', better: 'higher', decimals: 0 },
  ...SPENDING_MEASURES,
  ...ADMISSION_MEASURES,
  ...DISADVANTAGED_MEASURES,
} as const satisfies Record<string, Measure>;

export type MeasureCode = keyof typeof MEASURES;

/** All measure codes, in the order of their numbers. */
export const MEASURE_CODES = Object.keys(MEASURES) as MeasureCode[];

const CODE_OF_ID = new Map<number, MeasureCode>(MEASURE_CODES.map((code) => [MEASURES[code].id, code]));

/** The code of a stored measure number. Throws when the number is not in the catalogue: the database is newer than the code. */
export function measureCode(id: number): MeasureCode {
  const code = CODE_OF_ID.get(id);
  if (code === undefined) throw new Error(`Measure number ${id} is not in src/opendata/rules/measures.ts`);
  return code;
}
