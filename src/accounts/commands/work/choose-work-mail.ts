import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { writeAs } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import type { WorkLetter } from '../../rules/work/work-mail.ts';

/** Says which letters about their work whoever asks gets from now on. */
export async function chooseWorkMail(
  db: Kysely<Database>,
  scope: Scope<'calendar.change'>,
  chosen: Record<WorkLetter, boolean>,
): Promise<void> {
  await writeAs(db, scope, async (transaction) => {
    await set(transaction, scope.person!.id, chosen);
    return { result: null, detail: { ...chosen } };
  });
}

/** Ends one kind of letter by the link in it. To end it twice, or for somebody who is erased, does no harm. */
export async function stopWorkMail(
  db: Kysely<Database>,
  scope: Scope<'work.stop-mail'>,
  { personId, letter }: { personId: string; letter: WorkLetter },
): Promise<void> {
  await writeAs(db, scope, async (transaction) => {
    const person = await transaction
      .selectFrom('person')
      .select('id')
      .where('id', '=', personId)
      .where('erased_at', 'is', null)
      .executeTakeFirst();
    if (person !== undefined) await set(transaction, personId, { [letter]: false });
    return { result: null, personId, detail: { letter } };
  });
}

async function set(
  transaction: ScopedTransaction,
  person_id: string,
  chosen: Partial<Record<WorkLetter, boolean>>,
): Promise<void> {
  const values = { ...chosen, chosen_at: sql<Date>`now()` };
  await transaction
    .insertInto('work_mail')
    .values({ person_id, weekly_on: null, ...values })
    .onConflict((on) => on.column('person_id').doUpdateSet(values))
    .execute();
}
