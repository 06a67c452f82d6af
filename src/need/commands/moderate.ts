import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import { writeAs, type Written } from '../../access/scoped.ts';
import type { ScopedTransaction } from '../../access/scoped-transaction.ts';
import type { Database } from '../../db/schema.ts';
import type { moderateNeed } from '../policy.ts';
import { latestRun } from '../queries.ts';
import type { Category } from '../rules/need-policy.ts';
import type { NewDecision } from '../schema/moderation-form.ts';
import { actorOf, alone } from '../../access/on-school.ts';

/** `unchanged` when the same had been decided before, so that a form sent twice counts once. */
export type Moderated =
  | { ok: true; unchanged: boolean }
  | { ok: false; reason: 'assessment changed' | 'reason needed' };

/**
 * Confirms or changes the category of the scope's school for the actor's organisation. Earlier decisions stay; the newest counts. A
 * category other than the one worked out needs a reason; to confirm needs none.
 */
export async function moderate(
  db: Kysely<Database>,
  scope: Scope<typeof moderateNeed.verb>,
  { category, reason, policyId, asAt }: NewDecision,
): Promise<Moderated> {
  const { urn, organisation, person, role } = actorOf(scope);
  const run = await latestRun(db);
  return writeAs(db, scope, async (transaction) => {
    await alone(transaction, 'need_moderation', urn);
    const computed = await computedCategory(transaction, urn, { policyId, asAt });
    if (run?.policyId !== policyId || run.asAt !== asAt || computed === null) return failed('assessment changed');
    if (category !== computed && reason === null) return failed('reason needed');
    const standing = await newestOwn(transaction, organisation.id, { urn, policyId, asAt });
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
        category,
        decided_by: person,
        decided_in_role: role,
        // The clock, not the start of the transaction: of two that waited for each other, the later one is the newest.
        decided_at: sql<Date>`clock_timestamp()`,
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
  });
}

function failed(reason: 'assessment changed' | 'reason needed'): Written<Moderated> {
  return { result: { ok: false, reason }, outcome: 'failed', detail: { reason } };
}

interface Assessed {
  policyId: string;
  asAt: string;
}

async function computedCategory(
  transaction: ScopedTransaction,
  urn: number,
  { policyId, asAt }: Assessed,
): Promise<Category | null> {
  const found = await transaction
    .selectFrom('need_assessment')
    .select('category')
    .where('urn', '=', urn)
    .where('policy_id', '=', policyId)
    .where('as_at', '=', asAt)
    .executeTakeFirst();
  return found?.category ?? null;
}

async function newestOwn(
  transaction: ScopedTransaction,
  organisationId: string,
  { urn, policyId, asAt }: Assessed & { urn: number },
): Promise<{ category: Category; reason: string | null } | undefined> {
  return transaction
    .selectFrom('need_moderation as m')
    .leftJoin('need_moderation_reason as r', 'r.moderation_id', 'm.id')
    .select(['m.category', 'r.reason'])
    .where('m.urn', '=', urn)
    .where('m.organisation_id', '=', organisationId)
    .where('m.policy_id', '=', policyId)
    .where('m.as_at', '=', asAt)
    .orderBy('m.decided_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}
