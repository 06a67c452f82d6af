import type { Context } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { areaByCode } from '../../schools/queries/areas.ts';
import { laCodeParam } from '../../schools/schema.ts';
import { NotFound } from '../../web/errors.tsx';

/** The local authority that the address names. Throws NotFound when there is none. */
export async function areaAskedFor(c: Context, db: Kysely<Database>): Promise<{ code: number; name: string }> {
  const param = c.req.param('code') ?? '';
  const code = laCodeParam.safeParse(param);
  const area = code.success ? await areaByCode(db, code.data) : null;
  if (area === null) throw new NotFound(`There is no local authority with the code ${param}.`);
  return area;
}

export async function areaSubjectOf(c: Context, db: Kysely<Database>) {
  return { kind: 'area', laCode: (await areaAskedFor(c, db)).code } as const;
}
