import { type Kysely, sql } from 'kysely';
import { addAuditEvent } from '../../../access/audit.ts';
import { actorOf, alone } from '../../../access/on-school.ts';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import type { decideInRound as permission, moderateNeed } from '../../policy.ts';
import { organisationOfScope, readPanel, readRounds } from '../../queries/round/rounds.ts';
import type { Category } from '../../rules/need-policy.ts';
import { interestsOf, type Round } from '../../rules/round/round.ts';
import { isUnderWay } from '../../rules/round/state.ts';
import { aloneInRounds } from './open-round.ts';

/** A decision on one school, under the leave to decide on it. Without a category the proposed one is confirmed. */
export interface SchoolDecision {
  scope: Scope<typeof moderateNeed.verb>;
  category: Category | null;
  reason: string | null;
}

export type DecidedInRound =
  | { ok: true; decided: number; unchanged: number }
  | {
      ok: false;
      reason:
        | 'no such round'
        | 'closed'
        | 'no such school'
        | 'no agreement'
        | 'interest'
        | 'reason needed'
        | 'interest not denied';
      urn?: number;
    };

/**
 * Decides on schools of a round of the scope's organisation, one or many: all of them or none. The actor says that they have no
 * interest in any of them, and is refused where they declared one. A category other than the proposed one needs a reason. Each school's
 * decision has its own entry in the trail, in the actor's name, in the same transaction.
 */
export function decideInRound(
  db: Kysely<Database>,
  scope: Scope<typeof permission.verb>,
  roundId: string,
  { decisions, noInterest }: { decisions: readonly SchoolDecision[]; noInterest: boolean },
): Promise<DecidedInRound> {
  const organisationId = organisationOfScope(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<DecidedInRound>> => {
    await aloneInRounds(transaction, organisationId);
    const [round] = await readRounds(transaction, organisationId, roundId);
    const problem = await problemOf(transaction, round, scope, { decisions, noInterest });
    if (problem !== null || round === undefined) {
      const { reason, urn } = problem ?? { reason: 'no such round' as const, urn: undefined };
      return {
        result: { ok: false, reason, ...(urn !== undefined && { urn }) },
        outcome: reason === 'interest' ? 'refused' : 'failed',
        detail: { round: roundId, reason, school: urn },
      };
    }
    let decided = 0;
    for (const decision of decisions) if (await decideOne(transaction, round, decision)) decided += 1;
    const unchanged = decisions.length - decided;
    return { result: { ok: true, decided, unchanged }, detail: { round: roundId, decided, unchanged } };
  });
}

type Problem = Pick<Extract<DecidedInRound, { ok: false }>, 'reason' | 'urn'>;

async function problemOf(
  transaction: ScopedTransaction,
  round: Round | undefined,
  { person }: Scope,
  { decisions, noInterest }: { decisions: readonly SchoolDecision[]; noInterest: boolean },
): Promise<Problem | null> {
  if (round === undefined) return { reason: 'no such round' };
  if (!isUnderWay(round.state)) return { reason: 'closed' };
  const interests = interestsOf(await readPanel(transaction, round.id), person?.id ?? '');
  const standing = await standingOf(
    transaction,
    round.id,
    decisions.map(({ scope }) => actorOf(scope).urn),
  );
  for (const { scope, category, reason } of decisions) {
    const { urn } = actorOf(scope);
    const item = standing.get(urn);
    if (item === undefined) return { reason: 'no such school', urn };
    if (!item.takesPart) return { reason: 'no agreement', urn };
    if (interests.has(urn)) return { reason: 'interest', urn };
    if (category !== null && category !== item.proposed && reason === null) return { reason: 'reason needed', urn };
  }
  return noInterest ? null : { reason: 'interest not denied' };
}

async function standingOf(
  transaction: ScopedTransaction,
  roundId: string,
  urns: readonly number[],
): Promise<Map<number, { proposed: Category; takesPart: boolean }>> {
  const { rows } = await sql<{ urn: number; proposed: Category; takesPart: boolean }>`
    select urn, proposed, may_judge(urn) as "takesPart" from need_round_item
    where round_id = ${roundId} and urn = any(${[...urns]}::int[])`.execute(transaction);
  return new Map(rows.map((row) => [row.urn, row]));
}

/** True when something was decided; false when the same stood already, so that a form sent twice counts once. */
async function decideOne(
  transaction: ScopedTransaction,
  round: Round,
  { scope, category, reason }: SchoolDecision,
): Promise<boolean> {
  const { urn, organisation, person, role } = actorOf(scope);
  await alone(transaction, 'need_moderation', urn);
  const { proposed } = await transaction
    .selectFrom('need_round_item')
    .select('proposed')
    .where('round_id', '=', round.id)
    .where('urn', '=', urn)
    .executeTakeFirstOrThrow();
  const last = await transaction
    .selectFrom('need_moderation as m')
    .leftJoin('need_moderation_reason as r', 'r.moderation_id', 'm.id')
    .select(['m.category', 'r.reason'])
    .where('m.round_id', '=', round.id)
    .where('m.urn', '=', urn)
    .orderBy('m.decided_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  const to = category ?? proposed;
  const detail = { from: last?.category ?? proposed, to, round: round.id };
  if (last?.category === to && (reason === null || reason === last.reason)) {
    await addAuditEvent(transaction, scope, {
      action: scope.verb,
      outcome: 'done',
      detail: { ...detail, unchanged: true },
    });
    return false;
  }
  const { id } = await transaction
    .insertInto('need_moderation')
    .values({
      urn,
      organisation_id: organisation.id,
      policy_id: round.policy.id,
      as_at: round.asAt,
      computed_category: proposed,
      category: to,
      decided_by: person,
      decided_in_role: role,
      decided_at: sql<Date>`clock_timestamp()`,
      round_id: round.id,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (reason !== null) {
    await transaction
      .insertInto('need_moderation_reason')
      .values({ moderation_id: id, urn, organisation_id: organisation.id, reason })
      .execute();
  }
  await addAuditEvent(transaction, scope, { action: scope.verb, outcome: 'done', detail });
  return true;
}
