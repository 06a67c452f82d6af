import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import type { keepRegister, sayOfOneself } from '../../policy.ts';
import { entrySeen } from '../../queries/register/entries.ts';
import { actorIn } from '../../rules/register/actor.ts';
import type { NewStanding } from '../../rules/register/standing.ts';

type SayingScope = Scope<typeof keepRegister.verb | typeof sayOfOneself.verb>;

export type StandingNoted =
  | { ok: true; unchanged: boolean }
  | { ok: false; reason: 'no such leader' | 'over' | 'no such school' | 'no such trust' };

/** Writes down other standing or an interest of a leader: by themself or by their service. */
export function noteStanding(
  db: Kysely<Database>,
  scope: SayingScope,
  leaderId: string,
  standing: NewStanding,
): Promise<StandingNoted> {
  const { person, role } = actorIn(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<StandingNoted>> => {
    const detail = { step: 'interest', leader: leaderId, kind: standing.kind };
    const failed = (reason: Extract<StandingNoted, { ok: false }>['reason']): Written<StandingNoted> => ({
      result: { ok: false, reason },
      outcome: 'failed',
      detail: { ...detail, reason },
    });
    const entry = await entrySeen(transaction, scope, leaderId);
    if (entry === null) return failed('no such leader');
    if (entry.status === 'ended') return failed('over');
    await sql`select pg_advisory_xact_lock(hashtext('leader_interest'), hashtext(${leaderId}))`.execute(transaction);
    const { urn, trustUid } = standing;
    if (urn !== null) {
      const school = await transaction.selectFrom('school').select('urn').where('urn', '=', urn).executeTakeFirst();
      if (school === undefined) return failed('no such school');
    }
    if (trustUid !== null) {
      const trust = await transaction
        .selectFrom('group_member')
        .select('group_uid')
        .where('group_uid', '=', trustUid)
        .executeTakeFirst();
      if (trust === undefined) return failed('no such trust');
    }
    const twin = await transaction
      .selectFrom('leader_interest')
      .select('id')
      .where('leader_id', '=', leaderId)
      .where('withdrawn_at', 'is', null)
      .where('kind', '=', standing.kind)
      .where('urn', 'is not distinct from', urn)
      .where('trust_uid', 'is not distinct from', trustUid)
      .where('words', '=', standing.words)
      .executeTakeFirst();
    if (twin !== undefined) return { result: { ok: true, unchanged: true }, detail: { ...detail, unchanged: true } };
    await transaction
      .insertInto('leader_interest')
      .values({
        leader_id: leaderId,
        organisation_id: entry.organisationId,
        kind: standing.kind,
        urn,
        trust_uid: trustUid,
        words: standing.words,
        since: standing.since,
        until: standing.until,
        noted_by: person,
        noted_in_role: role,
      })
      .execute();
    return { result: { ok: true, unchanged: false }, detail };
  });
}

export type StandingWithdrawn = { ok: true } | { ok: false; reason: 'no such interest' };

/** Takes back what was written down of a leader's other standing, with why: it stays readable as history. */
export function withdrawStanding(
  db: Kysely<Database>,
  scope: SayingScope,
  leaderId: string,
  { id, why }: { id: string; why: string },
): Promise<StandingWithdrawn> {
  const { person } = actorIn(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<StandingWithdrawn>> => {
    const detail = { step: 'withdraw interest', leader: leaderId, interest: id };
    const entry = await entrySeen(transaction, scope, leaderId);
    const updated =
      entry === null
        ? []
        : await transaction
            .updateTable('leader_interest')
            .set({ withdrawn_at: sql<Date>`clock_timestamp()`, withdrawn_by: person, withdrawn_why: why })
            .where('id', '=', id)
            .where('leader_id', '=', leaderId)
            .where('withdrawn_at', 'is', null)
            .returning('id')
            .execute();
    return updated.length === 1
      ? { result: { ok: true }, detail }
      : { result: { ok: false, reason: 'no such interest' }, outcome: 'failed', detail };
  });
}
