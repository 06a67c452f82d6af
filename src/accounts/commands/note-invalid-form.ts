import type { Kysely } from 'kysely';
import { writeAs } from '../../access/scoped.ts';
import type { Scope } from '../../access/scope.ts';
import type { Database } from '../../db/schema.ts';

/** Enters in the trail that a deed was tried with a form that was not filled in rightly, so that the page shown again does not pass for the deed. */
export async function noteInvalidForm(db: Kysely<Database>, scope: Scope): Promise<void> {
  await writeAs(db, scope, async () => ({ result: undefined, outcome: 'failed', detail: { reason: 'form' } }));
}
