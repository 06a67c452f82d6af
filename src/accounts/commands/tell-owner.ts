import type { Person } from '../../access/roles.ts';
import type { ScopedTransaction } from '../../access/scoped-transaction.ts';
import { queueMail } from '../../mail/queue-mail.ts';
import type { MailTemplate } from '../../mail/templates.ts';

/** Writes to whoever acts that their own account was changed, so that a change by somebody else does not stay unseen. */
export async function tellOwner(
  transaction: ScopedTransaction,
  { id, email, acting }: Person,
  template: MailTemplate,
): Promise<void> {
  if (email === null) return;
  await queueMail(transaction, { to: email, template, organisationId: acting?.organisation.id ?? null, personId: id });
}
