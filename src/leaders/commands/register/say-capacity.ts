import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import type { SchoolTerm } from '../../../need/rules/round/term.ts';
import type { keepRegister, sayOfOneself } from '../../policy.ts';
import { actorIn } from '../../rules/register/actor.ts';
import { entrySeen } from '../../queries/register/entries.ts';

export type Said = { ok: true; said: number } | { ok: false; reason: 'no such leader' | 'over' };

/** What is offered of a term, in half days. */
export interface TermOffer extends SchoolTerm {
  halfDays: number;
}

/**
 * Says what a leader offers in each of the terms: by the leader, or by their service for them. The same number again confirms it anew;
 * what the same person said in the last minute is a form sent twice, and is not said again.
 */
export function sayCapacity(
  db: Kysely<Database>,
  scope: Scope<typeof keepRegister.verb | typeof sayOfOneself.verb>,
  leaderId: string,
  offers: readonly TermOffer[],
): Promise<Said> {
  const { person, role } = actorIn(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<Said>> => {
    const detail = { step: 'capacity', leader: leaderId };
    const entry = await entrySeen(transaction, scope, leaderId);
    const refused = entry === null ? 'no such leader' : entry.status === 'ended' ? 'over' : null;
    if (entry === null || refused !== null)
      return { result: { ok: false, reason: refused! }, outcome: 'failed', detail: { ...detail, reason: refused } };
    await sql`select pg_advisory_xact_lock(hashtext('leader_capacity'), hashtext(${leaderId}))`.execute(transaction);
    let said = 0;
    for (const { schoolYear, term, halfDays } of offers) {
      const { rows } = await sql<{ half_days: number }>`
        select half_days from leader_capacity where leader_id = ${leaderId} and school_year = ${schoolYear} and term = ${term}
          and said_by = ${person} and said_at > clock_timestamp() - interval '1 minute' order by said_at desc limit 1`.execute(
        transaction,
      );
      if (rows[0]?.half_days === halfDays) continue;
      await transaction
        .insertInto('leader_capacity')
        .values({
          leader_id: leaderId,
          organisation_id: entry.organisationId,
          school_year: schoolYear,
          term,
          half_days: halfDays,
          said_by: person,
          said_in_role: role,
        })
        .execute();
      said += 1;
    }
    return { result: { ok: true, said }, detail: { ...detail, terms: offers.length } };
  });
}
