import type { Kysely } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { writeAs } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import type { setRates } from '../../policy/money.ts';
import { ofService } from './in-placement.ts';

export interface SettingRate {
  role: string;
  /** Null ends the service's own rate. */
  pencePerDay: number | null;
  /** ISO day. */
  validFrom: string;
  words: string;
  key: string;
}

/** Sets the service's own day rate for a role from a day on. Earlier ones stay as the history; sent twice, it is one. */
export function setRate(
  db: Kysely<Database>,
  scope: Scope<typeof setRates.verb>,
  { role, pencePerDay, validFrom, words, key }: SettingRate,
): Promise<void> {
  const acting = ofService(scope);
  return writeAs(db, scope, async (transaction) => {
    await transaction
      .insertInto('service_rate')
      .values({
        organisation_id: acting.organisation_id,
        role,
        pence_per_day: pencePerDay,
        valid_from: validFrom,
        words,
        entry_key: key,
        set_by: acting.person,
        set_in_role: acting.role,
      })
      .onConflict((conflict) => conflict.column('entry_key').doNothing())
      .execute();
    return { result: undefined, detail: { role, pencePerDay, validFrom } };
  });
}
