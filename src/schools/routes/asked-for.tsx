import type { Context } from 'hono';
import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { Database } from '../../db/schema.ts';
import { NotFound } from '../../web/errors.tsx';
import { authorityHistory } from '../queries/authority-changes.ts';
import { schoolName } from '../queries/school-name.ts';
import { schoolSubject } from '../queries/subject.ts';
import { areaNamed } from '../rules/area-named.ts';
import type { AreaSummary, NationalFrame } from '../rules/national-frame.ts';
import { urnParam } from '../schema.ts';

/** The number in a place of the address. Throws NotFound with the mend when it is none. */
export function numberIn(c: Context, name: string, schema: z.ZodType<number>, mend: string): number {
  const parsed = schema.safeParse(c.req.param(name));
  if (!parsed.success) throw new NotFound(mend);
  return parsed.data;
}

/** The area that an address names, by its code or by its name as `bath-and-north-east-somerset`. */
export async function areaNamedIn(c: Context, db: Kysely<Database>, frame: NationalFrame): Promise<AreaSummary> {
  const named = areaNamed(
    frame.areas.map(({ laCode, name }) => ({ code: laCode, name })),
    (c.req.param('code') ?? '').replaceAll('-', ' '),
    await authorityHistory(db),
  );
  const area = named.ok ? frame.areas.find(({ laCode }) => laCode === named.area.code) : undefined;
  if (area === undefined) throw new NotFound(named.ok ? 'That area has no page.' : named.reason);
  return area;
}

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
