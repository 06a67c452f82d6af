import { sql } from 'kysely';
import { type LinkKind, newPrivateLink } from '../../../access/private-link.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import { endOfLondonDay } from '../../../calendar/london-clock.ts';
import { isMailAddress } from '../../../mail/mail-address.ts';
import { queueMail } from '../../../mail/queue-mail.ts';
import type { MailTemplate } from '../../../mail/templates.ts';
import { daysAfter } from '../../../opendata/rules/london-time.ts';
import { dayText } from '../../../schools/rules/figure-words.ts';
import type { Offer, OfferSide } from '../../rules/offer/offer.ts';

/** Where letters lead, whole: the caller knows the site's address. */
export interface OfferLinks {
  private(kind: Extract<LinkKind, 'offer' | 'release'>, token: string): string;
  /** The page of the offers of a placement, for its service. */
  offers(placementId: string): string;
  placement(placementId: string): string;
}

const KIND = { leader: 'offer', release: 'release' } as const;

/** Asks one side of an offer for its answer, by a letter with a private link of its own. `mostMoreDays` is how far each side may move the last day. */
export async function askSide(
  transaction: ScopedTransaction,
  links: OfferLinks,
  offer: Offer,
  side: OfferSide,
  { why, mostMoreDays }: { why: 'new' | 'reminder' | 'changed'; mostMoreDays: number },
): Promise<void> {
  for (const { email, personId } of await addressesOf(transaction, offer.id, side)) {
    const link = await linkFor(transaction, links, offer, side, email, mostMoreDays);
    const said = {
      organisation: offer.content.service,
      link,
      answerBy: dayText(offer.answerBy),
      leader: offer.leaderName,
      why,
    };
    const template: MailTemplate = side === 'leader' ? { name: 'offer', ...said } : { name: 'release asked', ...said };
    await queueMail(transaction, { to: email, template, organisationId: offer.organisationId, personId });
  }
}

/** Tells a side what the service said to its conditions or counter-offer. */
export async function tellReply(
  transaction: ScopedTransaction,
  links: OfferLinks,
  offer: Offer,
  side: OfferSide,
  { agreed, words, mostMoreDays }: { agreed: boolean; words: string | null; mostMoreDays: number },
): Promise<void> {
  for (const { email, personId } of await addressesOf(transaction, offer.id, side)) {
    const link = await linkFor(transaction, links, offer, side, email, mostMoreDays);
    const template = {
      name: 'offer replied',
      organisation: offer.content.service,
      agreed,
      words,
      link,
      answerBy: dayText(offer.answerBy),
    } as const;
    await queueMail(transaction, { to: email, template, organisationId: offer.organisationId, personId });
  }
}

/** Tells those who were asked that no answer is needed any more. */
export async function tellEnded(
  transaction: ScopedTransaction,
  offer: Offer,
  sides: readonly OfferSide[],
): Promise<void> {
  for (const side of sides)
    for (const { email, personId } of await addressesOf(transaction, offer.id, side))
      await queueMail(transaction, {
        to: email,
        template: { name: 'offer ended', organisation: offer.content.service },
        organisationId: offer.organisationId,
        personId,
      });
}

/** Tells the service something of a placement. */
export async function tellService(
  transaction: ScopedTransaction,
  { placementId, organisationId }: { placementId: string; organisationId: string },
  template: MailTemplate,
): Promise<void> {
  const { rows } = await sql<{ person_id: string; email: string }>`
    select person_id, email from service_addresses(${placementId}::uuid)`.execute(transaction);
  for (const { person_id, email } of rows)
    if (isMailAddress(email))
      await queueMail(transaction, { to: email, template, organisationId, personId: person_id });
}

async function linkFor(
  transaction: ScopedTransaction,
  links: OfferLinks,
  { id, organisationId, answerBy }: Offer,
  side: OfferSide,
  email: string,
  mostMoreDays: number,
): Promise<string> {
  // Beyond the last day, so that a late reader is told what became of it.
  const expiresAt = endOfLondonDay(daysAfter(answerBy, 2 * mostMoreDays + 7));
  const token = await newPrivateLink(transaction, {
    kind: KIND[side],
    subjectId: id,
    organisationId,
    email,
    expiresAt,
  });
  return links.private(KIND[side], token);
}

async function addressesOf(
  transaction: ScopedTransaction,
  offerId: string,
  side: OfferSide,
): Promise<{ email: string; personId: string | null }[]> {
  const { rows } = await sql<{ side: OfferSide; person_id: string | null; email: string }>`
    select side, person_id, email from offer_addresses(${offerId}::uuid)`.execute(transaction);
  return rows
    .filter((row) => row.side === side && isMailAddress(row.email))
    .map(({ email, person_id }) => ({ email, personId: person_id }));
}
