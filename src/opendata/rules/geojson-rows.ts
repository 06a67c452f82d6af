import { ImportError } from './import-error.ts';
import type { SourceRow } from './csv-rows.ts';

export type Position = [easting: number, northing: number];
export type Geometry =
  | { type: 'Polygon'; coordinates: Position[][] }
  | { type: 'MultiPolygon'; coordinates: Position[][][] };

interface Feature {
  properties: Record<string, unknown>;
  geometry: unknown;
}

/** True for text that opens as JSON does. */
export function looksLikeJson(bytes: Buffer): boolean {
  return /^\uFEFF?\s*\{/.test(bytes.toString('utf8', 0, 100));
}

/**
 * A GeoJSON feature collection as rows: a header of property names and "geometry" (line 1), then a row a feature
 * with the geometry as JSON text. The line of a feature is its place in the collection plus one, as if under a header.
 * Throws ImportError when the JSON ends early or is not a feature collection.
 */
export function* geojsonRows(bytes: Buffer, file: string): Generator<SourceRow, void, void> {
  const features = featuresOf(bytes, file);
  const columns = Object.keys(features[0]?.properties ?? {});
  yield { line: 1, text: '', fields: [...columns, 'geometry'] };
  for (const [index, feature] of features.entries()) {
    const fields = [
      ...columns.map((column) => textOf(feature.properties[column])),
      JSON.stringify(feature.geometry ?? null),
    ];
    yield { line: index + 2, text: JSON.stringify(feature), fields };
  }
}

function textOf(property: unknown): string {
  return typeof property === 'string' ? property : JSON.stringify(property ?? '');
}

function featuresOf(bytes: Buffer, file: string): Feature[] {
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new ImportError({ file, problem: 'the JSON ends early or is broken', mend: 'Download the file again' });
  }
  if (isTopology(json)) {
    throw new ImportError({
      file,
      recognisedAs: 'boundaries as TopoJSON',
      problem: 'recognised as boundaries as TopoJSON: Alongside reads GeoJSON, one area a feature, and nothing else',
      mend: 'Export the upper tier authorities as GeoJSON, with la_code, gss_la_code, la_name and region_name',
    });
  }
  if (!isFeatureCollection(json)) {
    throw new ImportError({
      file,
      problem: 'the JSON is not a GeoJSON feature collection',
      mend: 'Export the boundaries as GeoJSON',
    });
  }
  return json.features;
}

function isTopology(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'type' in json && json.type === 'Topology';
}

function isFeatureCollection(json: unknown): json is { features: Feature[] } {
  return (
    typeof json === 'object' &&
    json !== null &&
    'features' in json &&
    Array.isArray(json.features) &&
    json.features.every(isFeature)
  );
}

function isFeature(json: unknown): json is Feature {
  return (
    typeof json === 'object' &&
    json !== null &&
    'geometry' in json &&
    'properties' in json &&
    typeof json.properties === 'object' &&
    json.properties !== null
  );
}

/** True for an area: a polygon, or several. */
export function isGeometry(json: unknown): json is Geometry {
  return (
    typeof json === 'object' &&
    json !== null &&
    'type' in json &&
    'coordinates' in json &&
    (json.type === 'Polygon' || json.type === 'MultiPolygon') &&
    Array.isArray(json.coordinates)
  );
}
