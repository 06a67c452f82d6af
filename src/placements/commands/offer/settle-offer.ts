import { sql } from 'kysely';
import type { PlacementPart } from '../../../access/placement-parts.ts';
import type { Scope } from '../../../access/scope.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import { noteLeaderDays } from '../../../leaders/commands/register/note-leader-days.ts';
import { isMailAddress } from '../../../mail/mail-address.ts';
import { queueMail } from '../../../mail/queue-mail.ts';
import { daysAfter } from '../../../opendata/rules/london-time.ts';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { readAnswersGiven } from '../../queries/offer/offers.ts';
import { halfDaysByTerm } from '../../rules/offer/days-by-term.ts';
import { isSettled, type Offer } from '../../rules/offer/offer.ts';
import type { OfferPolicy } from '../../rules/offer/offer-policy.ts';
import { movePlacement } from '../change-placement.ts';
import type { OfferLinks } from './offer-letters.ts';

interface ToSettle {
  as: PlacementPart;
  today: string;
  policy: OfferPolicy;
  links: OfferLinks;
}

/**
 * Completes an offer once both sides said yes to the terms that stand: the leader and their school take part in the placement, the days
 * are promised in the leader's ledger, and the head of the supported school is told. Answers whether it was complete.
 */
export async function settleIfBothAgree(
  transaction: ScopedTransaction,
  scope: Scope,
  offer: Offer,
  { as, today, policy, links }: ToSettle,
): Promise<boolean> {
  if (!isSettled(await readAnswersGiven(transaction, offer.id), offer.terms)) return false;
  const contactBy = daysAfter(today, policy.contact.days);
  const moved = await movePlacement(transaction, scope, {
    placementId: offer.placementId,
    version: null,
    move: 'settle-offer',
    deed: 'settle-offer',
    as,
    seenBy: 'all',
    set: {
      home_urn: offer.homeUrn,
      leader_name: offer.leaderName,
      leader_id: offer.leaderId,
      leader_person_id: offer.leaderPersonId,
      half_days: offer.halfDays,
      starts_on: offer.startsOn,
      ends_on: offer.endsOn,
      due_on: contactBy,
    },
  });
  if (!moved.ok) throw new Error(`An offer that both agreed to could not be completed: ${moved.reason}`);
  if (offer.leaderId !== null) await promiseDays(transaction, scope, offer, offer.leaderId);
  const { rows } = await sql<{ part: string; person_id: string; email: string }>`
    select part, person_id, email from placement_addresses(${offer.placementId}::uuid)`.execute(transaction);
  for (const { part, person_id, email } of rows) {
    if (part !== 'supported head' || !isMailAddress(email)) continue;
    const template = {
      name: 'leader found',
      organisation: offer.content.service,
      link: links.placement(offer.placementId),
      contactBy: dayText(contactBy),
    } as const;
    await queueMail(transaction, { to: email, template, organisationId: offer.organisationId, personId: person_id });
  }
  // Last: it closes the private links, and with them what whoever holds one may do.
  await transaction.updateTable('placement_offer').set({ settled_at: new Date() }).where('id', '=', offer.id).execute();
  return true;
}

async function promiseDays(
  transaction: ScopedTransaction,
  { person }: Scope,
  offer: Offer,
  leaderId: string,
): Promise<void> {
  const by = person?.acting == null ? null : { person: person.id, role: person.acting.role };
  for (const share of halfDaysByTerm(offer))
    await noteLeaderDays(transaction, {
      ...share,
      leaderId,
      organisationId: offer.organisationId,
      kind: 'promised',
      placementId: offer.placementId,
      by,
    });
}
