import type { Context } from 'hono';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../db/schema.ts';
import { londonIsoDay } from '../../opendata/rules/london-time.ts';
import { NotFound } from '../../web/errors.tsx';
import { ownPacks, type PackScope } from '../queries/pack-preview.ts';
import type { OwnPack } from '../rules/own-pack.ts';

/** For `may`: the organisation that the address names. Throws NotFound for what cannot be one. */
export function organisationOf(c: Context) {
  const id = z.uuid().safeParse(c.req.param('organisation'));
  if (!id.success) throw new NotFound('There is no such organisation.');
  return { kind: 'organisation', organisationId: id.data } as const;
}

/** The organisation of the address, which on these pages is the one that the person acts for. */
export function ownOf(c: Context): { id: string; name: string } {
  const { id, name } = c.get('person')!.acting!.organisation;
  return { id, name };
}

export const today = (): string => londonIsoDay(new Date());

/** The organisation's pack that the address names. Throws NotFound when there is none. */
export async function packAskedFor(c: Context, db: Kysely<Database>, scope: PackScope): Promise<OwnPack> {
  const pack = (await ownPacks(db, scope)).find(({ id }) => id === c.req.param('pack'));
  if (pack === undefined) throw new NotFound('Your organisation has no such pack.');
  return pack;
}
