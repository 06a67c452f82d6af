import type { Kysely } from 'kysely';
import { type ActingReader, actingReader } from '../../../access/acting-reader.ts';
import type { Role } from '../../../access/roles.ts';
import type { Scope } from '../../../access/scope.ts';
import { readAs } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';

/** Something that a room knows of what waits for a person: work, or days in a calendar. */
export type Source<T> = (reader: ActingReader) => Promise<T[]>;

/**
 * What every source tells of a person in the role they act in, in one transaction in their name; nothing for who holds no role. With the
 * roles that need a second factor, what these roles may do is left out for a session without one.
 */
export async function fromSources<T>(
  db: Kysely<Database>,
  scope: Scope<'work.read' | 'work.read-for'>,
  sources: readonly Source<T>[],
  { today, secondFactorRoles = [] }: { today: string; secondFactorRoles?: readonly Role[] },
): Promise<T[]> {
  if (scope.person?.acting == null) return [];
  return readAs(db, scope, async (transaction) => {
    const reader = actingReader(transaction, scope, { today, secondFactorRoles });
    const found: T[] = [];
    // One after the other: they share a connection.
    for (const source of sources) found.push(...(await source(reader)));
    return found;
  });
}
