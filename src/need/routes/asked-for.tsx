import type { Context } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { areaOrNotFound } from '../../schools/routes/area-or-not-found.tsx';
import { schoolName } from '../../schools/queries/school-name.ts';
import { schoolSubject } from '../../schools/queries/subject.ts';
import { urnParam } from '../../schools/schema.ts';
import { NotFound } from '../../web/errors.tsx';

/** The school that the address names. Throws NotFound when there is none. */
export async function schoolAskedFor(c: Context, db: Kysely<Database>): Promise<{ urn: number; name: string }> {
  const param = c.req.param('urn') ?? '';
  const urn = urnParam.safeParse(param);
  const school = urn.success ? await schoolName(db, urn.data) : null;
  if (school === null) throw new NotFound(`There is no school with URN ${param}.`);
  return school;
}

/** The same school, with what decides whose it is. */
export async function schoolSubjectOf(c: Context, db: Kysely<Database>) {
  const { urn } = await schoolAskedFor(c, db);
  const subject = await schoolSubject(db, urn);
  if (subject === null) throw new NotFound(`There is no school with URN ${urn}.`);
  return subject;
}

/** The local authority that the address names. Throws NotFound when there is none, saying what followed one that ended. */
export async function areaAskedFor(c: Context, db: Kysely<Database>): Promise<{ code: number; name: string }> {
  return areaOrNotFound(db, c.req.param('code') ?? '');
}

export async function areaSubjectOf(c: Context, db: Kysely<Database>) {
  return { kind: 'area', laCode: (await areaAskedFor(c, db)).code } as const;
}
