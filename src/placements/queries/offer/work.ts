import { sql } from 'kysely';
import type { Role } from '../../../access/roles.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { WorkItem } from '../../../calendar/work-item.ts';
import { londonIsoDay } from '../../../opendata/rules/london-time.ts';
import { workOfOffer, workOfPlacement } from '../../rules/offer/work.ts';
import { OFFER_SIDES, type OfferSide, sideState } from '../../rules/offer/offer.ts';
import type { PlacementState } from '../../rules/states.ts';
import { readAnswersGiven, readOffers } from './offers.ts';

/** Who asks what waits for them: a transaction in their name, and the role they act in. */
export interface WorkReader {
  transaction: ScopedTransaction;
  person: { id: string; acting: { organisation: { id: string; urn: number | null }; role: Role } };
}

const BEFORE_CONTACT: PlacementState[] = ['requested', 'triage', 'to match', 'offered', 'accepted'];

/**
 * What waits for a person from the request to the first contact: for the service each placement and what must be done with it next, for
 * the leader and their school what they are asked, for the supported head that a leader is found.
 */
export async function offerWork({ transaction, person }: WorkReader): Promise<WorkItem[]> {
  const { organisation, role } = person.acting;
  const { urn } = organisation;
  const items: WorkItem[] = [];
  if (['service lead', 'broker'].includes(role)) {
    const rows = await transaction
      .selectFrom('placement as p')
      .leftJoin('school as s', 's.urn', 'p.supported_urn')
      .select(['p.id', 'p.state', 'p.due_on', 'p.state_since', 's.name'])
      .select((eb) => [
        sql<boolean>`has_open_objection(${eb.ref('p.id')})`.as('objected'),
        sql<boolean>`exists (select from placement_offer o join placement_offer_answer a on a.offer_id = o.id and a.answer in ('conditions', 'counter')
          left join placement_offer_reply r on r.answer_id = a.id
          where o.placement_id = ${eb.ref('p.id')} and o.ended_at is null and o.settled_at is null and r.answer_id is null
            and not exists (select from placement_offer_answer n where n.offer_id = o.id and n.side = a.side and n.at > a.at))`.as(
          'to_reply',
        ),
      ])
      .where('p.organisation_id', '=', organisation.id)
      .where('p.state', 'in', BEFORE_CONTACT)
      .where((eb) => eb.or([eb('p.assigned_to', 'is', null), eb('p.assigned_to', '=', person.id)]))
      .execute();
    for (const row of rows)
      items.push(
        ...workOfPlacement({
          id: row.id,
          about: row.name ?? 'A school',
          state: row.state as PlacementState,
          dueOn: row.due_on,
          since: londonIsoDay(row.state_since),
          objected: row.objected,
          toReply: row.to_reply,
        }),
      );
  }
  if (urn === null) return items;
  const offers = await readOffers(transaction, { homeUrn: urn });
  for (const offer of offers.filter(({ endedAt, settledAt }) => endedAt === null && settledAt === null)) {
    const { rows } = await sql<{ side: OfferSide | null }>`select side_in_offer(${offer.id}::uuid) as side`.execute(
      transaction,
    );
    const side = OFFER_SIDES.find((one) => one === rows[0]?.side);
    if (side === undefined) continue;
    const state = sideState(side, await readAnswersGiven(transaction, offer.id), { terms: offer.terms, opened: true });
    items.push(...workOfOffer(offer, side, state, { urn, since: londonIsoDay(offer.madeAt) }));
  }
  if (role === 'headteacher' || role === 'system leader') {
    const found = await transaction
      .selectFrom('placement as p')
      .leftJoin('school as s', 's.urn', 'p.supported_urn')
      .select(['p.id', 'p.due_on', 'p.state_since', 's.name'])
      .where('p.state', '=', 'accepted')
      .where((eb) => eb.or([eb('p.supported_urn', '=', urn), eb('p.leader_person_id', '=', person.id)]))
      .execute();
    for (const { id, due_on, state_since, name } of found)
      items.push(
        ...workOfPlacement({
          id,
          about: name ?? 'A school',
          state: 'accepted',
          dueOn: due_on,
          since: londonIsoDay(state_since),
          objected: false,
          toReply: false,
        }),
      );
  }
  return items;
}
