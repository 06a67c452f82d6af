import type { MeasureCode } from '../../../opendata/rules/measures.ts';
import type { PhaseGroup } from '../../../schools/rules/facts.ts';

/** A line that counts when it is crossed with at least this chance (0 to 1). */
export interface ChanceLine {
  /** Percentage points. */
  points: number;
  chance: number;
}

/** A share of pupils that is published for the disadvantaged and the other pupils of each school. */
export interface HiddenMeasure {
  phaseGroup: PhaseGroup;
  title: string;
  /** Of all pupils: the average that may hide. */
  all: MeasureCode;
  disadvantaged: MeasureCode;
  other: MeasureCode;
  pupilsDisadvantaged: MeasureCode;
  pupilsOther: MeasureCode;
  /** Start years that are pooled, the newest first. */
  years: readonly number[];
  /** How far a school's true share moves from year to year, as the luck of so many pupils. */
  driftPupils: { disadvantaged: number; other: number };
  driftSource: string;
  /** Disadvantaged pupils are behind the other pupils of the school by more than this. */
  behindOthers: ChanceLine;
  /** Disadvantaged pupils are behind the disadvantaged pupils of England by more than this. */
  behindEngland: ChanceLine;
  linesSource: string;
}

/** Which gaps are told, as policies/need/ sets it out. */
export interface HiddenPolicy {
  id: string;
  title: string;
  validFrom: string;
  validTo: string | null;
  source: string;
  /** With fewer pupils of either group, over all years, nothing is told. */
  fewestPupils: number;
  fewestPupilsSource: string;
  measures: readonly HiddenMeasure[];
}

/** Every figure that the policy reads. */
export function measuresOf({ measures }: Pick<HiddenPolicy, 'measures'>): [MeasureCode, number][] {
  return measures.flatMap(({ all, disadvantaged, other, pupilsDisadvantaged, pupilsOther, years }) =>
    [all, disadvantaged, other, pupilsDisadvantaged, pupilsOther].flatMap((measure) =>
      years.map((year): [MeasureCode, number] => [measure, year]),
    ),
  );
}
