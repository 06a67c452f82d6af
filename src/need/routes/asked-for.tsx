import type { Context } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { areaOrNotFound } from '../../schools/routes/area-or-not-found.tsx';

/** The local authority that the address names. Throws NotFound when there is none, saying what followed one that ended. */
export async function areaAskedFor(c: Context, db: Kysely<Database>): Promise<{ code: number; name: string }> {
  return areaOrNotFound(db, c.req.param('code') ?? '');
}

export async function areaSubjectOf(c: Context, db: Kysely<Database>) {
  return { kind: 'area', laCode: (await areaAskedFor(c, db)).code } as const;
}
