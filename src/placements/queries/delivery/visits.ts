import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { SchoolPart, Visit } from '../../rules/delivery/visit.ts';
import { authorOf } from './written.ts';

/** The visits of a placement, in the order of their days. */
export async function readVisits(transaction: ScopedTransaction, placementId: string): Promise<Visit[]> {
  const rows = await transaction
    .selectFrom('placement_visit as v')
    .selectAll('v')
    .select(authorOf('v'))
    .where('v.placement_id', '=', placementId)
    .orderBy('v.starts_on')
    .orderBy('v.made_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    halfDays: row.half_days,
    place: row.place,
    purpose: row.purpose,
    state: row.state,
    stateReason: row.state_reason,
    noteDueOn: row.note_due_on,
    version: row.version,
    by: row.by,
    at: row.made_at,
  }));
}

/** What the school says before a visit: the newest; null while it has said nothing. */
export async function readSchoolPart(transaction: ScopedTransaction, visitId: string): Promise<SchoolPart | null> {
  const row = await transaction
    .selectFrom('placement_school_part as s')
    .selectAll('s')
    .select(authorOf('s'))
    .where('s.visit_id', '=', visitId)
    .orderBy('s.made_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { since_last: sinceLast, self_evaluation: selfEvaluation, look_at: lookAt } = row;
  return { sinceLast, selfEvaluation, lookAt, by: row.by, at: row.made_at };
}
