import type { Position } from './geojson-rows.ts';
import { outline, type Topology } from './topology.ts';

/** How the boundaries of a later day are drawn from those of an earlier one. */
export interface Redrawing {
  /** The object of the topology with the districts, and the property of each that holds its code. */
  districts: string;
  districtCode: string;
  /** Codes (la_code) of authorities that ended. */
  without: readonly string[];
  /** New national statistics codes of authorities whose area stayed, by la_code. */
  recoded: Readonly<Record<string, string>>;
  /** Authorities that began, and the districts that each was made of. */
  areas: readonly {
    la_code: string;
    gss_la_code: string;
    la_name: string;
    region_name: string;
    of: readonly string[];
  }[];
}

interface Feature {
  type: 'Feature';
  properties: Record<string, string>;
  geometry: { type: 'Polygon' | 'MultiPolygon'; coordinates: Position[][] | Position[][][] };
}

/**
 * Boundaries of authorities (GeoJSON text) as they were after a reorganisation: from those before it, and for what began from the
 * districts of a topology. The same input gives the same text. Throws when a district is not in the topology.
 */
export function redrawnAreas(before: string, topology: Topology, redrawing: Redrawing): string {
  const { features } = JSON.parse(before) as { features: Feature[] };
  const kept = features
    .filter(({ properties }) => !redrawing.without.includes(properties.la_code ?? ''))
    .map((feature) => {
      const code = redrawing.recoded[feature.properties.la_code ?? ''];
      return code === undefined ? feature : { ...feature, properties: { ...feature.properties, gss_la_code: code } };
    });
  const begun = redrawing.areas.map(({ of, ...area }): Feature => {
    const districts = of.map((code) => districtOf(topology, redrawing, code));
    const polygons = outline(topology, districts);
    return {
      type: 'Feature',
      properties: {
        gss_la_code: area.gss_la_code,
        la_name: area.la_name,
        la_code: area.la_code,
        region_name: area.region_name,
      },
      geometry:
        polygons.length === 1 && polygons[0]
          ? { type: 'Polygon', coordinates: polygons[0] }
          : { type: 'MultiPolygon', coordinates: polygons },
    };
  });
  return JSON.stringify({ type: 'FeatureCollection', features: [...kept, ...begun] });
}

function districtOf(topology: Topology, { districts, districtCode }: Redrawing, code: string) {
  const found = topology.objects[districts]?.geometries.find(({ properties }) => properties[districtCode] === code);
  if (found === undefined) throw new Error(`The topology has no district ${code} in ${districts}`);
  return found;
}
