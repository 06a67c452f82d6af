import { type Kysely, sql } from 'kysely';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { PlacementPart } from '../../../access/placement-parts.ts';
import type { Database } from '../../../db/schema.ts';
import { daysAfter } from '../../../opendata/rules/london-time.ts';
import type { AnswerScope } from '../../policy/offer.ts';
import { readAnswersGiven, readOffers } from '../../queries/offer/offers.ts';
import { answersOpenTo, isSettled, type Offer, type OfferSide } from '../../rules/offer/offer.ts';
import { declineWords, type OfferPolicy } from '../../rules/offer/offer-policy.ts';
import type { AnswerTyped } from '../../schema/offer/offer-forms.ts';
import { changePlacement, movePlacement, notePlacementEvent } from '../change-placement.ts';
import { lockPlacement } from './lock-placement.ts';
import { type OfferLinks, tellEnded, tellService } from './offer-letters.ts';
import { settleIfBothAgree } from './settle-offer.ts';

export type Answered =
  | { ok: true; settled: boolean }
  /** 'over': ended, complete, or past its last day; 'changed': on other terms than those that were read. */
  | { ok: false; reason: 'no such offer' | 'over' | 'changed' | 'not open' };

export interface ToAnswer {
  offerId: string;
  side: OfferSide;
  /** Number of the terms that were read. */
  terms: number;
  typed: AnswerTyped;
  today: string;
  policy: OfferPolicy;
  links: OfferLinks;
}

/** One side of an offer answers it: signed in, or by the private link. The last yes completes it, a no ends it. */
export function answerOffer(db: Kysely<Database>, scope: AnswerScope, to: ToAnswer): Promise<Answered> {
  return writeAs(db, scope, async (transaction): Promise<Written<Answered>> => {
    const { offerId, side, typed, today } = to;
    const failed = (reason: Extract<Answered, { ok: false }>['reason']): Written<Answered> => ({
      result: { ok: false, reason },
      outcome: 'failed',
      detail: { offer: offerId, reason },
    });
    await presentOffer(transaction, offerId);
    const [seen] = await readOffers(transaction, { id: offerId });
    if (seen === undefined || !(await isSideOf(transaction, offerId, side))) return failed('no such offer');
    await lockPlacement(transaction, seen.placementId);
    const offer = (await readOffers(transaction, { id: offerId }))[0]!;
    if (!isOpen(offer, today)) return failed('over');
    if (offer.terms !== to.terms) return failed('changed');
    const before = await readAnswersGiven(transaction, offerId);
    if (!answersOpenTo(side, before, offer.terms).includes(typed.answer)) return failed('not open');
    await addAnswer(transaction, scope, offer, side, typed);
    const as = partOf(offer, side);
    const given = { side, answer: typed.answer, terms: offer.terms, accepted: null };
    const completes = typed.answer === 'accept' && isSettled([...before, given], offer.terms);
    // Before what it does: an offer that ended opens its placement no longer.
    await tellService(
      transaction,
      { placementId: offer.placementId, organisationId: offer.organisationId },
      {
        name: 'offer answered',
        reference: await referenceOf(transaction, offer.placementId),
        who: side === 'leader' ? offer.leaderName : offer.content.home,
        answer: completes ? `${ANSWER_WORDS[typed.answer]}; both have now agreed` : ANSWER_WORDS[typed.answer],
        link: to.links.offers(offer.placementId),
      },
    );
    const settled = await follow(transaction, scope, offer, { ...to, as });
    return { result: { ok: true, settled }, detail: { offer: offerId, side, answer: typed.answer, settled } };
  });
}

/** Whether answers are still taken: the last day counts whole. */
export function isOpen(
  { endedAt, settledAt, answerBy }: Pick<Offer, 'endedAt' | 'settledAt' | 'answerBy'>,
  today: string,
): boolean {
  return endedAt === null && settledAt === null && today <= answerBy;
}

