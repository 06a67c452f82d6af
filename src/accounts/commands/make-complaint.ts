import type { Kysely } from 'kysely';
import { writeAs } from '../../access/scoped.ts';
import type { SiteSecret } from '../../access/secret.ts';
import type { Scope } from '../../access/scope.ts';
import type { Database } from '../../db/schema.ts';
import { queueMail } from '../../mail/queue-mail.ts';
import { complaintReference } from '../rules/complaint.ts';
import { dayInWords, daysAfter, londonIsoDay } from '../../opendata/rules/london-time.ts';
import type { NewComplaint } from '../schema/complaint-input.ts';
import type { RetentionPolicy } from '../schema/retention-policy.ts';

/**
 * Takes a complaint and answers its reference. It goes to the organisation of that name, where there is one and only one; otherwise
 * it waits for the operator (bin/alongside complaints). The same words sent again on the same day are the same complaint.
 */
export async function makeComplaint(
  db: Kysely<Database>,
  scope: Scope<'complaint.make'>,
  { secret, policy }: { secret: SiteSecret; policy: Pick<RetentionPolicy, 'deadlines'> },
  complaint: NewComplaint,
  now: Date,
): Promise<string> {
  const today = londonIsoDay(now);
  const tag = secret.sign('complaint', JSON.stringify([complaint.email, complaint.about, complaint.words, today]));
  const reference = complaintReference(Buffer.from(tag, 'base64url'));
  const acknowledgeBy = daysAfter(today, policy.deadlines['complaint acknowledgement days']);
  return writeAs(db, scope, async (transaction) => {
    const named = await transaction
      .selectFrom('organisation')
      .select('id')
      .where((eb) => eb(eb.fn<string>('lower', ['name']), '=', complaint.about.toLowerCase()))
      .where('closed_at', 'is', null)
      .limit(2)
      .execute();
    const organisationId = named.length === 1 ? named[0]!.id : null;
    // Whoever complains may not read complaints, and so nothing is asked back.
    const { numInsertedOrUpdatedRows } = await transaction
      .insertInto('complaint')
      .values({
        reference,
        organisation_id: organisationId,
        about: complaint.about,
        from_name: complaint.name,
        from_email: complaint.email,
        words: complaint.words,
        received_at: now,
        acknowledge_by: acknowledgeBy,
        acknowledged_at: null,
        answered_at: null,
        answer: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows === 1n) {
      await queueMail(transaction, {
        to: complaint.email,
        template: { name: 'complaint received', reference, acknowledgeBy: dayInWords(acknowledgeBy) },
        organisationId: null,
        personId: null,
      });
    }
    return { result: reference, detail: { reference, routed: organisationId !== null } };
  });
}
