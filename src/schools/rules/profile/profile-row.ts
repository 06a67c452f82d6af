import { MEASURES, type MeasureCode } from '../../../opendata/rules/measures.ts';
import type { Average } from '../averages.ts';
import type { PhaseGroup } from '../facts.ts';
import type { NationalFrame } from '../national-frame.ts';
import type { PhasedMeasure } from './profile-policy.ts';

/** A mean over several areas. */
export interface OverAreas {
  value: number;
  areas: number;
}

/** One year of a measure: the area beside what it is compared with; undefined or null where there is no figure. */
export interface ProfileYear {
  year: number;
  area: Average | undefined;
  england: Average | undefined;
  region: OverAreas | null;
  neighbours: OverAreas | null;
}

/** Where the area stands among those with a figure, 1 the best; areas with the same figure share a place. */
export interface Rank {
  place: number;
  of: number;
  /** How many others share the place. */
  shared: number;
}

/** One measure of an area over the years, oldest first. */
export interface ProfileRow {
  measure: MeasureCode;
  phase: PhaseGroup;
  years: ProfileYear[];
  /** In the newest year in which the area has a figure; null where neither more nor less is better. */
  rank: Rank | null;
  /** In the year with a figure before that one, which need not be the one just before. */
  rankBefore: (Rank & { year: number }) | null;
  /** Half of England's areas lie between these two figures in that year. */
  middleHalf: [low: number, high: number] | null;
}

/** The areas that one is set beside. */
export interface Beside {
  laCode: number;
  /** Codes of all areas of its region, itself among them. */
  region: readonly number[];
  neighbours: readonly number[];
}

/**
 * A measure of an area beside England, its region and its statistical neighbours, for up to `yearsBack` years before the newest.
 * Null when no area of England has a figure. The region's mean counts each area by the pupils (or schools) behind its own; the
 * neighbours' counts each once, as the Department's local authority interactive tool does.
 */
export function profileRow(
  frame: Pick<NationalFrame, 'areas' | 'average' | 'newestYear'>,
  beside: Beside,
  { measure, phase }: PhasedMeasure,
  yearsBack: number,
): ProfileRow | null {
  const newest = frame.newestYear(measure);
  if (newest === null) return null;
  const of = (place: number | 'England', year: number) => frame.average(place, phase, measure, year);
  const years = Array.from({ length: yearsBack + 1 }, (_, i) => newest - yearsBack + i)
    .filter((year) => of('England', year) !== undefined)
    .map((year) => ({
      year,
      area: of(beside.laCode, year),
      england: of('England', year),
      region: weightedMean(beside.region.map((code) => of(code, year))),
      neighbours: plainMean(beside.neighbours.map((code) => of(code, year))),
    }));
  const told = years.filter(({ area }) => area !== undefined).toReversed();
  const all = (year: number) => frame.areas.flatMap(({ laCode }) => of(laCode, year)?.value ?? []);
  const [last, before] = told;
  return {
    measure,
    phase,
    years,
    rank: last === undefined ? null : rankOf(last.area!.value, all(last.year), measure),
    rankBefore:
      before === undefined ? null : earlier(rankOf(before.area!.value, all(before.year), measure), before.year),
    middleHalf: last === undefined ? null : middleHalf(all(last.year)),
  };
}

/** The newest year in which the area has a figure. */
export function newestTold({ years }: ProfileRow): ProfileYear | undefined {
  return years.findLast(({ area }) => area !== undefined);
}

function rankOf(value: number, all: readonly number[], measure: MeasureCode): Rank | null {
  const { better } = MEASURES[measure];
  if (better === 'neither') return null;
  const ahead = all.filter((other) => (better === 'higher' ? other > value : other < value)).length;
  return { place: ahead + 1, of: all.length, shared: all.filter((other) => other === value).length - 1 };
}

function earlier(rank: Rank | null, year: number): ProfileRow['rankBefore'] {
  return rank === null ? null : { ...rank, year };
}

// A mean of areas that count pupils and areas that count schools would mean nothing, so the second are left out beside the first.
function weightedMean(averages: readonly (Average | undefined)[]): OverAreas | null {
  const held = averages.filter((average) => average !== undefined);
  const byPupils = held.filter(({ weighted }) => weighted);
  const counted = byPupils.length > 0 ? byPupils : held;
  const weight = counted.reduce((sum, average) => sum + average.weight, 0);
  if (weight === 0) return null;
  const value = counted.reduce((sum, average) => sum + average.value * average.weight, 0) / weight;
  return { value, areas: counted.length };
}

function plainMean(averages: readonly (Average | undefined)[]): OverAreas | null {
  const values = averages.flatMap((average) => average?.value ?? []);
  if (values.length === 0) return null;
  return { value: values.reduce((sum, value) => sum + value, 0) / values.length, areas: values.length };
}

// Quartiles by linear interpolation between the ordered figures (the commonest of the definitions: R's type 7).
function middleHalf(values: readonly number[]): [number, number] | null {
  if (values.length < 4) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => {
    const place = share * (sorted.length - 1);
    const low = sorted[Math.floor(place)]!;
    return low + (sorted[Math.ceil(place)]! - low) * (place - Math.floor(place));
  };
  return [at(0.25), at(0.75)];
}
