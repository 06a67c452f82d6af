import { type Kysely, sql } from 'kysely';
import { readAs } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import type { PlacementScope } from '../../policy.ts';
import type { AnswerScope } from '../../policy/offer.ts';
import type { Candidate } from '../../rules/offer/candidate.ts';
import type { Answer, AnswerGiven, Offer, OfferSide } from '../../rules/offer/offer.ts';
import type { RankedLeader } from '../../rules/offer/rank-leaders.ts';
import type { Request } from '../../rules/offer/request.ts';
import type { Triage } from '../../rules/offer/triage.ts';
import type { Placement } from '../../rules/placement.ts';
import { placementIdOf } from '../placement.ts';
import { readCandidates } from './candidates.ts';
import { roundTookBack } from './from-round.ts';
import { leadersOfPlan, leadersOfRegister, type PlannedInstead } from './next-best.ts';
import { type Objection, readObjections } from './objections.ts';
import { readAnswers, readAnswersGiven, readOffers } from './offers.ts';
import { readRequest } from './requests.ts';
import { readNewestTriage } from './triage.ts';

export interface TriageView {
  request: Request | null;
  triage: Triage | null;
  /** Why the pair it was begun from no longer stands. */
  tookBack: string | null;
}

/** What the page of triage shows. */
export function triageView(
  db: Kysely<Database>,
  scope: PlacementScope,
  { id, approvedPairId }: Placement,
): Promise<TriageView> {
  return readAs(db, scope, async (transaction) => ({
    request: await readRequest(transaction, id),
    triage: await readNewestTriage(transaction, id),
    tookBack: await roundTookBack(transaction, approvedPairId),
  }));
}

/** What was asked for with a placement, for whoever may read it. */
export function requestOf(db: Kysely<Database>, scope: PlacementScope): Promise<Request | null> {
  return readAs(db, scope, (transaction) => readRequest(transaction, placementIdOf(scope)));
}

/** An offer with how its two sides answered. */
export interface OfferShown {
  offer: Offer;
  given: AnswerGiven[];
  /** With words: those of both sides for the service, of a side its own. */
  answers: Answer[];
}

export interface OffersView {
  offers: OfferShown[];
  candidates: Candidate[];
  objections: Objection[];
  /** Whom else the plan of the round had, and the register, in the order in which they suit; nobody who is on the list. */
  plan: PlannedInstead[];
  register: RankedLeader[];
  triage: Triage | null;
  tookBack: string | null;
}

/** What the page of offers shows the service. */
export function offersView(
  db: Kysely<Database>,
  scope: PlacementScope,
  placement: Placement,
  { today, fieldWords, shown }: { today: string; fieldWords: string; shown: number },
): Promise<OffersView> {
  return readAs(db, scope, async (transaction) => {
    const candidates = await readCandidates(transaction, placement.id);
    const listed = candidates.filter(({ removed }) => removed === null);
    const plan = await leadersOfPlan(transaction, placement);
    const register = await leadersOfRegister(transaction, placement, { today, fieldWords });
    return {
      offers: await shownOffers(transaction, { placementId: placement.id }),
      candidates,
      objections: await readObjections(transaction, placement.id),
      plan: plan.filter((one) => !listed.some(({ name, home }) => name === one.name && home.urn === one.home.urn)),
      register: register.filter((one) => !listed.some(({ leaderId }) => leaderId === one.leaderId)).slice(0, shown),
      triage: await readNewestTriage(transaction, placement.id),
      tookBack: await roundTookBack(transaction, placement.approvedPairId),
    };
  });
}

/** The offers of a placement that whoever acts may read, the newest first: the leader and the home school read their own. */
export function offersOfPlacement(db: Kysely<Database>, scope: PlacementScope): Promise<OfferShown[]> {
  return readAs(db, scope, (transaction) => shownOffers(transaction, { placementId: placementIdOf(scope) }));
}

/** Objections to the leader of a placement, for the service and the supported school. */
export function objectionsOf(db: Kysely<Database>, scope: PlacementScope): Promise<Objection[]> {
  return readAs(db, scope, (transaction) => readObjections(transaction, placementIdOf(scope)));
}

/** Offers and releases that the person of the scope is asked for at their school, with which side of each they are, the newest first. */
export function offersToSchool(
  db: Kysely<Database>,
  scope: AnswerScope,
  urn: number,
): Promise<(OfferShown & { side: OfferSide })[]> {
  return readAs(db, scope, async (transaction) => {
    const shown = await shownOffers(transaction, { homeUrn: urn });
    const sides = await Promise.all(shown.map(({ offer }) => sideIn(transaction, offer.id)));
    return shown.flatMap((one, k) => (sides[k] == null ? [] : [{ ...one, side: sides[k] }]));
  });
}

/** One offer as whoever answers it reads it: signed in by its id, or by the link that was presented. Null: none that they are asked. */
export function offerAsked(
  db: Kysely<Database>,
  scope: AnswerScope,
  asked: { id: string } | { link: 'offer' | 'release' },
): Promise<(OfferShown & { side: OfferSide }) | null> {
  return readAs(db, scope, async (transaction) => {
    const id = 'id' in asked ? asked.id : await linked(transaction, asked.link);
    const [shown] = id === null ? [] : await shownOffers(transaction, { id });
    const side = shown === undefined ? null : await sideIn(transaction, shown.offer.id);
    return shown === undefined || side === null ? null : { ...shown, side };
  });
}

/** How the link that was presented stands: open, expired, ended, or none of ours with null. */
export function linkStanding(
  db: Kysely<Database>,
  scope: AnswerScope,
  kind: 'offer' | 'release',
): Promise<'open' | 'expired' | 'ended' | null> {
  return readAs(db, scope, async (transaction) => {
    const { rows } = await sql<{
      stands: 'open' | 'expired' | 'ended' | null;
    }>`select link_standing(${kind}) as stands`.execute(transaction);
    return rows[0]?.stands ?? null;
  });
}

async function linked(transaction: ScopedTransaction, kind: 'offer' | 'release'): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`select link_subject(${kind}) as id`.execute(transaction);
  return rows[0]?.id ?? null;
}

async function sideIn(transaction: ScopedTransaction, offerId: string): Promise<OfferSide | null> {
  const { rows } = await sql<{ side: OfferSide | null }>`select side_in_offer(${offerId}::uuid) as side`.execute(
    transaction,
  );
  return rows[0]?.side ?? null;
}

async function shownOffers(
  transaction: ScopedTransaction,
  of: { placementId?: string; homeUrn?: number; id?: string },
): Promise<OfferShown[]> {
  const shown: OfferShown[] = [];
  for (const offer of await readOffers(transaction, of))
    shown.push({
      offer,
      given: await readAnswersGiven(transaction, offer.id),
      answers: await readAnswers(transaction, offer.id),
    });
  return shown;
}
