import { type Kysely, sql } from 'kysely';
import { writeAs, type Written } from '../../access/scoped.ts';
import type { Scope } from '../../access/scope.ts';
import { hashOfToken, newToken } from '../../access/secret.ts';
import type { Database } from '../../db/schema.ts';
import { queueMail } from '../../mail/queue-mail.ts';
import { londonMoment } from '../../opendata/rules/london-time.ts';
import type { InvitationTerms } from './invite.ts';

type Done = { ok: true } | { ok: false; reason: 'not waiting' };

/** Withdraws an invitation that was not taken up: its link opens nothing from now on. */
export function withdrawInvitation(
  db: Kysely<Database>,
  scope: Scope<'people.change'>,
  organisationId: string,
  invitationId: string,
): Promise<Done> {
  return writeAs(db, scope, async (transaction): Promise<Written<Done>> => {
    const { numUpdatedRows } = await transaction
      .updateTable('invitation')
      .set({ withdrawn_at: sql<Date>`now()` })
      .where('id', '=', invitationId)
      .where('organisation_id', '=', organisationId)
      .where('accepted_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst();
    return told('people.withdraw-invitation', invitationId, numUpdatedRows === 1n);
  });
}

/** Sends an invitation anew, open or expired, with a new link and its whole time; the old link opens nothing from now on. */
export function resendInvitation(
  db: Kysely<Database>,
  scope: Scope<'people.change'>,
  { policy, linkOf }: InvitationTerms,
  organisationId: string,
  invitationId: string,
): Promise<Done> {
  return writeAs(db, scope, async (transaction): Promise<Written<Done>> => {
    const token = newToken();
    const invitation = await transaction
      .updateTable('invitation as i')
      .from('organisation as o')
      .set({
        token_hash: hashOfToken(token),
        expires_at: sql<Date>`now() + make_interval(days => ${policy.invitationDays})`,
      })
      .whereRef('o.id', '=', 'i.organisation_id')
      .where('i.id', '=', invitationId)
      .where('i.organisation_id', '=', organisationId)
      .where('i.accepted_at', 'is', null)
      .where('i.withdrawn_at', 'is', null)
      .returning(['i.email', 'i.role', 'i.expires_at', 'o.name as organisation'])
      .executeTakeFirst();
    if (invitation !== undefined) {
      await queueMail(transaction, {
        to: invitation.email,
        template: {
          name: 'invitation',
          link: linkOf(token),
          organisation: invitation.organisation,
          role: invitation.role,
          invitedBy: scope.person?.name ?? '',
          expires: londonMoment(invitation.expires_at),
        },
        organisationId,
        personId: null,
      });
    }
    return told('people.resend-invitation', invitationId, invitation !== undefined);
  });
}

function told(action: string, invitation: string, done: boolean): Written<Done> {
  return done
    ? { action, result: { ok: true }, detail: { invitation } }
    : { action, result: { ok: false, reason: 'not waiting' }, outcome: 'failed', detail: { invitation } };
}
