import type { PhaseGroup } from '../../../schools/rules/facts.ts';
import { kindsOf, type Place, PLACE_KINDS, type PlaceKind } from '../../../schools/rules/places.ts';
import type { HiddenFinding, HiddenTold } from './hidden-finding.ts';

/** One school with where it is and what can be told of its disadvantaged pupils. */
export interface HiddenSchool {
  urn: number;
  name: string;
  laCode: number;
  laName: string;
  phaseGroup: PhaseGroup;
  easting: number | null;
  northing: number | null;
  place: Place;
  /** Pupils eligible for free school meals in six years, percent; context, and never a finding. */
  fsm6Percent: number | null;
  finding: HiddenFinding;
}

export type ToldSchool = HiddenSchool & { finding: HiddenTold };

/** The schools of affluent, rural or coastal places, as they are listed. */
export interface HiddenList {
  /** Where disadvantaged pupils are likely behind, the surest and largest gap first. */
  behind: ToldSchool[];
  /** Where figures are there and do not clearly say so. */
  notBehind: ToldSchool[];
  untold: HiddenSchool[];
}

/** Sorts the schools that are in one of these kinds of place into what can be said of them. */
export function hiddenList(schools: readonly HiddenSchool[], kind?: PlaceKind): HiddenList {
  const wanted = kind === undefined ? PLACE_KINDS : [kind];
  const there = schools.filter(({ place }) => kindsOf(place).some((its) => wanted.includes(its)));
  const told = there.filter(isTold);
  return {
    behind: told.filter(({ finding }) => finding.behind.length > 0).toSorted(bySizeAndSureness),
    notBehind: told.filter(({ finding }) => finding.behind.length === 0).toSorted(bySizeAndSureness),
    untold: there.filter((school) => !isTold(school)).toSorted((a, b) => a.name.localeCompare(b.name)),
  };
}

function isTold(school: HiddenSchool): school is ToldSchool {
  return school.finding.state === 'told';
}

/**
 * By the least that the gap is with 97.5% chance: it is high where the gap is large and where it is sure, so that a large gap of few
 * pupils does not stand before a smaller one of many.
 */
function bySizeAndSureness(a: ToldSchool, b: ToldSchool): number {
  return b.finding.gap.interval[0] - a.finding.gap.interval[0] || a.name.localeCompare(b.name);
}

/** How many schools of which kind of place, and what can be said of them. */
export interface HiddenCounts {
  schools: number;
  told: number;
  behind: number;
}

export function hiddenCounts(schools: readonly HiddenSchool[], kind?: PlaceKind): HiddenCounts {
  const { behind, notBehind, untold } = hiddenList(schools, kind);
  const told = behind.length + notBehind.length;
  return { schools: told + untold.length, told, behind: behind.length };
}
