import { LEAD } from '../../leaders/rules/support-policy.ts';
import type { PlanPolicy } from './plan-policy.ts';
import { type Leader, type Need } from './sides.ts';
import { kilometres, placeOf } from './travel.ts';
import type { RoadPair } from './travel/road-times.ts';

/** Leaders by where their home schools are. */
export interface NearLeaders {
  /** How many of them have a known place. */
  placed: number;
  /** Positions of those within a distance of the school of a need in a straight line; none where its place is not known. */
  within: (need: Need, km: number) => number[];
}

/**
 * Finds leaders by bisection on their easting, so that England is not compared with itself, and no journey is worked out that is too
 * long anyway.
 */
export function nearLeaders(leaders: readonly Leader[]): NearLeaders {
  const placed = leaders
    .flatMap(({ school }, leader) => {
      const place = placeOf(school);
      return place === null ? [] : [{ leader, place }];
    })
    .toSorted((a, b) => a.place.easting - b.place.easting);
  const within = ({ school }: Need, km: number): number[] => {
    const to = placeOf(school);
    if (to === null) return [];
    const [west, east] = [to.easting - km * 1000, to.easting + km * 1000];
    let low = 0;
    let high = placed.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (placed[middle]!.place.easting < west) low = middle + 1;
      else high = middle;
    }
    const found: number[] = [];
    for (let k = low; k < placed.length && placed[k]!.place.easting <= east; k++) {
      if (kilometres(placed[k]!.place, to) <= km) found.push(placed[k]!.leader);
    }
    return found;
  };
  return { placed: placed.length, within };
}

/** The journeys that a plan may need: from each home school to each school near enough, whose phase a lead head must share. */
export function nearPairs(needs: readonly Need[], leaders: readonly Leader[], { phases }: PlanPolicy): RoadPair[] {
  const { within } = nearLeaders(leaders);
  return needs.flatMap((need) => {
    const to = placeOf(need.school);
    if (to === null) return [];
    return within(need, phases[need.school.phaseGroup].furthestKm).flatMap((leader): RoadPair[] => {
      const { school } = leaders[leader]!;
      if (need.support === LEAD && school.phaseGroup !== need.school.phaseGroup) return [];
      return [{ from: placeOf(school)!, to }];
    });
  });
}
