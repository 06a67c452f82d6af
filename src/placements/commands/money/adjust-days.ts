import type { Kysely } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import type { adjustDays as permission } from '../../policy/money.ts';
import { ledgerTotals } from '../../rules/money/half-day-ledger.ts';
import { notePlacementEvent } from '../change-placement.ts';
import { failed, heldMoney, type OnDay, type Refused } from './in-placement.ts';

export interface Adjusting {
  /** Negative where fewer were delivered. */
  halfDays: number;
  /** ISO day. */
  onDay: string;
  words: string;
  /** Of the form: sent twice, it is one. */
  key: string;
}

export type Adjusted = { ok: true } | Refused<'below nought'>;

/** Puts the half days delivered right by adding a line with its reason. Refuses one that would leave fewer than none. */
export function adjustDays(
  db: Kysely<Database>,
  scope: Scope<typeof permission.verb>,
  { halfDays, onDay, words, key }: Adjusting,
  on: OnDay,
): Promise<Adjusted> {
  return writeAs(db, scope, async (transaction): Promise<Written<Adjusted>> => {
    const held = await heldMoney(transaction, scope, on);
    if (!held.ok) return failed(held);
    const { placement, money, belongs, person, role } = held;
    const before = await transaction
      .selectFrom('half_day_adjustment')
      .select('id')
      .where('entry_key', '=', key)
      .executeTakeFirst();
    if (before !== undefined) return { result: { ok: true }, detail: { again: true } };
    if (ledgerTotals(money.entries).delivered + halfDays < 0) return failed({ ok: false, reason: 'below nought' });
    await transaction
      .insertInto('half_day_adjustment')
      .values({
        ...belongs,
        half_days: halfDays,
        on_day: onDay,
        words,
        entry_key: key,
        made_by: person,
        made_in_role: role,
      })
      .execute();
    await notePlacementEvent(transaction, scope, placement, { deed: 'money.adjust', detail: { halfDays } });
    return { result: { ok: true }, detail: { halfDays } };
  });
}
