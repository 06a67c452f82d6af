import type { MeasureCode } from '../../../opendata/rules/measures.ts';
import type { PhaseGroup } from '../facts.ts';

/** A measure of a phase's schools. Results of a key stage take in every school that has them, whatever its phase. */
export interface PhasedMeasure {
  measure: MeasureCode;
  phase: PhaseGroup;
}

export interface ProfileSection {
  title: string;
  measures: readonly PhasedMeasure[];
  /** What belongs to the section and no file read here has, with the publication that does. */
  notHeld: readonly { what: string; broughtBy: string }[];
}

/** What the profile of an area shows. */
export interface ProfilePolicy {
  id: string;
  title: string;
  source: string;
  validFrom: string;
  validTo: string | null;
  /** How many years before the newest of a measure are shown, at most. */
  yearsBack: number;
  sections: readonly ProfileSection[];
  /** Measures of which it is worked out how many schools must move for the area to pass England. */
  whatItTakes: readonly PhasedMeasure[];
  /** Measures by trust and responsible body. */
  byGroup: readonly MeasureCode[];
  /** Trusts with fewer schools in the area than this are put together. */
  smallestGroup: number;
  /** The day of each year on which grades are counted, and how many years back. */
  gradesOn: { month: number; day: number; yearsBack: number };
}

/** Who the authorities are like, as the Department names them: codes by authority. */
export type StatisticalNeighbours = ReadonlyMap<number, readonly number[]>;
