import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Triage } from '../../rules/offer/triage.ts';

/** How a placement was weighed last; null when nobody began. */
export async function readNewestTriage(transaction: ScopedTransaction, placementId: string): Promise<Triage | null> {
  const row = await transaction
    .selectFrom('placement_triage')
    .selectAll()
    .where('placement_id', '=', placementId)
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    source: row.source,
    needWords: row.need_words,
    costWords: row.cost_words,
    halfDays: row.half_days,
    pence: row.pence,
    risk: row.risk,
    nextStep: row.next_step,
    forImprovement: row.for_improvement,
    forImprovementWords: row.for_improvement_words,
    forNeed: row.for_need,
    forNeedWords: row.for_need_words,
    overrideWords: row.override_words,
  };
}
