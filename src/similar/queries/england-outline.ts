import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { boundaries } from '../../schools/queries/boundaries.ts';
import { perVersion } from '../../schools/queries/per-version.ts';

type Polygon = readonly (readonly (readonly [number, number])[])[];
type Stored = { type: 'Polygon'; coordinates: Polygon } | { type: 'MultiPolygon'; coordinates: readonly Polygon[] };

/** England as one shape of its local authorities, British National Grid in metres; null where no boundaries are held. */
export const englandOutline: (
  db: Kysely<Database>,
) => Promise<{ type: 'MultiPolygon'; coordinates: readonly Polygon[] } | null> = perVersion(async (db) => {
  const shapes = [...(await boundaries(db)).values()] as Stored[];
  const polygons = shapes.flatMap((shape) => (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates));
  return polygons.length === 0 ? null : { type: 'MultiPolygon', coordinates: polygons };
});
