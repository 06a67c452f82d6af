import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { writeAs } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import { londonIsoDay } from '../../../opendata/rules/london-time.ts';
import type { DeliveryPolicy } from '../../rules/delivery/delivery-policy.ts';
import { writeToPart } from './letters.ts';

/** Reminds leaders of notes of visit that are late, each again only after the days of the policy. Answers how many visits were chased. */
export function chaseLateNotes(
  db: Kysely<Database>,
  scope: Scope<'placement.deadlines'>,
  { remindEveryDays }: Pick<DeliveryPolicy, 'remindEveryDays'>,
  now: Date,
  linkTo: (placementId: string, visitId: string) => string,
): Promise<number> {
  return writeAs(db, scope, async (transaction) => {
    const notSince = new Date(now.getTime() - remindEveryDays * 86_400_000);
    const { rows } = await sql<{ visit_id: string; placement_id: string; organisation_id: string }>`
      select * from chase_late_notes(${londonIsoDay(now)}::date, ${notSince})`.execute(transaction);
    for (const { visit_id: visit, placement_id: id, organisation_id: organisationId } of rows)
      await writeToPart(transaction, { id, organisationId }, 'leader', { name: 'note late', link: linkTo(id, visit) });
    return { result: rows.length, action: 'placement.chase-late-notes', detail: { visits: rows.length } };
  });
}
