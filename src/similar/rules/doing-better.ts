import type { MeasureCode } from '../../opendata/rules/measures.ts';
import type { KeyStage } from '../../schools/rules/key-stage.ts';
import { LIMITS_95, normalChance } from './normal-chance.ts';

interface MeasureCompared {
  keyStage: KeyStage;
  measure: MeasureCode;
  label: string;
  /** How many pupils a year's figure is of. */
  pupils: MeasureCode;
  /** Years in which it is published and can be compared, oldest first. */
  years: readonly number[];
  source: string;
}

/** A percentage of pupils, or the mean of scores that vary between pupils with this standard deviation. */
export type BetterMeasure =
  | (MeasureCompared & { kind: 'share' })
  | (MeasureCompared & { kind: 'score'; standardDeviation: number });

/** When a similar school does better: in how many of the last years, and how surely. */
export interface DoingBetterPolicy {
  id: string;
  title: string;
  validFrom: string;
  validTo: string | null;
  source: string;
  /** Only schools among this share, 0 to 1, of those compared in England that are most like the school count as similar. */
  similarShare: number;
  /** Whether a school that selects by ability is put forward only to schools that select too, unless the reader asks for it. */
  selectiveApart: boolean;
  /** Only so many of the newest years that both schools have are looked at. */
  lastYears: number;
  /** The other school must have been ahead in at least so many of them. */
  fewestYears: number;
  /** The chance that its true average lead is above nought must be at least this. */
  chance: number;
  measures: readonly BetterMeasure[];
}

/** A year's figure of one school and the pupils it is of; a year of which either is missing is not there. */
export interface YearFigure {
  year: number;
  value: number;
  pupils: number;
}

/** Two schools on one measure over the years that both have. */
export interface Lead {
  years: { year: number; own: number; other: number }[];
  /** Years in which the other school was ahead. */
  ahead: number;
  /** Average lead of the other school, in the measure's own unit; negative when it is behind. */
  lead: number;
  /** 95% interval of the average lead. */
  interval: [number, number];
  /** The chance that the true average lead is above nought. */
  chance: number;
  /** Ahead in enough years, and beyond chance. */
  isBetter: boolean;
}

/**
 * Sets another school beside the school asked about over the newest years that both have. The average lead counts each
 * year once; its variance is that of the years' means, taken as independent. Null when they share too few years: what is
 * not known is neither better nor worse.
 */
export function leadOf(
  own: readonly YearFigure[],
  other: readonly YearFigure[],
  measure: BetterMeasure,
  policy: Pick<DoingBetterPolicy, 'lastYears' | 'fewestYears' | 'chance'>,
): Lead | null {
  const pairs = own
    .flatMap((mine) => {
      const theirs = other.find(({ year }) => year === mine.year);
      return theirs === undefined ? [] : [{ mine, theirs }];
    })
    .toSorted((a, b) => b.mine.year - a.mine.year)
    .slice(0, policy.lastYears);
  if (pairs.length < policy.fewestYears) return null;
  const lead = pairs.reduce((sum, { mine, theirs }) => sum + theirs.value - mine.value, 0) / pairs.length;
  const variance =
    pairs.reduce((sum, { mine, theirs }) => sum + varianceOf(mine, measure) + varianceOf(theirs, measure), 0) /
    pairs.length ** 2;
  const error = Math.sqrt(variance);
  const ahead = pairs.filter(({ mine, theirs }) => theirs.value > mine.value).length;
  const chance = normalChance(lead / error);
  return {
    years: pairs.map(({ mine, theirs }) => ({ year: mine.year, own: mine.value, other: theirs.value })),
    ahead,
    lead,
    interval: [lead - LIMITS_95 * error, lead + LIMITS_95 * error],
    chance,
    isBetter: ahead >= policy.fewestYears && chance >= policy.chance,
  };
}

/**
 * Variance of a year's figure, in the square of its unit. A share is taken as if one more pupil had half reached it, so
 * that 0% and 100% of a small year are not certain.
 */
function varianceOf({ value, pupils }: YearFigure, measure: BetterMeasure): number {
  if (measure.kind === 'score') return measure.standardDeviation ** 2 / pupils;
  const share = ((value / 100) * pupils + 0.5) / (pupils + 1);
  return (10_000 * share * (1 - share)) / (pupils + 1);
}

/** Where a school stands among all that have a figure: the share, 0 to 1, of those below it; half of its equals count as below. */
export function placeAmong(value: number, all: Iterable<number>): number {
  let below = 0;
  let count = 0;
  for (const other of all) {
    count += 1;
    if (other < value) below += 1;
    else if (other === value) below += 0.5;
  }
  return count === 0 ? 0.5 : below / count;
}

/** The measure on which the school stands lowest among England's schools; null when it has none. Ties go to the first. */
export function weakest<T extends { place: number | null }>(standings: readonly T[]): T | null {
  let lowest: T | null = null;
  for (const standing of standings) {
    if (standing.place !== null && (lowest === null || standing.place < (lowest.place ?? 1))) lowest = standing;
  }
  return lowest;
}
