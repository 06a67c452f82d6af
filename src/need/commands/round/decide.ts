import { type Kysely, sql } from 'kysely';
import { addAuditEvent } from '../../../access/audit.ts';
import { actorOf } from '../../../access/on-school.ts';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import type { decideInRound as permission, moderateNeed } from '../../policy.ts';
import { itemsOf } from '../../queries/round/agenda.ts';
import { organisationOfScope, readPanel, readRounds } from '../../queries/round/rounds.ts';
import type { Category } from '../../rules/need-policy.ts';
import type { RoundItem } from '../../rules/round/agenda.ts';
import { interestsOf, type Round } from '../../rules/round/round.ts';
import { isUnderWay } from '../../rules/round/state.ts';
import { moderateWithin } from '../moderate.ts';
import { aloneInRounds } from './open-round.ts';

/** A decision on one school, under the leave to decide on it. Without a category the proposed one is confirmed. */
export interface SchoolDecision {
  scope: Scope<typeof moderateNeed.verb>;
  category: Category | null;
  reason: string | null;
}

interface Asked {
  decisions: readonly SchoolDecision[];
  noInterest: boolean;
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
  { decisions, noInterest }: Asked,
): Promise<DecidedInRound> {
  const organisationId = organisationOfScope(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<DecidedInRound>> => {
    await aloneInRounds(transaction, organisationId);
    const [round] = await readRounds(transaction, organisationId, roundId);
    const urns = decisions.map((decision) => actorOf(decision.scope).urn);
    const standing = round === undefined ? new Map<number, never>() : await standingOf(transaction, round, urns);
    const problem = await problemOf(transaction, round, scope, { decisions, noInterest, standing });
    if (problem !== null || round === undefined) {
      const { reason, urn } = problem ?? { reason: 'no such round' as const, urn: undefined };
      return {
        result: { ok: false, reason, ...(urn !== undefined && { urn }) },
        outcome: reason === 'interest' ? 'refused' : 'failed',
        detail: { round: roundId, reason, school: urn },
      };
    }
    let decided = 0;
    for (const decision of decisions) {
      const item = standing.get(actorOf(decision.scope).urn)!;
      if (await decideOne(transaction, round, item, decision)) decided += 1;
    }
    const unchanged = decisions.length - decided;
    return { result: { ok: true, decided, unchanged }, detail: { round: roundId, decided, unchanged } };
  });
}

type Problem = Pick<Extract<DecidedInRound, { ok: false }>, 'reason' | 'urn'>;

async function problemOf(
  transaction: ScopedTransaction,
  round: Round | undefined,
  { person }: Scope,
  { decisions, noInterest, standing }: Asked & { standing: ReadonlyMap<number, RoundItem & { takesPart: boolean }> },
): Promise<Problem | null> {
  if (round === undefined) return { reason: 'no such round' };
  if (!isUnderWay(round.state)) return { reason: 'closed' };
  const interests = interestsOf(await readPanel(transaction, round.id), person?.id ?? '');
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

/** The schools as they were frozen, each with whether the acting service may still judge it. */
async function standingOf(
  transaction: ScopedTransaction,
  round: Round,
  urns: readonly number[],
): Promise<Map<number, RoundItem & { takesPart: boolean }>> {
  const { rows } = await sql<{ urn: number; yes: boolean }>`
    select urn, may_judge(urn) as yes from unnest(${[...urns]}::int[]) as urn`.execute(transaction);
  const may = new Map(rows.map(({ urn, yes }) => [urn, yes]));
  const items = (await itemsOf(transaction, round)).filter(({ urn }) => may.has(urn));
  return new Map(items.map((item) => [item.urn, { ...item, takesPart: may.get(item.urn) ?? false }]));
}

/** True when something was decided; false when the same stood already, so that a form sent twice counts once. */
async function decideOne(
  transaction: ScopedTransaction,
  round: Round,
  item: RoundItem,
  { scope, category, reason }: SchoolDecision,
): Promise<boolean> {
  const frozen = { policyId: round.policy.id, asAt: round.asAt, computed: item.proposed };
  const need = { ...frozen, urn: item.urn, points: item.points, indicators: [...item.indicators] };
  const { result, ...told } = await moderateWithin(
    transaction,
    actorOf(scope),
    { ...frozen, category: category ?? item.proposed, reason },
    { need, pack: round.packSha256 },
    round.id,
  );
  if (!result.ok) throw new Error(`A decision in a round was checked and then refused: ${result.reason}`);
  const detail = { ...told.detail, round: round.id };
  await addAuditEvent(transaction, scope, { action: scope.verb, outcome: 'done', ...told, detail });
  return !result.unchanged;
}
