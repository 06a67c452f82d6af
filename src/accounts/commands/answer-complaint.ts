import type { Kysely } from 'kysely';
import { writeAs, type Written } from '../../access/scoped.ts';
import type { Scope } from '../../access/scope.ts';
import type { Database } from '../../db/schema.ts';
import { queueMail } from '../../mail/queue-mail.ts';
import type { ComplaintDeed } from '../schema/complaint-input.ts';

type Done = { ok: true } | { ok: false; reason: 'none' | 'done already' };

/**
 * Acknowledges a complaint to the acting organisation, or answers it by mail; an answer acknowledges it too. Each is done once:
 * 'done already' otherwise. `none` when the organisation has no such complaint.
 */
export async function answerComplaint(
  db: Kysely<Database>,
  scope: Scope<'complaint.answer'>,
  id: string,
  deed: ComplaintDeed,
  now: Date,
): Promise<Done> {
  return writeAs(db, scope, async (transaction): Promise<Written<Done>> => {
    const organisationId = scope.person!.acting!.organisation.id;
    const found = await transaction
      .selectFrom('complaint')
      .select(['reference', 'from_email', 'acknowledged_at', 'answered_at'])
      .where('id', '=', id)
      .where('organisation_id', '=', organisationId)
      .forUpdate()
      .executeTakeFirst();
    const told = { complaint: id, deed: deed.deed };
    if (found === undefined) return { result: { ok: false, reason: 'none' }, outcome: 'failed', detail: told };
    const before = deed.deed === 'answer' ? found.answered_at : found.acknowledged_at;
    if (before !== null) {
      return {
        result: { ok: false, reason: 'done already' },
        outcome: 'failed',
        detail: { ...told, reason: 'done already' },
      };
    }
    await transaction
      .updateTable('complaint')
      .set({
        acknowledged_at: found.acknowledged_at ?? now,
        ...(deed.deed === 'answer' && { answered_at: now, answer: deed.answer }),
      })
      .where('id', '=', id)
      .execute();
    if (deed.deed === 'answer') {
      await queueMail(transaction, {
        to: found.from_email,
        template: { name: 'complaint answered', reference: found.reference, answer: deed.answer },
        organisationId,
        personId: null,
      });
    }
    return { result: { ok: true }, detail: told };
  });
}
