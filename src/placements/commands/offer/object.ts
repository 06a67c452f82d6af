import type { Kysely } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import type { answerObjection, objectToLeader } from '../../policy/offer.ts';
import { readObjections } from '../../queries/offer/objections.ts';
import { readOffers } from '../../queries/offer/offers.ts';
import { placementIdOf, readPlacementRow } from '../../queries/placement.ts';
import { type Moved, notePlacementEvent, partOf } from '../change-placement.ts';
import { leaveLeader, markEnded } from './end-offer.ts';
import { lockPlacement } from './lock-placement.ts';
import { type OfferLinks, tellEnded, tellService } from './offer-letters.ts';

export type Objected = { ok: true } | { ok: false; reason: 'not before contact' | 'there already' };

/** The head of the supported school objects to the leader before the first contact. Sent twice it is one objection. */
export function objectTo(
  db: Kysely<Database>,
  scope: Scope<typeof objectToLeader.verb>,
  words: string,
  links: OfferLinks,
): Promise<Objected> {
  return writeAs(db, scope, async (transaction): Promise<Written<Objected>> => {
    const failed = (reason: Extract<Objected, { ok: false }>['reason']): Written<Objected> => ({
      result: { ok: false, reason },
      outcome: 'failed',
      detail: { reason },
    });
    const placementId = placementIdOf(scope);
    await lockPlacement(transaction, placementId);
    const placement = await readPlacementRow(transaction, placementId);
    if (placement?.state !== 'accepted') return failed('not before contact');
    if ((await readObjections(transaction, placementId)).some(({ outcome }) => outcome === null))
      return failed('there already');
    const { person } = scope;
    if (person?.acting == null) throw new Error('A head objects as a person');
    // The offer itself is not for the supported school: the database puts in which it is.
    await transaction
      .insertInto('placement_objection')
      .values({
        placement_id: placementId,
        organisation_id: placement.organisationId,
        words,
        made_by: person.id,
        made_in_role: person.acting.role,
      })
      .execute();
    await notePlacementEvent(transaction, scope, placement, { deed: 'object', seenBy: 'service' });
    await tellService(
      transaction,
      { placementId, organisationId: placement.organisationId },
      {
        name: 'offer answered',
        reference: placement.reference,
        who: placement.supported.name,
        answer: 'objects to the leader before the first contact',
        link: links.offers(placementId),
      },
    );
    return { result: { ok: true }, detail: { placement: placementId } };
  });
}

export type ObjectionAnswered =
  | { ok: true }
  | Exclude<Moved, { ok: true }>
  | { ok: false; reason: 'nothing to answer' };

interface ToAnswerObjection {
  version: number;
  outcome: 'leader stays' | 'leader goes' | 'taken back';
  words: string;
}

/** The service answers an objection: the leader stays, or goes and another is looked for. The head who made it can take it back. */
export function settleObjection(
  db: Kysely<Database>,
  scope: Scope<typeof answerObjection.verb | typeof objectToLeader.verb>,
  { version, outcome, words }: ToAnswerObjection,
): Promise<ObjectionAnswered> {
  return writeAs(db, scope, async (transaction): Promise<Written<ObjectionAnswered>> => {
    const placementId = placementIdOf(scope);
    const part = partOf(scope);
    await lockPlacement(transaction, placementId);
    const open = (await readObjections(transaction, placementId)).find((one) => one.outcome === null);
    const mayBe = part === 'service' ? outcome !== 'taken back' : outcome === 'taken back';
    if (open === undefined || !mayBe)
      return {
        result: { ok: false, reason: 'nothing to answer' },
        outcome: 'failed',
        detail: { reason: 'nothing to answer' },
      };
    const placement = (await readPlacementRow(transaction, placementId))!;
    const leave = () => leaveLeader(transaction, scope, { placementId, version });
    if (outcome === 'leader goes' && (placement.version !== version || placement.state !== 'accepted')) {
      const refused = await leave();
      if (!refused.ok) return { result: refused, outcome: 'failed', detail: { reason: refused.reason } };
    }
    // Before the leader goes, which would close it in words of its own.
    await transaction
      .updateTable('placement_objection')
      .set({ outcome, outcome_words: words, answered_by: scope.person!.id, answered_at: new Date() })
      .where('id', '=', open.id)
      .execute();
    if (outcome === 'leader goes') {
      const offer = (await readOffers(transaction, { placementId })).find(({ endedAt }) => endedAt === null);
      const moved = await leave();
      if (!moved.ok) throw new Error(`A leader could not leave after an objection: ${moved.reason}`);
      if (offer !== undefined) {
        await markEnded(transaction, offer, 'objection', null);
        await tellEnded(transaction, offer, ['leader', 'release']);
      }
    }
    await notePlacementEvent(transaction, scope, placement, {
      deed: 'object.answer',
      detail: { outcome },
      seenBy: 'service',
    });
    return { result: { ok: true }, detail: { outcome } };
  });
}
