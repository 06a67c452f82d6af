import type { MeasureCode } from '../../opendata/rules/measures.ts';
import type { KeyStage } from '../../schools/rules/key-stage.ts';

export interface ProgressLine {
  measure: MeasureCode;
  /** Below this score the school is under the line; on it, it is not. */
  atLeast: number;
}

/**
 * A line the government set for a school's results. Under the line: below the attainment line (where there is one) and
 * below any progress line; and, where `upperLimitBelow` is set, with the upper 95% limit of progress below that too.
 */
export interface MinimumStandard {
  id: 'ks2-floor' | 'ks2-coasting' | 'ks4-floor' | 'ks4-coasting';
  /** As it reads in a sentence: "the minimum standard", "the line for coasting schools". */
  name: string;
  keyStage: KeyStage;
  /** Start years of the results it was set for. */
  years: readonly number[];
  /** How many of the latest years must be under the line before the standard calls the school under it. */
  yearsUnder: number;
  /** Schools with fewer pupils than this were left out. */
  smallestCohort: number;
  attainment: { measure: MeasureCode; atLeast: number } | null;
  progress: readonly ProgressLine[];
  upperLimitBelow: number | null;
  source: string;
}

export interface MinimumStandards {
  id: string;
  /** When the last of them ended; later results are compared with the last standard of their kind, and this is said. */
  endedOn: string;
  endedSource: string;
  standards: readonly MinimumStandard[];
}

/** The standard with this id. Throws when the file of minimum standards does not hold it. */
export function standardOf(standards: MinimumStandards, id: MinimumStandard['id']): MinimumStandard {
  const found = standards.standards.find((standard) => standard.id === id);
  if (found === undefined) throw new Error(`policies/need/${standards.id}.json has no standard "${id}". Add it.`);
  return found;
}

/** Whether the standard was set for results of this year; if not, a comparison with it must say that it had ended. */
export function inForce(standard: MinimumStandard, year: number): boolean {
  return standard.years.includes(year);
}
