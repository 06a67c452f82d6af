import type { PlanPolicy } from './plan-policy.ts';

/** A place on the British National Grid, in metres. */
export interface Place {
  easting: number;
  northing: number;
}

/** Where a school is, or null when its place is not published. */
export function placeOf({ easting, northing }: { easting: number | null; northing: number | null }): Place | null {
  return easting === null || northing === null ? null : { easting, northing };
}

/** Straight-line distance in kilometres. The grid is flat enough: its scale is true to within 0.04 % (Ordnance Survey). */
export function kilometres(a: Place, b: Place): number {
  return Math.hypot(a.easting - b.easting, a.northing - b.northing) / 1000;
}

/**
 * Estimated minutes one way by road: straight line times a detour factor, at the urban speed when both ends are urban and
 * the rural one otherwise. An estimate, because no road network is published openly enough to bundle.
 */
export function travelMinutes(km: number, bothUrban: boolean, travel: PlanPolicy['travel']): number {
  const speed = bothUrban ? travel.urbanKmPerHour : travel.ruralKmPerHour;
  return (km * travel.detour * 60) / speed;
}

/** A journey one way: as the crow flies in kilometres, and in minutes by road. */
export interface Journey {
  km: number;
  minutes: number;
}