const ANSWER_WORDS = {
  accept: 'yes',
  conditions: 'yes, with conditions',
  counter: 'a counter-offer with other days or dates',
  undecided: 'undecided, more time is asked for',
  decline: 'no',
} as const;

/** Names the offer that is answered to the database, which opens its placement for the answer. */
export async function presentOffer(transaction: ScopedTransaction, offerId: string): Promise<void> {
  await sql`select set_config('alongside.offer', ${offerId}, true)`.execute(transaction);
}

async function isSideOf(transaction: ScopedTransaction, offerId: string, side: OfferSide): Promise<boolean> {
  const { rows } = await sql<{ side: OfferSide | null }>`select side_in_offer(${offerId}::uuid) as side`.execute(
    transaction,
  );
  return rows[0]?.side === side;
}

async function addAnswer(
  transaction: ScopedTransaction,
  { person }: AnswerScope,
  offer: Offer,
  side: OfferSide,
  { answer, reason, words, counter, moreDays }: AnswerTyped,
): Promise<void> {
  await transaction
    .insertInto('placement_offer_answer')
    .values({
      offer_id: offer.id,
      placement_id: offer.placementId,
      organisation_id: offer.organisationId,
      side,
      answer,
      terms: offer.terms,
      reason,
      words,
      half_days: counter?.halfDays ?? null,
      starts_on: counter?.startsOn ?? null,
      ends_on: counter?.endsOn ?? null,
      more_days: moreDays,
      by_person: person?.id ?? null,
      by_role: person?.acting?.role ?? null,
    })
    .execute();
}

/** What an answer does to the offer and the placement. Answers whether it completed the offer. */
async function follow(
  transaction: ScopedTransaction,
  scope: AnswerScope,
  offer: Offer,
  { as, side, typed, today, policy, links }: ToAnswer & { as: PlacementPart },
): Promise<boolean> {
  if (typed.answer === 'decline') {
    // Who said no, and why, is not for the school that asked for help.
    const told = { deed: 'end-offer', words: null, as, seenBy: 'service', set: { due_on: null } } as const;
    const moved = await movePlacement(transaction, scope, {
      placementId: offer.placementId,
      version: null,
      move: 'end-offer',
      ...told,
    });
    if (!moved.ok) throw new Error(`An offer that was declined could not be ended: ${moved.reason}`);
    await tellEnded(transaction, offer, [side === 'leader' ? 'release' : 'leader']);
    await transaction
      .updateTable('placement_offer')
      .set({
        ended_at: new Date(),
        ended_how: side === 'leader' ? 'declined' : 'not released',
        ended_words: declineWords(policy, typed.reason ?? ''),
      })
      .where('id', '=', offer.id)
      .execute();
    return false;
  }
  if (typed.answer === 'undecided') {
    const answerBy = daysAfter(offer.answerBy, typed.moreDays!);
    await transaction.updateTable('placement_offer').set({ answer_by: answerBy }).where('id', '=', offer.id).execute();
    const to = {
      placementId: offer.placementId,
      version: null,
      deed: 'offer.undecided',
      as,
      seenBy: 'service',
    } as const;
    await changePlacement(transaction, scope, { ...to, set: { due_on: answerBy } });
    return false;
  }
  const of = { id: offer.placementId, organisationId: offer.organisationId };
  await notePlacementEvent(transaction, scope, of, { deed: `offer.${typed.answer}`, as, seenBy: 'service' });
  return typed.answer === 'accept' ? settleIfBothAgree(transaction, scope, offer, { as, today, policy, links }) : false;
}

function partOf({ releaseBy }: Offer, side: OfferSide): PlacementPart {
  return side === 'leader' ? 'leader' : releaseBy;
}

async function referenceOf(transaction: ScopedTransaction, placementId: string): Promise<string> {
  const row = await transaction
    .selectFrom('placement')
    .select('reference')
    .where('id', '=', placementId)
    .executeTakeFirst();
  return row?.reference ?? '';
}
