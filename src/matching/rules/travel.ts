/** A place on the British National Grid, in metres. */
export interface Place {
  easting: number;
  northing: number;
}

/** An end of a journey; null where it is not published whether the place is urban. */
export interface TravelPlace extends Place {
  urban: boolean | null;
}

/** What a journey's minutes come from. */
export const TRAVEL_KINDS = ['straight line', 'estimate', 'osrm', 'valhalla'] as const;

export type TravelKind = (typeof TRAVEL_KINDS)[number];

/** A journey one way by car. */
export interface Journey {
  /** As the crow flies. */
  km: number;
  /** By road, from door to door by day. */
  minutes: number;
  how: TravelKind;
  /** By road, where a road service said so. */
  roadKm: number | null;
  /** Bridges, tunnels and ferries that an estimate goes by, in order: "the Dartford Crossing". */
  by: readonly string[];
  ferry: boolean;
}

/** Where a school is, or null when its place is not published. */
export function placeOf({ easting, northing }: { easting: number | null; northing: number | null }): Place | null {
  return easting === null || northing === null ? null : { easting, northing };
}

/** Straight-line distance in kilometres. The grid is flat enough: its scale is true to within 0.04 % (Ordnance Survey). */
export function kilometres(a: Place, b: Place): number {
  return Math.hypot(a.easting - b.easting, a.northing - b.northing) / 1000;
}
