import type { Place } from '../travel.ts';

const WINDS = ['north', 'north-east', 'east', 'south-east', 'south', 'south-west', 'west', 'north-west'] as const;

/** Nearer to the middle than this share of how far the places spread, a place is in the middle. */
const MIDDLE = 0.25;

/**
 * Where a place lies among others, as people say it: "in the north-east", or "in the middle". `others` are the places that it is
 * told by; null when there are none.
 */
export function whereAmong(place: Place, others: readonly Place[]): string | null {
  if (others.length === 0) return null;
  const centre = {
    easting: mean(others.map(({ easting }) => easting)),
    northing: mean(others.map(({ northing }) => northing)),
  };
  const from = (at: Place) => Math.hypot(at.easting - centre.easting, at.northing - centre.northing);
  const spread = Math.max(...others.map(from));
  if (from(place) <= MIDDLE * spread) return 'in the middle';
  const angle = Math.atan2(place.easting - centre.easting, place.northing - centre.northing);
  const wind = WINDS[Math.round(angle / (Math.PI / 4) + 8) % 8]!;
  return from(place) > 1.1 * spread ? `to the ${wind}` : `in the ${wind}`;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
