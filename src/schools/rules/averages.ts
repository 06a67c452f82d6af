import type { MeasureCode } from '../../opendata/rules/measures.ts';
import type { PhaseGroup } from './facts.ts';

/** A mean over schools, with what stands behind it. */
export interface Average {
  value: number;
  /** Number of schools in the mean. */
  schools: number;
  /** Each school counts for its pupils; else each school counts once. */
  weighted: boolean;
  /** Pupils behind it when weighted, else schools: what it counts for in a mean over several places. */
  weight: number;
}

/** All of England, or a local authority by its code. */
export type Place = 'England' | number;

/** Looks up the mean of a measure in a year over the mainstream schools of a place; undefined when none or only a sample of schools has a figure. */
export type AverageLookup = (
  place: Place,
  phase: PhaseGroup,
  measure: MeasureCode,
  year: number,
) => Average | undefined;

/**
 * The number of pupils that a school's figure speaks for, by which it counts in a mean: null where it speaks for the school
 * and not for pupils (a count, a sum of money), so that each school counts once.
 */
export function weightOf(measure: MeasureCode): MeasureCode | null {
  const [, group] = /_(disadvantaged|other)$/.exec(measure) ?? [];
  if (group === 'disadvantaged' || group === 'other') return weightOfGroup(measure, group);
  if (
    /_pupils$|_leavers$|_per_pupil$|^capital_|^roll$|^teachers_|^assistants_|^income$|^expenditure$|^in_year_balance$|^mean_teacher_salary$/.test(
      measure,
    )
  )
    return null;
  if (measure.startsWith('ks2_')) return 'ks2_pupils';
  if (/^ks4_(stayed|to_|not_stayed|destination)/.test(measure)) return 'ks4_leavers';
  if (measure.startsWith('ks4_')) return 'ks4_pupils';
  if (measure.startsWith('ks5_')) return 'ks5_alevel_pupils';
  return 'roll';
}

function weightOfGroup(measure: MeasureCode, group: 'disadvantaged' | 'other'): MeasureCode | null {
  if (/_(pupils|leavers)_/.test(measure)) return null;
  if (measure.startsWith('ks2_')) return `ks2_pupils_${group}`;
  return measure.startsWith('ks4_stayed') ? `ks4_leavers_${group}` : `ks4_pupils_${group}`;
}

/**
 * A year with figures of under this share of the schools of the fullest year is a sample's: its mean would be taken for
 * England's. In the national files read so far no year has under 60 %, and the samples of 2024-25 have 44 % at most.
 */
const LEAST_SHARE_OF_SCHOOLS = 0.5;

/** The means of whole years: those of a sample of schools are left out, in England and in each area. */
export function ofWholeYears<Row extends MeanOfYear>(rows: readonly Row[]): Row[] {
  const schools = new Map<string, number>();
  for (const row of rows) if (row.laCode === null) schools.set(`${seriesOf(row)} ${row.year}`, row.schools);
  const fullest = new Map<string, number>();
  for (const row of rows) {
    if (row.laCode === null) fullest.set(seriesOf(row), Math.max(fullest.get(seriesOf(row)) ?? 0, row.schools));
  }
  return rows.filter((row) => {
    const series = seriesOf(row);
    return (schools.get(`${series} ${row.year}`) ?? 0) >= (fullest.get(series) ?? 0) * LEAST_SHARE_OF_SCHOOLS;
  });
}

/** What tells a mean's place among others. `laCode` is null for England, `phase` for measures compared across phases. */
interface MeanOfYear {
  laCode: number | null;
  phase: PhaseGroup | null;
  measure: MeasureCode;
  year: number;
  schools: number;
}

function seriesOf({ measure, phase }: MeanOfYear): string {
  return `${measure} ${phase}`;
}

/**
 * The limits of an interval say how sure one school's score is; a mean of them would say nothing. Absence with and without
 * leave is published, so far, for a sample of schools alone.
 */
const NOT_AVERAGED: readonly MeasureCode[] = [
  'ks2_reading_progress_lower',
  'ks2_reading_progress_upper',
  'ks2_writing_progress_lower',
  'ks2_writing_progress_upper',
  'ks2_maths_progress_lower',
  'ks2_maths_progress_upper',
  'ks4_progress8_lower',
  'ks4_progress8_upper',
  'authorised_absence',
  'unauthorised_absence',
];

/** Whether a mean of a measure over schools says something. */
export function canBeAveraged(measure: MeasureCode): boolean {
  return !NOT_AVERAGED.includes(measure);
}

/** Results of a key stage are compared with every school that has them; all else with schools of the same phase. */
export function comparedAcrossPhases(measure: MeasureCode): boolean {
  return /^ks[245]_/.test(measure);
}

/** How a mean was made, in the words that stand beside it. */
export function averageWords(weighted: boolean): string {
  return weighted ? 'mean of schools, weighted by pupils' : 'mean of schools';
}
