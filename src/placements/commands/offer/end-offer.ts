import type { Kysely } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import type { PlacementPart } from '../../../access/placement-parts.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import type { MoveScope } from '../../policy.ts';
import { readOffers } from '../../queries/offer/offers.ts';
import { placementIdOf } from '../../queries/placement.ts';
import type { Offer } from '../../rules/offer/offer.ts';
import { type Moved, movePlacement, partOf } from '../change-placement.ts';
import { presentOffer } from './answer-offer.ts';
import { lockPlacement } from './lock-placement.ts';
import { type OfferLinks, tellEnded, tellService } from './offer-letters.ts';

const HOW: Partial<Record<PlacementPart, string>> = {
  service: 'taken back',
  leader: 'withdrew',
  'home head': 'release withdrawn',
  'home board': 'release withdrawn',
};

/** Leaves the placement without its leader. */
export const WITHOUT_LEADER = {
  home_urn: null,
  leader_name: null,
  leader_id: null,
  leader_person_id: null,
  due_on: null,
} as const;

/** Ends an offer, or its acceptance before the first contact: taken back by the service, or by the leader or their school. The leader's days are given back. */
export function endOffer(
  db: Kysely<Database>,
  scope: MoveScope,
  { version, words }: { version: number; words: string },
  links: OfferLinks,
): Promise<Moved> {
  return writeAs(db, scope, async (transaction): Promise<Written<Moved>> => {
    const placementId = placementIdOf(scope);
    const part = partOf(scope);
    await lockPlacement(transaction, placementId);
    const offer = (await readOffers(transaction, { placementId })).find(({ endedAt }) => endedAt === null);
    // Who goes with the offer keeps hold of the placement for this by the offer.
    if (offer !== undefined) await presentOffer(transaction, offer.id);
    const result = await leaveLeader(transaction, scope, { placementId, version });
    if (!result.ok) return { result, outcome: 'failed', detail: { reason: result.reason } };
    if (offer !== undefined && part === 'service') await tellEnded(transaction, offer, ['leader', 'release']);
    if (offer !== undefined && part !== 'service')
      await tellService(
        transaction,
        { placementId, organisationId: offer.organisationId },
        {
          name: 'offer answered',
          reference: result.placement.reference,
          who: part === 'leader' ? offer.leaderName : offer.content.home,
          answer: 'no longer, after having agreed',
          link: links.offers(placementId),
        },
      );
    // Last: an offer that ended opens its placement no longer.
    if (offer !== undefined) await markEnded(transaction, offer, HOW[part] ?? 'taken back', words);
    return { result, detail: { offer: offer?.id ?? null } };
  });
}

/** Moves a placement back to where a leader is looked for. */
export function leaveLeader(
  transaction: ScopedTransaction,
  scope: Scope,
  { placementId, version, as }: { placementId: string; version: number | null; as?: 'house' },
): Promise<Moved> {
  return movePlacement(transaction, scope, {
    placementId,
    version,
    move: 'end-offer',
    deed: 'end-offer',
    seenBy: 'service',
    ...(as === undefined ? {} : { as }),
    set: WITHOUT_LEADER,
  });
}

/** Writes down how an offer ended. */
export async function markEnded(
  transaction: ScopedTransaction,
  { id }: Pick<Offer, 'id'>,
  how: string,
  words: string | null,
): Promise<void> {
  await transaction
    .updateTable('placement_offer')
    .set({ ended_at: new Date(), ended_how: how, ended_words: words })
    .where('id', '=', id)
    .execute();
}
