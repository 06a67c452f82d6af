import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import type { PublishedNeighbour, PublishedNeighbours } from '../rules/published-neighbours.ts';

/** The schools that the Department publishes as similar to a school, nearest first, a list for each phase that has it. */
export async function publishedNeighbours(db: Kysely<Database>, urn: number): Promise<PublishedNeighbours[]> {
  const rows = await db
    .selectFrom('published_neighbour as n')
    .innerJoin('import as i', 'i.id', 'n.import_id')
    .leftJoin('school as s', 's.urn', 'n.neighbour_urn')
    .select(['n.phase', 'n.neighbour_urn', 'n.rank', 'n.import_id', 'n.line'])
    .select(['i.as_at', 's.name', 's.la_name'])
    .where('n.urn', '=', urn)
    .orderBy('n.phase')
    .orderBy('n.rank')
    .execute();
  const lists = new Map<string, Omit<PublishedNeighbours, 'schools'> & { schools: PublishedNeighbour[] }>();
  for (const row of rows) {
    const list = lists.get(row.phase) ?? { phase: row.phase, asAt: row.as_at, schools: [] };
    list.schools.push({
      urn: row.neighbour_urn,
      rank: row.rank,
      name: row.name,
      laName: row.la_name,
      source: { importId: row.import_id, line: row.line },
    });
    lists.set(row.phase, list);
  }
  return [...lists.values()];
}
