import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { registerAsAt } from '../../opendata/queries/register-as-at.ts';
import { policiesOf } from '../../policies.ts';
import { type AuthorityChange, type AuthorityHistory, historyOn } from '../rules/authority-changes.ts';
import { authorityChangesKind } from '../schema/authority-changes.ts';

/** Every change of authorities that is known, whenever it was or will be. Throws PolicyError when a file is malformed. */
export function everyAuthorityChange(): AuthorityChange[] {
  return policiesOf(authorityChangesKind).flatMap(({ changes }) => changes);
}

/** The changes of authorities up to the day of the register, and those still to come on it. None without a register. */
export async function authorityHistory(db: Kysely<Database>): Promise<AuthorityHistory> {
  const asAt = await registerAsAt(db);
  return asAt === null ? { past: [], toCome: [] } : historyOn(everyAuthorityChange(), asAt);
}
