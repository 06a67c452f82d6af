import type { Kysely } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import type { replyToAnswer } from '../../policy/offer.ts';
import { readAnswers, readOffers } from '../../queries/offer/offers.ts';
import { placementIdOf } from '../../queries/placement.ts';
import { OFFER_SIDES, sideState } from '../../rules/offer/offer.ts';
import type { OfferPolicy } from '../../rules/offer/offer-policy.ts';
import { notePlacementEvent } from '../change-placement.ts';
import { lockPlacement } from './lock-placement.ts';
import { askSide, type OfferLinks, tellReply } from './offer-letters.ts';
import { settleIfBothAgree } from './settle-offer.ts';

export type Replied = { ok: true; settled: boolean } | { ok: false; reason: 'nothing to reply to' };

/**
 * The service agrees to conditions or a counter-offer, or not. A counter-offer that is agreed to becomes the terms of the offer, and the
 * other side is asked again where it said yes to the terms before.
 */
export function replyToOffer(
  db: Kysely<Database>,
  scope: Scope<typeof replyToAnswer.verb>,
  { answerId, accepted, words }: { answerId: string; accepted: boolean; words: string | null },
  { today, policy, links }: { today: string; policy: OfferPolicy; links: OfferLinks },
): Promise<Replied> {
  return writeAs(db, scope, async (transaction): Promise<Written<Replied>> => {
    const placementId = placementIdOf(scope);
    await lockPlacement(transaction, placementId);
    const offer = (await readOffers(transaction, { placementId })).find(
      ({ endedAt, settledAt }) => endedAt === null && settledAt === null,
    );
    const answers = offer === undefined ? [] : await readAnswers(transaction, offer.id);
    const answer = answers.find(({ id }) => id === answerId);
    const isNewest = answer !== undefined && answers.findLast(({ side }) => side === answer.side) === answer;
    if (
      offer === undefined ||
      !isNewest ||
      sideState(answer.side, answers, { terms: offer.terms, opened: true }) !== 'to reply'
    )
      return { result: { ok: false, reason: 'nothing to reply to' }, outcome: 'failed', detail: { answer: answerId } };
    const { person } = scope;
    if (person?.acting == null) throw new Error('The service replies by a person');
    await transaction
      .insertInto('placement_offer_reply')
      .values({
        answer_id: answerId,
        offer_id: offer.id,
        placement_id: placementId,
        organisation_id: offer.organisationId,
        accepted,
        words,
        made_by: person.id,
        made_in_role: person.acting.role,
      })
      .execute();
    await notePlacementEvent(
      transaction,
      scope,
      { id: placementId, organisationId: offer.organisationId },
      { deed: accepted ? 'offer.agree' : 'offer.refuse', seenBy: 'service' },
    );
    const { mostMoreDays } = policy.answer;
    const { counter } = answer;
    const other = OFFER_SIDES.find((side) => side !== answer.side)!;
    let stands = offer;
    if (accepted && counter !== null) {
      const terms = offer.terms + 1;
      await transaction
        .updateTable('placement_offer')
        .set({ half_days: counter.halfDays, starts_on: counter.startsOn, ends_on: counter.endsOn, terms })
        .where('id', '=', offer.id)
        .execute();
      stands = { ...offer, ...counter, terms };
      if (answers.some(({ side }) => side === other))
        await askSide(transaction, links, stands, other, { why: 'changed', mostMoreDays });
    }
    const settled =
      accepted && (await settleIfBothAgree(transaction, scope, stands, { as: 'service', today, policy, links }));
    // The link of a letter that leaves after both agreed would open nothing.
    if (!settled) await tellReply(transaction, links, stands, answer.side, { agreed: accepted, words, mostMoreDays });
    return { result: { ok: true, settled }, detail: { offer: offer.id, accepted, settled } };
  });
}
