import { type Journey, kilometres, type TravelKind, type TravelPlace } from '../travel.ts';
import { clearMinutes, estimatedWay } from './estimate.ts';
import { type RoadTimes, roadTimeOf } from './road-times.ts';
import type { TravelPolicy, Water } from './travel-policy.ts';
import { WaterIndex } from './water-index.ts';

/** All that minutes are worked out from. Plain data, so that worker threads can have it. */
export interface TravelBasis {
  policy: TravelPolicy;
  waters: readonly Water[];
  /** What a road service said of the pairs of this plan; null where none is set. */
  roads: RoadTimes | null;
}

const NONE: readonly string[] = [];

/**
 * The journey from one place to another: as the road service says, or, where it has nothing to say, by the policy's own way. Takes
 * about a microsecond where no water lies between.
 */
export function journeyBy(basis: TravelBasis, from: TravelPlace, to: TravelPlace): Journey {
  return roadJourney(basis, from, to) ?? journeyOf(basis, basis.policy.use, from, to);
}

/** The journey by one of the two ways that need no road service. */
export function journeyOf(
  basis: Pick<TravelBasis, 'policy' | 'waters'>,
  how: TravelPolicy['use'],
  from: TravelPlace,
  to: TravelPlace,
): Journey {
  const { straightLine, estimate, day } = basis.policy;
  const km = kilometres(from, to);
  if (how === 'straight line') {
    const minutes = ((km * 60) / straightLine.kmPerHour) * day.factor;
    return { km, minutes, how, roadKm: null, by: NONE, ferry: false };
  }
  const way = estimatedWay(from, to, estimate, indexOf(basis.waters));
  const minutes = clearMinutes(way.km, ruralEnds(from, to), estimate) * day.factor + way.ferryMinutes;
  return { km, minutes, how, roadKm: null, by: way.by, ferry: way.ferry };
}

/** The journey as the road service said it, by day; null where it said nothing or there is no way. */
export function roadJourney({ policy, roads }: TravelBasis, from: TravelPlace, to: TravelPlace): Journey | null {
  if (roads === null) return null;
  const told = roadTimeOf(roads, from, to);
  if (told?.seconds == null) return null;
  const how: TravelKind = roads.provider;
  const factor = policy.services[how].clearRoads ? policy.day.factor : 1;
  const roadKm = told.metres === null ? null : told.metres / 1000;
  return { km: kilometres(from, to), minutes: (told.seconds / 60) * factor, how, roadKm, by: NONE, ferry: false };
}

/** A place of which it is not known counts as urban, as most schools are. */
function ruralEnds(from: TravelPlace, to: TravelPlace): number {
  return (from.urban === false ? 1 : 0) + (to.urban === false ? 1 : 0);
}

const indexes = new WeakMap<readonly Water[], WaterIndex>();

function indexOf(waters: readonly Water[]): WaterIndex {
  let index = indexes.get(waters);
  if (index === undefined) {
    index = new WaterIndex(waters);
    indexes.set(waters, index);
  }
  return index;
}
