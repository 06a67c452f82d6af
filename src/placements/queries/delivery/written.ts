import { sql } from 'kysely';

/** The name under a record of a placement, for a table known as `of` in the query; null where it may not be told. */
export function authorOf(of: string) {
  return sql<string | null>`author_in_placement(${sql.ref(`${of}.placement_id`)}, ${sql.ref(`${of}.made_by`)})`.as(
    'by',
  );
}
