import { sql } from 'kysely';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Scope } from '../../../access/scope.ts';
import { isMailAddress } from '../../../mail/mail-address.ts';
import { queueMail } from '../../../mail/queue-mail.ts';
import type { AgreementLetter } from '../../../mail/templates-agreement.ts';
import type { Placement } from '../../rules/placement.ts';

/** Writes to those who have one of the parts in a placement, but for whoever does this. An address that no mail can go to keeps no letter to others from leaving. */
export async function writeToParts(
  transaction: ScopedTransaction,
  scope: Scope,
  placement: Pick<Placement, 'id'>,
  parts: readonly string[],
  template: AgreementLetter,
): Promise<number> {
  const { rows } = await sql<{ part: string; person_id: string; email: string }>`
    select part, person_id, email from placement_addresses(${placement.id})`.execute(transaction);
  const to = rows.filter(
    ({ part, person_id, email }) => parts.includes(part) && person_id !== scope.person?.id && isMailAddress(email),
  );
  const organisationId = scope.person?.acting?.organisation.id ?? null;
  for (const { person_id, email } of to)
    await queueMail(transaction, { to: email, template, organisationId, personId: person_id });
  return to.length;
}
