import { type Kysely, sql } from 'kysely';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import type { MoveScope } from '../../policy.ts';
import { readCandidates } from '../../queries/offer/candidates.ts';
import { readOffers } from '../../queries/offer/offers.ts';
import { readRequest } from '../../queries/offer/requests.ts';
import { readNewestTriage } from '../../queries/offer/triage.ts';
import { placementIdOf } from '../../queries/placement.ts';
import { interestsOpen } from '../../rules/offer/candidate.ts';
import type { OfferContent } from '../../rules/offer/offer.ts';
import type { OfferPolicy } from '../../rules/offer/offer-policy.ts';
import { focusMissing, EMPTY_TRIAGE } from '../../rules/offer/triage.ts';
import type { OpenItem } from '../../rules/placement.ts';
import type { NewOffer } from '../../schema/offer/offer-forms.ts';
import { type Moved, movePlacement } from '../change-placement.ts';
import { askSide, type OfferLinks } from './offer-letters.ts';

export type OfferMade =
  | { ok: true; offerId: string }
  | Exclude<Moved, { ok: true }>
  | { ok: false; reason: 'no such leader' | 'heads the home school' };

/**
 * Offers a placement to a leader of its short list and asks their school to release them, at the same time, each by a private link. What
 * the offer says is copied: what the school said it needs, never what the service thinks of it.
 */
export function makeOffer(
  db: Kysely<Database>,
  scope: MoveScope,
  candidateId: string,
  offer: NewOffer,
  { policy, help, links }: { policy: OfferPolicy; help: string; links: OfferLinks },
): Promise<OfferMade> {
  return writeAs(db, scope, async (transaction): Promise<Written<OfferMade>> => {
    const failed = (result: Exclude<OfferMade, { ok: true }>): Written<OfferMade> => ({
      result,
      outcome: 'failed',
      detail: { reason: result.reason },
    });
    const placementId = placementIdOf(scope);
    const candidate = (await readCandidates(transaction, placementId)).find(
      ({ id, removed }) => id === candidateId && removed === null,
    );
    if (candidate === undefined) return failed({ ok: false, reason: 'no such leader' });
    const open: OpenItem[] = [
      ...interestsOpen(candidate),
      ...focusMissing((await readNewestTriage(transaction, placementId)) ?? EMPTY_TRIAGE),
    ];
    if (open.length > 0) return failed({ ok: false, reason: 'open items', items: open });
    if (offer.releaseBy === 'home head' && (await headsHomeSchool(transaction, candidate.home.urn, offer.email)))
      return failed({ ok: false, reason: 'heads the home school' });
    const moved = await movePlacement(transaction, scope, {
      placementId,
      version: offer.version,
      move: 'offer',
      deed: 'offer',
      set: { due_on: offer.answerBy },
    });
    if (!moved.ok) return failed(moved);
    const { placement } = moved;
    const { person } = scope;
    if (person?.acting == null) throw new Error('An offer is made by a person of the service');
    const request = await readRequest(transaction, placementId);
    const content: OfferContent = {
      service: person.acting.organisation.name,
      school: placement.supported.name,
      home: candidate.home.name,
      help,
      focus: placement.focus,
      detail: request?.detail ?? null,
      hopedOutcome: placement.hopedOutcome,
      words: offer.words,
    };
    const { id } = await transaction
      .insertInto('placement_offer')
      .values({
        placement_id: placementId,
        organisation_id: placement.organisationId,
        candidate_id: candidateId,
        leader_id:
          candidate.leaderId ??
          (await inRegister(transaction, placement.organisationId, offer.email, candidate.home.urn)),
        leader_name: offer.name,
        leader_email: offer.email,
        home_urn: candidate.home.urn,
        release_by: offer.releaseBy,
        release_email: offer.releaseEmail,
        content: JSON.stringify(content),
        half_days: offer.halfDays,
        starts_on: offer.startsOn,
        ends_on: offer.endsOn,
        answer_by: offer.answerBy,
        made_by: person.id,
        made_in_role: person.acting.role,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const [made] = await readOffers(transaction, { id });
    for (const side of ['leader', 'release'] as const)
      await askSide(transaction, links, made!, side, { why: 'new', mostMoreDays: policy.answer.mostMoreDays });
    return {
      result: { ok: true, offerId: id },
      detail: { offer: id, halfDays: offer.halfDays, answerBy: offer.answerBy },
    };
  });
}

async function headsHomeSchool(transaction: ScopedTransaction, urn: number, email: string): Promise<boolean> {
  const { rows } = await sql<{ heads: boolean }>`select heads_home_school(${urn}::int, ${email}) as heads`.execute(
    transaction,
  );
  return rows[0]?.heads ?? false;
}

/** The entry of the service's register that an address belongs to, so that the days are promised there. */
async function inRegister(
  transaction: ScopedTransaction,
  organisationId: string,
  email: string,
  homeUrn: number,
): Promise<string | null> {
  const row = await transaction
    .selectFrom('system_leader')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('email', '=', email)
    .where('home_urn', '=', homeUrn)
    .where('status', '=', 'active')
    .executeTakeFirst();
  return row?.id ?? null;
}
