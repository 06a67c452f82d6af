import { sql } from 'kysely';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import { queueMail } from '../../../mail/queue-mail.ts';
import type { MailTemplate } from '../../../mail/templates.ts';
import type { Placement } from '../../rules/placement.ts';
import type { WorkingPart } from '../../rules/delivery/part.ts';

/** Writes to everybody with a part in a placement, but for whoever causes the letter. Answers how many letters. */
export async function writeToPart(
  transaction: ScopedTransaction,
  { id, organisationId }: Pick<Placement, 'id' | 'organisationId'>,
  part: WorkingPart,
  template: MailTemplate,
  but: string | null = null,
): Promise<number> {
  const { rows } = await sql<{ part: string; person_id: string; email: string }>`
    select part, person_id, email from placement_addresses(${id}::uuid)`.execute(transaction);
  const to = rows.filter((row) => row.part === part && row.person_id !== but);
  for (const { email, person_id: personId } of to)
    await queueMail(transaction, { to: email, template, organisationId, personId });
  return to.length;
}
