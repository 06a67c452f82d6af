import { sql } from 'kysely';
import type { Organisation, Role } from './roles.ts';
import type { Scope } from './scope.ts';
import type { ScopedTransaction } from './scoped-transaction.ts';

/** Who writes about which school. Throws for a scope that is of no person or about no school: a fault of ours. */
export function actorOf({ subject, person, verb }: Scope): {
  urn: number;
  organisation: Organisation;
  person: string;
  role: Role;
} {
  if (subject.kind !== 'school' || !person?.acting) throw new Error(`${verb} is done by a person, about a school`);
  return { urn: subject.urn, organisation: person.acting.organisation, person: person.id, role: person.acting.role };
}

/** Who writes for which organisation. Throws for a scope that is of no person or about no organisation: a fault of ours. */
export function memberOf({ subject, person, verb }: Scope): { organisation: Organisation; person: string; role: Role } {
  if (subject.kind !== 'organisation' || person?.acting?.organisation.id !== subject.organisationId)
    throw new Error(`${verb} is done by a person of the organisation, for it`);
  return { organisation: person.acting.organisation, person: person.id, role: person.acting.role };
}

/** Waits until nobody else writes to the table about the school, and keeps others waiting until the transaction ends. */
export async function alone(transaction: ScopedTransaction, table: string, urn: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${table}), ${urn})`.execute(transaction);
}
