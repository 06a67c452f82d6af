import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { MAINSTREAM_REGISTERS } from '../rules/registers.ts';

/** The day that the register of mainstream schools is as at, as ISO text; null before any register was loaded. */
export async function registerAsAt(db: Kysely<Database>): Promise<string | null> {
  const row = await db
    .selectFrom('import')
    .select((eb) => eb.fn.max('as_at').as('asAt'))
    .where('dataset', 'in', MAINSTREAM_REGISTERS)
    .executeTakeFirst();
  return row?.asAt ?? null;
}
