import { sql } from 'kysely';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import { daysAfter, londonIsoDay } from '../../../opendata/rules/london-time.ts';
import { isStale } from '../../rules/register/ledger.ts';

/** A person's active entry whose days they should confirm. */
export interface StaleEntry {
  id: string;
  /** Name of the service whose register it is. */
  service: string | null;
  /** ISO day from which on the offer no longer counts; of one never made, the day on which the entry was. */
  staleSince: string;
}

/** The person's active entries in registers whose days nobody confirmed for too long, or ever. */
export async function ownStaleEntries(
  transaction: ScopedTransaction,
  personId: string,
  { today, staleAfterDays }: { today: string; staleAfterDays: number },
): Promise<StaleEntry[]> {
  const rows = await transaction
    .selectFrom('system_leader as l')
    .select((eb) => [
      'l.id',
      'l.added_at',
      sql<string | null>`service_of_leader(${eb.ref('l.id')})`.as('service'),
      sql<Date | null>`(select max(c.said_at) from leader_capacity c where c.leader_id = l.id)`.as('said_at'),
    ])
    .where('l.person_id', '=', personId)
    .where('l.status', '=', 'active')
    .orderBy('l.added_at')
    .execute();
  return rows.flatMap(({ id, service, added_at, said_at }): StaleEntry[] => {
    const confirmedOn = said_at === null ? null : londonIsoDay(said_at);
    if (!isStale(confirmedOn, today, staleAfterDays)) return [];
    const staleSince = confirmedOn === null ? londonIsoDay(added_at) : daysAfter(confirmedOn, staleAfterDays + 1);
    return [{ id, service, staleSince }];
  });
}
