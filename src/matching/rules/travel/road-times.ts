import type { Place, TravelKind } from '../travel.ts';
import type { TravelPolicy } from './travel-policy.ts';

/** A service that knows the roads. */
export type RoadProvider = Exclude<TravelKind, 'straight line' | 'estimate'>;

/** What a service said of one journey; seconds are null where it knows no way. */
export interface RoadTime {
  seconds: number | null;
  metres: number | null;
}

/** What a road service said of the pairs of a plan. */
export interface RoadTimes {
  provider: RoadProvider;
  /** What the operator calls its roads: "england-2026-10". */
  version: string;
  /** By `roadKey`; a plain record, since what a round is frozen from is kept as JSON. */
  times: Readonly<Record<string, RoadTime>>;
  /** Why some pairs have no answer, in a sentence; null when all were answered. */
  problem: string | null;
}

/** A journey that a service is asked of, whole metres on the National Grid. */
export interface RoadPair {
  from: Place;
  to: Place;
}

/** Asks the operator's road service, or remembers what it said. Never fails: what has no answer is said in `problem`. */
export type AskRoads = (pairs: readonly RoadPair[], policy: TravelPolicy) => Promise<RoadTimes>;

/** The key of a journey in `RoadTimes`. */
export function roadKey(from: Place, to: Place): string {
  return `${from.easting} ${from.northing} ${to.easting} ${to.northing}`;
}

/** What a service said of a journey; undefined where it was not asked or did not answer. */
export function roadTimeOf({ times }: RoadTimes, from: Place, to: Place): RoadTime | undefined {
  return times[roadKey(from, to)];
}
