import { sql } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import { isMailAddress } from '../../../mail/mail-address.ts';
import { queueMail } from '../../../mail/queue-mail.ts';
import type { Placement } from '../../rules/placement.ts';

/** Tells the supported school that its request is declined, and why: its head and its board. */
export async function tellDeclined(
  transaction: ScopedTransaction,
  { person }: Scope,
  { id, organisationId, reference }: Placement,
  words: string,
  link: string,
): Promise<void> {
  const { rows } = await sql<{ part: string; person_id: string; email: string }>`
    select part, person_id, email from placement_addresses(${id}::uuid)`.execute(transaction);
  for (const { part, person_id, email } of rows) {
    if (!part.startsWith('supported') || !isMailAddress(email)) continue;
    const organisation = person?.acting?.organisation.name ?? '';
    const template = { name: 'request declined', organisation, reference, words, link } as const;
    await queueMail(transaction, { to: email, template, organisationId, personId: person_id });
  }
}
