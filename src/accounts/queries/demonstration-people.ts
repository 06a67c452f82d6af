import type { Kysely } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import { readAs } from '../../access/scoped.ts';
import type { Database } from '../../db/schema.ts';
import { demonstrationKey } from '../rules/demonstration-email.ts';

/** An invented person whom a visitor may be with one press of a button. */
export interface DemonstrationPerson {
  /** Name in the policy file: what the button sends. */
  key: string;
  name: string;
  roles: { role: string; organisation: string }[];
}

/** The invented people with the roles that they hold: those of local authorities first. */
export async function demonstrationPeople(
  db: Kysely<Database>,
  scope: Scope<'sign-in.demonstration'>,
): Promise<DemonstrationPerson[]> {
  const rows = await readAs(db, scope, (transaction) =>
    transaction
      .selectFrom('person as p')
      .innerJoin('membership as m', 'm.person_id', 'p.id')
      .innerJoin('organisation as o', 'o.id', 'm.organisation_id')
      .select(['p.email', 'p.name', 'm.role', 'o.name as organisation'])
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
  for (const { email, name, role, organisation } of rows) {
    const key = demonstrationKey(email!);
    const person = people.get(key) ?? { key, name, roles: [] };
    person.roles.push({ role, organisation });
    people.set(key, person);
  }
  return [...people.values()];
}
