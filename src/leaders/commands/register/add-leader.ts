import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import type { keepRegister } from '../../policy.ts';
import { sameLeader } from '../../queries/register/entries.ts';
import { keeperIn, type RegisterKeeper } from '../../rules/register/actor.ts';
import type { LeaderDetails } from '../../rules/register/leader.ts';
import { keepVersion } from './keep-version.ts';

export type LeaderAdded =
  | { ok: true; id: string; isLinked: boolean }
  | { ok: false; reason: 'no such school' }
  /** With the entry that is there. */
  | { ok: false; reason: 'there already'; id: string };

/** Adds a leader to the register of the scope's service, and joins the entry to their account where they have one. */
export function addLeader(
  db: Kysely<Database>,
  scope: Scope<typeof keepRegister.verb>,
  details: LeaderDetails,
): Promise<LeaderAdded> {
  const keeper = keeperIn(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<LeaderAdded>> => {
    const result = await putInRegister(transaction, keeper, details);
    if (!result.ok) return { result, outcome: 'failed', detail: { step: 'add', reason: result.reason } };
    return { result, detail: { step: 'add', leader: result.id, school: details.homeUrn } };
  });
}

/** The same within a command that does more, whose entry in the trail tells of it. */
export async function putInRegister(
  transaction: ScopedTransaction,
  keeper: RegisterKeeper,
  details: LeaderDetails,
): Promise<LeaderAdded> {
  await aloneInRegister(transaction, keeper.organisationId);
  const there = await sameLeader(transaction, keeper.organisationId, details);
  if (there !== null) return { ok: false, reason: 'there already', id: there.id };
  const school = await transaction
    .selectFrom('school')
    .select('urn')
    .where('urn', '=', details.homeUrn)
    .executeTakeFirst();
  if (school === undefined) return { ok: false, reason: 'no such school' };
  const { id } = await transaction
    .insertInto('system_leader')
    .values({
      organisation_id: keeper.organisationId,
      ...columnsOf(details),
      changed_by: keeper.person,
      changed_in_role: keeper.role,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await keepVersion(transaction, keeper, { id, version: 1, ...details, status: 'active', statusWhy: null });
  return { ok: true, id, isLinked: (await linkLeaders(transaction, null)) > 0 };
}

/** An entry's details as columns. */
export function columnsOf(details: LeaderDetails) {
  return {
    name: details.name,
    email: details.email,
    home_urn: details.homeUrn,
    phases: [...details.phases],
    fields: [...details.fields],
    contexts: [...details.contexts],
    furthest_minutes: details.furthestMinutes,
    most_schools: details.mostSchools,
    partnership: details.partnership,
  };
}

/**
 * Joins entries to the accounts of the people they are about: of the acting service with null, or at the sign-in of a person, theirs in
 * every register. Returns how many were joined.
 */
export async function linkLeaders(transaction: ScopedTransaction, personId: string | null): Promise<number> {
  const { rows } = await sql<{ joined: number }>`select link_system_leaders(${personId}) as joined`.execute(
    transaction,
  );
  return rows[0]!.joined;
}

/** Waits until nobody else adds to the register of the service or changes whether an entry counts. */
export async function aloneInRegister(transaction: ScopedTransaction, organisationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('system_leader'), hashtext(${organisationId}))`.execute(transaction);
}
