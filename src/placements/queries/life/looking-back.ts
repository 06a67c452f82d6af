import { type Kysely, sql } from 'kysely';
import { readAs } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import type { PlacementScope } from '../../policy.ts';
import type { FollowedUp } from '../../rules/life/follow-up.ts';
import type { Comparator, Impact } from '../../rules/life/impact.ts';
import { placementIdOf } from '../placement.ts';

/** An evaluation or a reflection as it was sent. */
export interface SentAnswers {
  id: string;
  kind: 'evaluation' | 'reflection';
  /** The policy whose questions were answered. */
  policyId: string;
  /** By the code of the question. */
  answers: Readonly<Record<string, string>>;
  /** Why it takes the place of an earlier one; null for the first. */
  reason: string | null;
  by: string | null;
  at: Date;
}

/** All that looks back on a placement. */
export interface LookingBack {
  /** The newest that counts, and how many there were. */
  evaluation: SentAnswers | null;
  reflection: SentAnswers | null;
  /** The newest of each objective. */
  impacts: Impact[];
  /** By months after the end. */
  followedUp: Map<number, FollowedUp>;
}

/** What looks back on the scope's placement. */
export function lookingBackOn(db: Kysely<Database>, scope: PlacementScope): Promise<LookingBack> {
  return readAs(db, scope, (transaction) => readLookingBack(transaction, placementIdOf(scope)));
}

export async function readLookingBack(transaction: ScopedTransaction, placementId: string): Promise<LookingBack> {
  const sent = await transaction
    .selectFrom('placement_evaluation as e')
    .selectAll('e')
    .select(sql<string | null>`author_in_placement(e.placement_id, e.sent_by)`.as('by_name'))
    .where('e.placement_id', '=', placementId)
    .orderBy('e.sent_at', 'desc')
    .execute();
  const impacts = await transaction
    .selectFrom('placement_impact as i')
    .distinctOn('i.objective')
    .selectAll('i')
    .select(sql<string | null>`author_in_placement(i.placement_id, i.noted_by)`.as('by_name'))
    .where('i.placement_id', '=', placementId)
    .orderBy('i.objective')
    .orderBy('i.noted_at', 'desc')
    .execute();
  const followUps = await transaction
    .selectFrom('placement_follow_up as f')
    .selectAll('f')
    .select(sql<string | null>`author_in_placement(f.placement_id, f.noted_by)`.as('by_name'))
    .where('f.placement_id', '=', placementId)
    .execute();
  const newest = (kind: 'evaluation' | 'reflection'): SentAnswers | null => {
    const row = sent.find((one) => one.kind === kind);
    if (row === undefined) return null;
    const { id, policy_id, answers, reason, by_name, sent_at } = row;
    return { id, kind, policyId: policy_id, answers, reason, by: by_name, at: sent_at };
  };
  return {
    evaluation: newest('evaluation'),
    reflection: newest('reflection'),
    impacts: impacts.map((row) => ({
      objective: row.objective,
      value: row.value,
      asAt: row.as_at,
      source: row.source,
      comparator: row.comparator as Comparator | null,
      confidence: row.confidence,
      words: row.words,
      by: row.by_name,
      at: row.noted_at,
    })),
    followedUp: new Map(
      followUps.map(({ months, held_on, who, lasted, new_need, by_name }) => [
        months,
        { heldOn: held_on, who, lasted, newNeed: new_need, by: by_name },
      ]),
    ),
  };
}
