import { LEAD, type Leader, type Need } from './sides.ts';
import { kilometres, placeOf } from './travel.ts';
import type { RoadPair } from './travel/road-times.ts';
import type { PlanPolicy } from './plan-policy.ts';

/** Positions of the leaders in a square around the school of a need, whose half side is `km`. */
export type NearLeaders = (need: Need, km: number) => number[];

/** Finds leaders by bisection of their eastings, so that England is not compared with itself. */
export function nearLeaders(leaders: readonly Leader[]): NearLeaders {
  const placed = leaders
    .flatMap(({ school }, leader) => {
      const place = placeOf(school);
      return place === null ? [] : [{ leader, ...place }];
    })
    .toSorted((a, b) => a.easting - b.easting);
  return ({ school }, km) => {
    const centre = placeOf(school);
    if (centre === null) return [];
    const reach = km * 1000;
    let low = 0;
    let high = placed.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (placed[middle]!.easting < centre.easting - reach) low = middle + 1;
      else high = middle;
    }
    const found: number[] = [];
    for (let k = low; k < placed.length && placed[k]!.easting <= centre.easting + reach; k++) {
      if (Math.abs(placed[k]!.northing - centre.northing) <= reach) found.push(placed[k]!.leader);
    }
    return found;
  };
}

/** The journeys that a plan may need: from each home school to each school near enough, whose phase a lead head must share. */
export function nearPairs(needs: readonly Need[], leaders: readonly Leader[], { phases }: PlanPolicy): RoadPair[] {
  const near = nearLeaders(leaders);
  return needs.flatMap((need) => {
    const to = placeOf(need.school);
    if (to === null) return [];
    const { furthestKm } = phases[need.school.phaseGroup];
    return near(need, furthestKm).flatMap((leader): RoadPair[] => {
      const { school } = leaders[leader]!;
      if (need.support === LEAD && school.phaseGroup !== need.school.phaseGroup) return [];
      const from = placeOf(school)!;
      return kilometres(from, to) > furthestKm ? [] : [{ from, to }];
    });
  });
}
