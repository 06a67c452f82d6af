import type { ScopedTransaction } from './scoped-transaction.ts';
import { hashOfToken, newToken } from './secret.ts';

/** What a private link opens; each kind has its page below /links/. */
export const LINK_KINDS = ['offer', 'release', 'reference'] as const;

export type LinkKind = (typeof LINK_KINDS)[number];

export interface LinkFor {
  kind: LinkKind;
  /** The record it opens: an offer, a release, a reference. */
  subjectId: string;
  /** The organisation in whose work it is made. */
  organisationId: string;
  /** To whom it goes. */
  email: string;
  expiresAt: Date;
}

/** Makes a link that opens one record to whoever holds it. Gives back the token, which goes to the mailbox alone: only its hash is kept. */
export async function newPrivateLink(transaction: ScopedTransaction, link: LinkFor): Promise<string> {
  const token = newToken();
  await transaction
    .insertInto('private_link')
    .values({
      token_hash: hashOfToken(token),
      kind: link.kind,
      subject_id: link.subjectId,
      organisation_id: link.organisationId,
      email: link.email,
      expires_at: link.expiresAt,
      opened_at: null,
      ended_at: null,
    })
    .execute();
  return token;
}

/** Ends every open link to a record: it was answered, taken back or replaced. */
export async function endPrivateLinks(
  transaction: ScopedTransaction,
  kind: LinkKind,
  subjectId: string,
  now: Date,
): Promise<void> {
  await transaction
    .updateTable('private_link')
    .set({ ended_at: now })
    .where('kind', '=', kind)
    .where('subject_id', '=', subjectId)
    .where('ended_at', 'is', null)
    .execute();
}
