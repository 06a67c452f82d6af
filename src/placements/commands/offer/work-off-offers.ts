import { type Kysely, sql } from 'kysely';
import { readAs, writeAs, type Written } from '../../../access/scoped.ts';
import type { Scope } from '../../../access/scope.ts';
import type { Database } from '../../../db/schema.ts';
import { readAnswersGiven, readOffers } from '../../queries/offer/offers.ts';
import { OFFER_SIDES, sideState } from '../../rules/offer/offer.ts';
import type { OfferPolicy } from '../../rules/offer/offer-policy.ts';
import { isOpen } from './answer-offer.ts';
import { leaveLeader, markEnded } from './end-offer.ts';
import { lockPlacement } from './lock-placement.ts';
import { askSide, type OfferLinks, tellService } from './offer-letters.ts';

/** What was done about offers that nobody answered. */
export interface OffersWorkedOff {
  expired: number;
  reminded: number;
}

/**
 * Ends offers whose last day is over, quietly for those who were asked, and tells the service; and reminds who has not answered so many
 * days before. For the house, as often as one likes: each offer is ended once and reminds once a day.
 */
export async function workOffOffers(
  db: Kysely<Database>,
  scope: Scope,
  { today, policy, links }: { today: string; policy: OfferPolicy; links: OfferLinks },
): Promise<OffersWorkedOff> {
  const before = [...policy.answer.reminderDaysBefore];
  const waiting = await readAs(db, scope, async (transaction) => {
    const { rows } = await sql<{ offer_id: string; placement_id: string }>`
      select offer_id, placement_id from offers_waiting(${today}::date, ${before}::int[])`.execute(transaction);
    return rows;
  });
  const done: OffersWorkedOff = { expired: 0, reminded: 0 };
  for (const { offer_id: offerId, placement_id: placementId } of waiting) {
    const did = await writeAs(db, scope, async (transaction): Promise<Written<keyof OffersWorkedOff | null>> => {
      await lockPlacement(transaction, placementId);
      const [offer] = await readOffers(transaction, { id: offerId });
      // Answered or ended since it was looked for.
      if (offer === undefined || offer.endedAt !== null || offer.settledAt !== null)
        return { result: null, outcome: 'failed', detail: { offer: offerId, reason: 'answered meanwhile' } };
      if (isOpen(offer, today)) {
        const answers = await readAnswersGiven(transaction, offerId);
        const { mostMoreDays } = policy.answer;
        for (const side of OFFER_SIDES)
          if (!['accepted', 'to reply'].includes(sideState(side, answers, { terms: offer.terms, opened: true })))
            await askSide(transaction, links, offer, side, { why: 'reminder', mostMoreDays });
        await transaction
          .updateTable('placement_offer')
          .set({ reminded_on: today })
          .where('id', '=', offerId)
          .execute();
        return { result: 'reminded', detail: { offer: offerId, did: 'reminded' } };
      }
      const moved = await leaveLeader(transaction, scope, { placementId, version: null, as: 'house' });
      if (!moved.ok) throw new Error(`An expired offer could not be ended: ${moved.reason}`);
      await markEnded(transaction, offer, 'expired', null);
      const placement = { placementId, organisationId: offer.organisationId };
      const link = links.offers(placementId);
      await tellService(transaction, placement, { name: 'offer expired', reference: moved.placement.reference, link });
      return { result: 'expired', detail: { offer: offerId, did: 'expired' } };
    });
    if (did !== null) done[did]++;
  }
  return done;
}
