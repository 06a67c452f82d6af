import type { Kysely } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import { readAs } from '../../access/scoped.ts';
import type { Database } from '../../db/schema.ts';
import { demonstrationKey } from '../rules/demonstration-email.ts';
import type { DemonstrationPerson } from '../rules/demonstration-groups.ts';

/** The invented people who hold a role: those of local authorities first. */
export async function demonstrationPeople(
  db: Kysely<Database>,
  scope: Scope<'sign-in.demonstration'>,
): Promise<DemonstrationPerson[]> {
  const rows = await readAs(db, scope, (transaction) =>
    transaction
      .selectFrom('person as p')
      .innerJoin('membership as m', 'm.person_id', 'p.id')
      .innerJoin('organisation as o', 'o.id', 'm.organisation_id')
      .select(['p.email', 'p.name', 'o.kind', 'o.name as organisation', 'o.urn'])
      .where('p.demonstration', '=', true)
      .where('p.erased_at', 'is', null)
      .where('p.restricted_at', 'is', null)
      .where('m.ended_at', 'is', null)
      .where('o.closed_at', 'is', null)
      .orderBy((eb) => eb('o.kind', '=', 'local authority'), 'desc')
      .orderBy('o.name', 'desc')
      .orderBy('p.name')
      .execute(),
  );
  const people = new Map<string, DemonstrationPerson>();
  for (const { email, name, kind, organisation, urn } of rows) {
    const key = demonstrationKey(email!);
    // Whoever holds two roles comes twice.
    if (!people.has(key)) people.set(key, { key, name, organisation: { kind, name: organisation, urn } });
  }
  return [...people.values()];
}
