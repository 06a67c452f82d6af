import { type Content, startOf } from './content.ts';
import { ImportError } from './import-error.ts';
import { MOST_BYTES_OF_JSON } from './unpacking-limits.ts';
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
export function looksLikeJson(content: Content): boolean {
  return /^\uFEFF?\s*\{/.test(startOf(content, 100).toString());
}

/**
 * A GeoJSON feature collection as rows: a header of property names and "geometry" (line 1), then a row a feature
 * with the geometry as JSON text. The line of a feature is its place in the collection plus one, as if under a header.
 * Throws ImportError when the JSON ends early, is not a feature collection or is too large.
 */
export function* geojsonRows(content: Content): Generator<SourceRow, void, void> {
  const features = featuresOf(textIn(content), content.name);
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

/** JSON is read as one, so only so much of it is taken. */
function textIn(content: Content): string {
  const pieces: Buffer[] = [];
  let size = 0;
  for (const piece of content.chunks()) {
    size += piece.length;
    if (size > MOST_BYTES_OF_JSON) {
      throw new ImportError({
        file: content.name,
        problem: `boundaries of more than ${MOST_BYTES_OF_JSON >> 20} MB are not read: they are held whole to be read`,
        mend: 'Export the generalised boundaries, which are as good for maps of this size',
      });
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function textOf(property: unknown): string {
  return typeof property === 'string' ? property : JSON.stringify(property ?? '');
}

function featuresOf(text: string, file: string): Feature[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
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
