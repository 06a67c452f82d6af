import { kilometres, type Place } from '../travel.ts';
import type { EstimateNumbers, WayOver } from './travel-policy.ts';
import type { WaterIndex } from './water-index.ts';

/** The way of an estimate: straight from one crossing of water to the next. */
export interface EstimatedWay {
  km: number;
  ferryMinutes: number;
  by: readonly string[];
  ferry: boolean;
}

/** A way that passes more waters than this is none. */
const MOST_WATERS = 6;

const NOTHING_PASSED: readonly number[] = [];
const NO_NAMES: readonly string[] = [];

/**
 * The way between two places: a straight line, or by the bridges, tunnels and ferries of the waters that it crosses. The first water
 * crossed is passed first; of its ways the one that takes least is taken, with the waters that lie on either side of it.
 */
export function estimatedWay(from: Place, to: Place, numbers: EstimateNumbers, index: WaterIndex): EstimatedWay {
  return wayPast(from, to, numbers, index, NOTHING_PASSED);
}

function wayPast(
  from: Place,
  to: Place,
  numbers: EstimateNumbers,
  index: WaterIndex,
  passed: readonly number[],
): EstimatedWay {
  const straight = { km: kilometres(from, to), ferryMinutes: 0, by: NO_NAMES, ferry: false };
  if (passed.length >= MOST_WATERS) return straight;
  const water = index.firstCrossed(from, to, passed);
  if (water === -1) return straight;
  const now = [...passed, water];
  const ways = index.waters[water]!.ways.flatMap((way) =>
    directions(way).map((points) => joined(way, [from, ...points, to], numbers, index, now)),
  );
  return ways.reduce((best, way) => (lasting(way, numbers) < lasting(best, numbers) ? way : best));
}

/** There and, for a way of several points, back. */
function directions({ points }: WayOver): Place[][] {
  const there = points.map(([easting, northing]) => ({ easting, northing }));
  return there.length === 1 ? [there] : [there, there.toReversed()];
}

function joined(
  { by, ferryMinutes }: WayOver,
  stops: readonly Place[],
  numbers: EstimateNumbers,
  index: WaterIndex,
  passed: readonly number[],
): EstimatedWay {
  const way = { km: 0, ferryMinutes: ferryMinutes ?? 0, by: [] as string[], ferry: ferryMinutes !== null };
  for (let k = 1; k < stops.length; k++) {
    if (k === 2) way.by.push(by);
    // A ferry's own stretch is sailed, not driven.
    if (ferryMinutes !== null && k === 2) continue;
    const leg = wayPast(stops[k - 1]!, stops[k]!, numbers, index, passed);
    way.km += leg.km;
    way.ferryMinutes += leg.ferryMinutes;
    way.by.push(...leg.by);
    way.ferry ||= leg.ferry;
  }
  return way;
}

function lasting({ km, ferryMinutes }: EstimatedWay, numbers: EstimateNumbers): number {
  return clearMinutes(km, 0, numbers) + ferryMinutes;
}

/** Minutes on clear roads for a way of so many kilometres between places of which so many are rural. */
export function clearMinutes(km: number, ruralEnds: number, numbers: EstimateNumbers): number {
  const { start, perRootKm, perKm, ruralStart, ruralPerKm } = numbers;
  return start + ruralEnds * ruralStart + perRootKm * Math.sqrt(km) + (perKm + ruralEnds * ruralPerKm) * km;
}
