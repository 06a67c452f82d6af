import { sql } from 'kysely';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import { NOT_KEPT } from '../../../need/queries/round/rounds.ts';

/** What a head has against a leader, and what became of it. */
export interface Objection {
  id: string;
  words: string;
  by: string;
  at: Date;
  outcome: 'leader stays' | 'leader goes' | 'taken back' | null;
  outcomeWords: string | null;
}

/** Objections in a placement, the newest first, for the service and the supported school. */
export async function readObjections(transaction: ScopedTransaction, placementId: string): Promise<Objection[]> {
  const rows = await transaction
    .selectFrom('placement_objection as o')
    .selectAll('o')
    .select(sql<string | null>`author_in_placement(o.placement_id, o.made_by)`.as('by'))
    .where('o.placement_id', '=', placementId)
    .orderBy('o.made_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    words: row.words,
    by: row.by ?? NOT_KEPT,
    at: row.made_at,
    outcome: row.outcome,
    outcomeWords: row.outcome_words,
  }));
}

/** Whether an objection is unanswered: asked also for the leader, who reads none. */
export async function hasOpenObjection(transaction: ScopedTransaction, placementId: string): Promise<boolean> {
  const { rows } = await sql<{ open: boolean }>`select has_open_objection(${placementId}::uuid) as open`.execute(
    transaction,
  );
  return rows[0]?.open ?? false;
}
