import { type Kysely, sql } from 'kysely';
import { readAs } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import type { PlacementScope } from '../../policy.ts';
import type { ObjectiveStatus, Review, ReviewAnswer } from '../../rules/life/review.ts';
import { placementIdOf } from '../placement.ts';

/** The reviews of the scope's placement, the newest first. */
export function reviewsOf(db: Kysely<Database>, scope: PlacementScope): Promise<Review[]> {
  return readAs(db, scope, (transaction) => readReviews(transaction, placementIdOf(scope)));
}

export async function readReviews(transaction: ScopedTransaction, placementId: string): Promise<Review[]> {
  const rows = await transaction
    .selectFrom('placement_review as r')
    .selectAll('r')
    .select(sql<string | null>`author_in_placement(r.placement_id, coalesce(r.recorded_by, r.made_by))`.as('by_name'))
    .where('r.placement_id', '=', placementId)
    .orderBy('r.made_at', 'desc')
    .execute();
  const answers = await transaction
    .selectFrom('placement_review_answer as a')
    .distinctOn(['a.review_id', 'a.part'])
    .selectAll('a')
    .select(sql<string | null>`author_in_placement(a.placement_id, a.said_by)`.as('by_name'))
    .where('a.placement_id', '=', placementId)
    .orderBy('a.review_id')
    .orderBy('a.part')
    .orderBy('a.said_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    revision: row.revision,
    madeAt: row.made_at,
    by: row.by_name,
    recordedAt: row.recorded_at,
    heldOn: row.held_on,
    working: row.working,
    appropriate: row.appropriate,
    change: row.change,
    continues: row.continues,
    exitOn: row.exit_on,
    nextSteps: row.next_steps,
    objectives: row.objectives as ObjectiveStatus[],
    answers: answers
      .filter(({ review_id }) => review_id === row.id)
      .map((answer): ReviewAnswer => ({
        part: answer.part,
        working: answer.working,
        appropriate: answer.appropriate,
        change: answer.change,
        byService: answer.by_service,
        by: answer.by_name,
        at: answer.said_at,
      })),
  }));
}
