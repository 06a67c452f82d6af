import type { Kysely } from 'kysely';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Scope } from '../../../access/scope.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import type { answerReview, holdReview } from '../../policy/agreement.ts';
import { readAgreement } from '../../queries/agreement/versions.ts';
import { readReviews } from '../../queries/life/reviews.ts';
import { placementIdOf } from '../../queries/placement.ts';
import {
  type MissingGroup,
  missingOfReview,
  type Review,
  type ReviewAnswer,
  type ReviewWords,
} from '../../rules/life/review.ts';
import type { Placement } from '../../rules/placement.ts';
import { WORKING } from '../../rules/states.ts';
import { heldPlacement } from '../agreement/held-placement.ts';
import { writeToParts } from '../agreement/letters.ts';
import { notePlacementEvent } from '../change-placement.ts';

export type ReviewResult =
  | { ok: true }
  | { ok: false; reason: 'not now' | 'no review' }
  | { ok: false; reason: 'changed meanwhile'; review: Review }
  | { ok: false; reason: 'missing'; missing: MissingGroup[] };

type Failure = Extract<ReviewResult, { ok: false }>;

function failed(result: Failure): Written<ReviewResult> {
  return { result, outcome: 'failed', detail: { reason: result.reason } };
}

/** Begins a review: the leader and the supported head are asked by mail. The one that is in progress, where there is one. */
export function beginReview(
  db: Kysely<Database>,
  scope: Scope<typeof holdReview.verb>,
  link: string,
): Promise<ReviewResult> {
  return writeAs(db, scope, async (transaction): Promise<Written<ReviewResult>> => {
    const found = await inReview(transaction, scope);
    if (found === null) return failed({ ok: false, reason: 'not now' });
    if (found.review !== null) return { result: { ok: true }, detail: { unchanged: true } };
    const { placement } = found;
    await notePlacementEvent(transaction, scope, placement, { deed: 'review.begin' });
    await transaction
      .insertInto('placement_review')
      .values({
        placement_id: placement.id,
        organisation_id: placement.organisationId,
        held_on: null,
        working: null,
        appropriate: null,
        change: null,
        continues: null,
        exit_on: null,
        next_steps: null,
        made_by: scope.person!.id,
        made_in_role: scope.person!.acting!.role,
        recorded_by: null,
        recorded_at: null,
      })
      .execute();
    const { reference } = placement;
    const asked = await writeToParts(transaction, scope, placement, ['leader', 'supported head'], {
      name: 'review asked',
      reference,
      link,
    });
    return { result: { ok: true }, detail: { asked } };
  });
}

interface Saving {
  revision: number;
  words: ReviewWords;
  /** Whether it is to be recorded, after which it never changes. */
  record: boolean;
}

/** Saves a review, half filled or whole, or records it when no group is missing. */
export function saveReview(
  db: Kysely<Database>,
  scope: Scope<typeof holdReview.verb>,
  { revision, words, record }: Saving,
): Promise<ReviewResult> {
  return writeAs(db, scope, async (transaction): Promise<Written<ReviewResult>> => {
    const found = await inReview(transaction, scope);
    if (found === null) return failed({ ok: false, reason: 'not now' });
    const { placement, review } = found;
    if (review === null) return failed({ ok: false, reason: 'no review' });
    if (review.revision !== revision) return failed({ ok: false, reason: 'changed meanwhile', review });
    if (record) {
      const { inForce } = await readAgreement(transaction, placement.id);
      const keys = (inForce?.content.objectives ?? []).map(({ key }) => key);
      const missing = missingOfReview(words, keys, review.answers);
      if (missing.length > 0) return failed({ ok: false, reason: 'missing', missing });
      await notePlacementEvent(transaction, scope, placement, { deed: 'review.record' });
    }
    await transaction
      .updateTable('placement_review')
      .set({
        held_on: words.heldOn,
        working: words.working,
        appropriate: words.appropriate,
        change: words.change,
        continues: words.continues,
        exit_on: words.exitOn,
        next_steps: words.nextSteps,
        objectives: JSON.stringify(words.objectives),
        revision: revision + 1,
        ...(record ? { recorded_by: scope.person!.id, recorded_at: new Date() } : {}),
      })
      .where('id', '=', review.id)
      .execute();
    return { result: { ok: true }, detail: { recorded: record } };
  });
}

/** Deletes a review that is in progress. One that was recorded stays. */
export function deleteReview(
  db: Kysely<Database>,
  scope: Scope<typeof holdReview.verb>,
  revision: number,
): Promise<ReviewResult> {
  return writeAs(db, scope, async (transaction): Promise<Written<ReviewResult>> => {
    const found = await inReview(transaction, scope);
    if (found === null) return failed({ ok: false, reason: 'not now' });
    const { placement, review } = found;
    if (review === null) return failed({ ok: false, reason: 'no review' });
    if (review.revision !== revision) return failed({ ok: false, reason: 'changed meanwhile', review });
    await transaction.deleteFrom('placement_review').where('id', '=', review.id).execute();
    await notePlacementEvent(transaction, scope, placement, { deed: 'review.delete' });
    return { result: { ok: true } };
  });
}

/** Adds an answer of the leader or of the supported head to the review in progress: their own, or as the service was told it. */
export function answerInReview(
  db: Kysely<Database>,
  scope: Scope<typeof answerReview.verb>,
  { part, working, appropriate, change, byService }: Omit<ReviewAnswer, 'by' | 'at'>,
): Promise<ReviewResult> {
  return writeAs(db, scope, async (transaction): Promise<Written<ReviewResult>> => {
    const found = await inReview(transaction, scope);
    if (found === null) return failed({ ok: false, reason: 'not now' });
    const { placement, review } = found;
    if (review === null) return failed({ ok: false, reason: 'no review' });
    const last = review.answers.find((answer) => answer.part === part);
    if (
      last !== undefined &&
      last.working === working &&
      last.appropriate === appropriate &&
      last.change === change &&
      last.byService === byService
    )
      return { result: { ok: true }, detail: { unchanged: true } };
    await notePlacementEvent(transaction, scope, placement, { deed: 'review.answer' });
    await transaction
      .insertInto('placement_review_answer')
      .values({
        review_id: review.id,
        placement_id: placement.id,
        organisation_id: placement.organisationId,
        part,
        working,
        appropriate,
        change,
        by_service: byService,
        said_by: scope.person!.id,
        said_in_role: scope.person!.acting!.role,
      })
      .execute();
    return { result: { ok: true }, detail: { part, byService } };
  });
}

/** The placement while its work is recorded, with the review in progress. */
async function inReview(
  transaction: ScopedTransaction,
  scope: Scope<typeof holdReview.verb | typeof answerReview.verb>,
): Promise<{ placement: Placement; review: Review | null } | null> {
  const placement = await heldPlacement(transaction, placementIdOf(scope), WORKING);
  if (placement === null) return null;
  const reviews = await readReviews(transaction, placement.id);
  return { placement, review: reviews.find(({ recordedAt }) => recordedAt === null) ?? null };
}
