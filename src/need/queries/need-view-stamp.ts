import type { ScopedTransaction } from '../../access/scoped-transaction.ts';

/**
 * Changes whenever need may be read otherwise by a service (its id; null for the operator, who reads all): another pack in force on
 * the day, an entry added, one withdrawn, or a new day, since entries grow old.
 */
export async function needViewStamp(
  transaction: ScopedTransaction,
  service: string | null,
  today: string,
): Promise<string> {
  const packs = await transaction
    .selectFrom('need_pack')
    .select('id')
    .where('withdrawn_at', 'is', null)
    .where('valid_from', '<=', today)
    .$if(service !== null, (query) => query.where('organisation_id', '=', service))
    .orderBy('valid_from', 'desc')
    .orderBy('id')
    .execute();
  const { entries } = await transaction
    .selectFrom('need_entry')
    .select((eb) => eb.fn.countAll<number>().as('entries'))
    .$if(service !== null, (query) => query.where('organisation_id', '=', service))
    .executeTakeFirstOrThrow();
  const { withdrawals } = await transaction
    .selectFrom('need_entry_withdrawal')
    .select((eb) => eb.fn.countAll<number>().as('withdrawals'))
    .$if(service !== null, (query) => query.where('organisation_id', '=', service))
    .executeTakeFirstOrThrow();
  const newest = service === null ? packs.map(({ id }) => id).join(' ') : (packs[0]?.id ?? '');
  return `${newest} ${entries} ${withdrawals} ${today}`;
}
