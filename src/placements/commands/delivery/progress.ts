import type { Kysely } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import type { Database } from '../../../db/schema.ts';
import type { Objective } from '../../rules/delivery/objective.ts';
import type { Rating } from '../../rules/delivery/progress.ts';
import { inWork, type Recorded } from './in-work.ts';

/** How an objective stood on a day; `policyId` is the policy whose definitions were shown. */
export interface ProgressInput {
  objective: Objective;
  seenOn: string;
  rating: Rating;
  evidence: string;
  policyId: string;
}

/** Enters how an objective stands. Entries are added and never changed: a later one says what became of it. */
export function enterProgress(
  db: Kysely<Database>,
  scope: Scope<'placement.record-progress'>,
  { objective, seenOn, rating, evidence, policyId }: ProgressInput,
): Promise<Recorded> {
  return inWork<Recorded>(db, scope, async ({ transaction, belongs, part, tell }) => {
    // Sent twice, it is there already.
    const twin = await transaction
      .selectFrom('placement_progress')
      .select('id')
      .where('placement_id', '=', belongs.placement_id)
      .where('made_by', '=', belongs.made_by)
      .where('objective_key', '=', objective.key)
      .where('seen_on', '=', seenOn)
      .where('rating', '=', rating)
      .where('evidence', '=', evidence)
      .executeTakeFirst();
    if (twin !== undefined) return { ok: true, id: twin.id };
    const { id } = await transaction
      .insertInto('placement_progress')
      .values({
        ...belongs,
        objective_key: objective.key,
        objective_title: objective.title,
        seen_on: seenOn,
        rating,
        evidence,
        policy_id: policyId,
        made_part: part,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tell('progress.enter', id);
    return { ok: true, id };
  });
}

/** Says beside an entry that one sees it otherwise. Nobody disagrees with their own. */
export function disagreeWith(
  db: Kysely<Database>,
  scope: Scope<'placement.disagree'>,
  progressId: string,
  words: string,
): Promise<Recorded> {
  return inWork<Recorded>(db, scope, async ({ transaction, belongs, part, tell }) => {
    const entry = await transaction
      .selectFrom('placement_progress')
      .select('made_by')
      .where('id', '=', progressId)
      .where('placement_id', '=', belongs.placement_id)
      .executeTakeFirst();
    if (entry === undefined) return { ok: false, reason: 'no such record' };
    if (entry.made_by === belongs.made_by)
      return { ok: false, reason: 'not now', words: 'This entry is your own: enter a new one instead.' };
    const twin = await transaction
      .selectFrom('placement_disagreement')
      .select('id')
      .where('progress_id', '=', progressId)
      .where('made_by', '=', belongs.made_by)
      .where('words', '=', words)
      .executeTakeFirst();
    if (twin !== undefined) return { ok: true, id: twin.id };
    const { id } = await transaction
      .insertInto('placement_disagreement')
      .values({ ...belongs, progress_id: progressId, words, made_part: part })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tell('progress.disagree', progressId);
    return { ok: true, id };
  });
}
