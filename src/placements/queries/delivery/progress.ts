import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { ProgressEntry } from '../../rules/delivery/progress.ts';
import { authorOf } from './written.ts';

/** How the objectives of a placement stood, as was entered, with what the other side said beside it. */
export async function readProgress(transaction: ScopedTransaction, placementId: string): Promise<ProgressEntry[]> {
  const rows = await transaction
    .selectFrom('placement_progress as g')
    .selectAll('g')
    .select(authorOf('g'))
    .where('g.placement_id', '=', placementId)
    .orderBy('g.seen_on')
    .execute();
  const beside = await transaction
    .selectFrom('placement_disagreement as d')
    .selectAll('d')
    .select(authorOf('d'))
    .where('d.placement_id', '=', placementId)
    .orderBy('d.made_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    objective: { key: row.objective_key, title: row.objective_title },
    seenOn: row.seen_on,
    rating: row.rating,
    evidence: row.evidence,
    part: row.made_part,
    personId: row.made_by,
    by: row.by,
    at: row.made_at,
    disagreements: beside
      .filter(({ progress_id: of }) => of === row.id)
      .map(({ words, made_part: part, by, made_at: at }) => ({ words, part, by, at })),
  }));
}
