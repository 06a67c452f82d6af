import { z } from 'zod';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Concern } from '../../rules/delivery/concern.ts';
import { authorOf } from './written.ts';

const detail = z.object({
  ticked: z.record(z.string(), z.array(z.string())).catch({}),
  power: z.object({ code: z.string(), label: z.string() }).nullable().catch(null),
});

/** Concerns of a placement with what was done about each, the newest concern first. */
export async function readConcerns(transaction: ScopedTransaction, placementId: string): Promise<Concern[]> {
  const rows = await transaction
    .selectFrom('placement_concern as c')
    .selectAll('c')
    .select(authorOf('c'))
    .where('c.placement_id', '=', placementId)
    .orderBy('c.made_at', 'desc')
    .execute();
  const steps = await transaction
    .selectFrom('placement_concern_step as s')
    .selectAll('s')
    .select(authorOf('s'))
    .where('s.placement_id', '=', placementId)
    .orderBy('s.made_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    what: row.what,
    sinceOn: row.since_on,
    evidence: row.evidence,
    part: row.made_part,
    personId: row.made_by,
    by: row.by,
    at: row.made_at,
    steps: steps
      .filter(({ concern_id: of }) => of === row.id)
      .map((step) => ({
        kind: step.kind,
        words: step.words,
        onDay: step.on_day,
        ...detail.parse(step.detail),
        part: step.made_part,
        personId: step.made_by,
        by: step.by,
        at: step.made_at,
      })),
  }));
}
