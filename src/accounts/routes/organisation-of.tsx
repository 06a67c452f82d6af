import type { Context } from 'hono';
import { z } from 'zod';
import type { Subject } from '../../access/permission.ts';
import { NotFound } from '../../web/errors.tsx';

/** For `may`: the organisation that the address names as `:organisation`. Throws NotFound for what cannot be one. */
export function organisationOf(c: Context): Extract<Subject, { kind: 'organisation' }> {
  const id = z.uuid().safeParse(c.req.param('organisation'));
  if (!id.success) throw new NotFound('There is no such organisation.');
  return { kind: 'organisation', organisationId: id.data };
}

/** The `:id` of the address. Throws NotFound for what cannot be one. */
export function idOf(c: Context): string {
  const id = z.uuid().safeParse(c.req.param('id'));
  if (!id.success) throw new NotFound('There is nothing at this address.');
  return id.data;
}

/** The name of the organisation that the signed-in person acts for: on these pages it is the one of the address. */
export function organisationName(c: Context): string {
  return c.get('person')?.acting?.organisation.name ?? '';
}
