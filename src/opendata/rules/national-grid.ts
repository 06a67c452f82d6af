import proj4 from 'proj4';
import type { Geometry, Position } from './geojson-rows.ts';

/**
 * British National Grid (EPSG:27700) with the Ordnance Survey's seven-parameter shift from WGS84, good to about 5 m:
 * under a pixel on any map drawn here. Source: A guide to coordinate systems in Great Britain, Ordnance Survey.
 */
const NATIONAL_GRID =
  '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy ' +
  '+towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs';

const fromWgs84 = proj4('EPSG:4326', NATIONAL_GRID);

/** Longitude and latitude in degrees (WGS84) as whole metres east and north on the British National Grid. */
export function gridPosition([longitude, latitude]: Position): Position {
  const [easting = NaN, northing = NaN] = fromWgs84.forward([longitude, latitude]);
  return [Math.round(easting), Math.round(northing)];
}

/** A boundary in WGS84 degrees as the same boundary in metres on the British National Grid. */
export function toNationalGrid(geometry: Geometry): Geometry {
  if (geometry.type === 'Polygon') return { type: 'Polygon', coordinates: geometry.coordinates.map(ringToGrid) };
  return { type: 'MultiPolygon', coordinates: geometry.coordinates.map((polygon) => polygon.map(ringToGrid)) };
}

function ringToGrid(ring: Position[]): Position[] {
  return ring.map(gridPosition);
}
