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
}

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
      .select(['p.email', 'p.name'])
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
  // Whoever holds two roles comes twice.
  const names = new Map(rows.map(({ email, name }) => [demonstrationKey(email!), name]));
  return [...names].map(([key, name]) => ({ key, name }));
}
