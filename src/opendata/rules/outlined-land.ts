import { outline, type Topology } from './topology.ts';

/** Which object of a topology is outlined, and what its land is called. */
export interface Outlining {
  object: string;
  land: string;
}

/**
 * The outline of a country as GeoJSON text: each piece of land as a feature, the longest shore first. Lines that two of its areas share
 * fall away, so that of an island nothing is left but its coast. The same input gives the same text. Throws when the topology lacks the object.
 */
export function outlinedLand(topology: Topology, { object, land }: Outlining): string {
  const areas = topology.objects[object]?.geometries;
  if (areas === undefined) throw new Error(`The topology has no object ${object}`);
  const features = outline(topology, areas)
    .toSorted((a, b) => (b[0]?.length ?? 0) - (a[0]?.length ?? 0))
    .map((coordinates, index) => ({
      type: 'Feature',
      properties: { land, part: index + 1 },
      geometry: { type: 'Polygon', coordinates },
    }));
  return JSON.stringify({ type: 'FeatureCollection', features });
}
