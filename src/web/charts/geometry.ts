/** A place on the British National Grid, metres. */
export type GridPoint = readonly [easting: number, northing: number];

/** GeoJSON area geometry in British National Grid metres. */
export type AreaGeometry =
  | { type: 'Polygon'; coordinates: readonly (readonly GridPoint[])[] }
  | { type: 'MultiPolygon'; coordinates: readonly (readonly (readonly GridPoint[])[])[] };

/** A rectangle of land. */
export interface Extent {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** All rings of an area, islands and holes alike. */
export function ringsOf(geometry: AreaGeometry): readonly (readonly GridPoint[])[] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

/** The smallest extent that holds all points. Throws when there are none: an empty extent has no place on paper. */
export function extentOf(points: readonly GridPoint[]): Extent {
  if (points.length === 0) throw new Error('No points to draw: give at least one');
  const extent = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [easting, northing] of points) {
    extent.west = Math.min(extent.west, easting);
    extent.east = Math.max(extent.east, easting);
    extent.south = Math.min(extent.south, northing);
    extent.north = Math.max(extent.north, northing);
  }
  return extent;
}

/** How land becomes paper. */
export interface Projection {
  width: number;
  height: number;
  /** Units of the drawing to a metre. */
  scale: number;
  x: (easting: number) => number;
  y: (northing: number) => number;
}

/**
 * Fits an extent into a drawing of a given width, and at most a given height, with a margin. The National Grid is flat, so
 * the same scale holds both ways and no further projection is needed.
 */
export function fit(extent: Extent, width: number, mostHeight: number, margin: number): Projection {
  const landWidth = Math.max(extent.east - extent.west, 1);
  const landHeight = Math.max(extent.north - extent.south, 1);
  const scale = Math.min((width - 2 * margin) / landWidth, (mostHeight - 2 * margin) / landHeight);
  const left = (width - landWidth * scale) / 2;
  return {
    width,
    height: Math.ceil(landHeight * scale + 2 * margin),
    scale,
    x: (easting) => left + (easting - extent.west) * scale,
    y: (northing) => margin + (extent.north - northing) * scale,
  };
}
