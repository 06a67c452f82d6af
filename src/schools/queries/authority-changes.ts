import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { registerAsAt } from '../../opendata/queries/register-as-at.ts';
import { policiesOf } from '../../policies.ts';
import { type AuthorityChange, changesUpTo } from '../rules/authority-changes.ts';
import { authorityChangesKind } from '../schema/authority-changes.ts';

/** The changes of authorities up to the day of the register: later ones are not yet in its codes. None without a register. */
export async function authorityChanges(db: Kysely<Database>): Promise<AuthorityChange[]> {
  const asAt = await registerAsAt(db);
  if (asAt === null) return [];
  return changesUpTo(
    policiesOf(authorityChangesKind).flatMap(({ changes }) => changes),
    asAt,
  );
}
