import type { MeasureCode } from '../../opendata/rules/measures.ts';
import type { PhaseGroup } from './facts.ts';

/** A mean over schools, with what stands behind it. */
export interface Average {
  value: number;
  /** Number of schools in the mean. */
  schools: number;
  /** Each school counts for its pupils; else each school counts once. */
  weighted: boolean;
}

/** All of England, or a local authority by its code. */
export type Place = 'England' | number;

/** Looks up the mean of a measure in a year over the mainstream schools of a place; undefined when no school has a figure. */
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
  if (
    /_pupils$|^roll$|^teachers_|^assistants_|^income$|^expenditure$|^in_year_balance$|^mean_teacher_salary$/.test(
      measure,
    )
  )
    return null;
  if (measure.startsWith('ks2_')) return 'ks2_pupils';
  if (measure.startsWith('ks4_')) return 'ks4_pupils';
  if (measure.startsWith('ks5_')) return 'ks5_alevel_pupils';
  return 'roll';
}

/** The limits of an interval say how sure one school's score is; a mean of them would say nothing. */
export function canBeAveraged(measure: MeasureCode): boolean {
  return measure !== 'ks4_progress8_lower' && measure !== 'ks4_progress8_upper';
}

/** Results of a key stage are compared with every school that has them; all else with schools of the same phase. */
export function comparedAcrossPhases(measure: MeasureCode): boolean {
  return /^ks[245]_/.test(measure);
}

/** How a mean was made, in the words that stand beside it. */
export function averageWords(weighted: boolean): string {
  return weighted ? 'mean of schools, weighted by pupils' : 'mean of schools';
}
