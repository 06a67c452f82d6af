import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import { writeAs, type Written } from '../../access/scoped.ts';
import type { ScopedTransaction } from '../../access/scoped-transaction.ts';
import type { Database } from '../../db/schema.ts';
import type { moderateNeed } from '../policy.ts';
import { type NeedPack, readNeed, type SchoolNeed } from '../queries.ts';
import { packed } from '../rules/assessment.ts';
import type { Category } from '../rules/need-policy.ts';
import type { NewDecision } from '../schema/moderation-form.ts';
import { actorOf, alone } from '../../access/on-school.ts';
import { keepPackText } from './keep-pack-text.ts';

/** `unchanged` when the same had been decided before, so that a form sent twice counts once. */
export type Moderated =
  | { ok: true; unchanged: boolean }
  | { ok: false; reason: 'assessment changed' | 'reason needed' };

/** What is decided on: the need of the school as the decider's organisation sees it, with the pack it was read under, or its name. */
export interface Judged {
  need: Pick<SchoolNeed, 'urn' | 'policyId' | 'asAt' | 'computed' | 'points' | 'indicators'>;
  /** The pack, or the name of its text where that is kept already. */
  pack: NeedPack | string;
}

/**
 * Confirms or changes the category of the scope's school for the actor's organisation. Earlier decisions stay; the newest counts. A
 * category other than the one worked out needs a reason; to confirm needs none.
 */
export async function moderate(
  db: Kysely<Database>,
  scope: Scope<typeof moderateNeed.verb>,
  decision: NewDecision,
): Promise<Moderated> {
  const actor = actorOf(scope);
  const read = await readNeed(db, scope, { urns: [actor.urn] });
  const need = read?.needs[0];
  const judged = need === undefined ? null : { need, pack: read!.pack };
  return writeAs(db, scope, (transaction) => moderateWithin(transaction, actor, decision, judged));
}

/**
 * The same inside a transaction that is open already, as of a round: the caller reads what is judged before it begins, and enters the
 * audit event with what comes back; `roundId` names the round. With the decision its evidence is kept, and the text of the pack, so that it can be replayed.
 */
export async function moderateWithin(
  transaction: ScopedTransaction,
  { urn, organisation, person, role }: ReturnType<typeof actorOf>,
  { category, reason, policyId, asAt, computed: seen }: NewDecision,
  judged: Judged | null,
  roundId: string | null = null,
): Promise<Written<Moderated>> {
  await alone(transaction, 'need_moderation', urn);
  if (judged === null || judged.need.urn !== urn) return failed('assessment changed');
  const { need, pack } = judged;
  const { computed } = need;
  if (need.policyId !== policyId || need.asAt !== asAt || (seen ?? computed) !== computed)
    return failed('assessment changed');
  if (category !== computed && reason === null) return failed('reason needed');
  const standing = await newestOwn(transaction, organisation.id, { urn, policyId, asAt, roundId });
  const detail = { from: standing?.category ?? computed, to: category };
  if (standing?.category === category && (reason === null || reason === standing.reason)) {
    return { result: { ok: true, unchanged: true }, detail: { ...detail, unchanged: true } };
  }
  const { id } = await transaction
    .insertInto('need_moderation')
    .values({
      urn,
      organisation_id: organisation.id,
      policy_id: policyId,
      as_at: asAt,
      computed_category: computed,
      computed_points: need.points,
      evidence: JSON.stringify(need.indicators.map(packed)),
      pack_sha256: typeof pack === 'string' ? pack : await keepPackText(transaction, pack, pack.owner?.id ?? null),
      category,
      decided_by: person,
      decided_in_role: role,
      // The clock, not the start of the transaction: of two that waited for each other, the later one is the newest.
      decided_at: sql<Date>`clock_timestamp()`,
      round_id: roundId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (reason !== null) {
    await transaction
      .insertInto('need_moderation_reason')
      .values({ moderation_id: id, urn, organisation_id: organisation.id, reason })
      .execute();
  }
  return { result: { ok: true, unchanged: false }, detail };
}

function failed(reason: 'assessment changed' | 'reason needed'): Written<Moderated> {
  return { result: { ok: false, reason }, outcome: 'failed', detail: { reason } };
}

interface Assessed {
  policyId: string;
  asAt: string;
}

async function newestOwn(
  transaction: ScopedTransaction,
  organisationId: string,
  { urn, policyId, asAt, roundId }: Assessed & { urn: number; roundId: string | null },
): Promise<{ category: Category; reason: string | null } | undefined> {
  return (
    transaction
      .selectFrom('need_moderation as m')
      .leftJoin('need_moderation_reason as r', 'r.moderation_id', 'm.id')
      .select(['m.category', 'r.reason'])
      .where('m.urn', '=', urn)
      .where('m.organisation_id', '=', organisationId)
      .where('m.policy_id', '=', policyId)
      .where('m.as_at', '=', asAt)
      // What was decided outside of a round is not yet decided in it.
      .$if(roundId !== null, (query) => query.where('m.round_id', '=', roundId))
      .orderBy('m.decided_at', 'desc')
      .limit(1)
      .executeTakeFirst()
  );
}
