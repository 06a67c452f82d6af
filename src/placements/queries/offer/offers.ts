import { sql } from 'kysely';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Answer, AnswerGiven, Offer, OfferContent } from '../../rules/offer/offer.ts';

/** Offers of a placement, to a school, or the one with an id, as far as whoever acts may read them, the newest first. */
export async function readOffers(
  transaction: ScopedTransaction,
  { placementId, homeUrn, id }: { placementId?: string; homeUrn?: number; id?: string },
): Promise<Offer[]> {
  const rows = await transaction
    .selectFrom('placement_offer as o')
    .selectAll('o')
    .$if(placementId !== undefined, (query) => query.where('o.placement_id', '=', placementId!))
    .$if(homeUrn !== undefined, (query) => query.where('o.home_urn', '=', homeUrn!))
    .$if(id !== undefined, (query) => query.where('o.id', '=', id!))
    .orderBy('o.made_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    placementId: row.placement_id,
    organisationId: row.organisation_id,
    candidateId: row.candidate_id,
    leaderId: row.leader_id,
    leaderName: row.leader_name,
    leaderEmail: row.leader_email,
    leaderPersonId: row.leader_person_id,
    homeUrn: row.home_urn,
    releaseBy: row.release_by,
    releaseEmail: row.release_email,
    content: row.content as OfferContent,
    halfDays: row.half_days,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    terms: row.terms,
    answerBy: row.answer_by,
    madeAt: row.made_at,
    leaderOpened: row.leader_opened_at !== null,
    releaseOpened: row.release_opened_at !== null,
    settledAt: row.settled_at,
    endedAt: row.ended_at,
    endedHow: row.ended_how,
    endedWords: row.ended_words,
  }));
}

/** How both sides answered, without their words, the oldest first: for everybody whom the offer concerns. */
export async function readAnswersGiven(transaction: ScopedTransaction, offerId: string): Promise<AnswerGiven[]> {
  const { rows } = await sql<AnswerGiven>`
    select side, answer, terms, accepted from offer_answers(${offerId}::uuid)`.execute(transaction);
  return rows;
}

/** Answers with their words, the oldest first: those of both sides for the service, of a side its own. */
export async function readAnswers(transaction: ScopedTransaction, offerId: string): Promise<Answer[]> {
  const rows = await transaction
    .selectFrom('placement_offer_answer as a')
    .leftJoin('placement_offer_reply as r', 'r.answer_id', 'a.id')
    .selectAll('a')
    .select(['r.accepted', 'r.words as reply_words'])
    .where('a.offer_id', '=', offerId)
    .orderBy('a.at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    side: row.side,
    answer: row.answer,
    terms: row.terms,
    accepted: row.accepted,
    reason: row.reason,
    words: row.words,
    counter:
      row.half_days === null ? null : { halfDays: row.half_days, startsOn: row.starts_on!, endsOn: row.ends_on! },
    moreDays: row.more_days,
    replyWords: row.reply_words,
    at: row.at,
  }));
}
