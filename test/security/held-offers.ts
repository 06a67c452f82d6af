import type pg from 'pg';
import type { Organisation } from '../../src/access/roles.ts';

interface Of {
  organisation: Organisation;
  homeUrn: number;
  leader: string;
  personId: string;
}

/** A row of each table from the request to the first contact, about the placement that an organisation of any kind holds. After `holdPlacement`. */
export async function holdOffers(
  pool: pg.Pool,
  { organisation: { id }, homeUrn, leader, personId }: Of,
): Promise<void> {
  await pool.query(
    `with placed as (select id from placement where organisation_id = $1),
     request as (
       insert into placement_request (placement_id, organisation_id, detail, wanted_when, contact_name, contact_phone, once, made_by)
       select id, $1, 'words', 'soon', 'A name', '1', gen_random_uuid(), $4 from placed),
     triage as (
       insert into placement_triage (placement_id, organisation_id, source, made_by, made_in_role)
       select id, $1, 'service', $4, 'broker' from placed),
     candidate as (
       insert into placement_candidate (placement_id, organisation_id, source, leader_name, home_urn, reasons, added_by, added_in_role)
       select id, $1, 'entered', 'A leader', $2, '{}', $4, 'broker' from placed returning id, placement_id),
     declaration as (
       insert into placement_declaration (candidate_id, placement_id, organisation_id, side, says, kind, detail, how, given_by, given_on,
         recorded_by, recorded_in_role)
       select id, placement_id, $1, 'home', 'interest', 'other', 'words', 'letter', 'A name', '2026-11-01', $4, 'broker' from candidate
       returning id, placement_id),
     decision as (
       insert into placement_interest_decision (declaration_id, placement_id, organisation_id, outcome, words, decided_by, decided_in_role)
       select id, placement_id, $1, 'stands', 'words', $4, 'broker' from declaration),
     offer as (
       insert into placement_offer (placement_id, organisation_id, candidate_id, leader_name, leader_email, home_urn, release_by, release_email,
         content, half_days, starts_on, ends_on, answer_by, made_by, made_in_role)
       select placement_id, $1, id, 'A leader', (select email from person where id = $3), $2, 'home head', 'a@example.org', '{}', 2,
         '2027-01-01', '2027-03-31', '2026-12-01', $4, 'broker' from candidate returning id, placement_id),
     answer as (
       insert into placement_offer_answer (offer_id, placement_id, organisation_id, side, answer, terms, words)
       select id, placement_id, $1, side, 'conditions', 1, 'words' from offer, unnest(array['leader', 'release']) side
       returning id, offer_id, placement_id, side),
     reply as (
       insert into placement_offer_reply (answer_id, offer_id, placement_id, organisation_id, accepted, made_by, made_in_role)
       select id, offer_id, placement_id, $1, true, $4, 'broker' from answer where side = 'leader')
     insert into placement_objection (placement_id, organisation_id, words, made_by, made_in_role)
     select id, $1, 'words', $4, 'headteacher' from placed`,
    [id, homeUrn, leader, personId],
  );
}

type MaySee<A> = (row: Record<string, unknown>, actor: A) => boolean;

/** Which rows of these tables a person sees with no WHERE at all, by what they are to the placement; what somebody wrote they see too. */
export function visibleOfOffers<A extends { personId: string }>({
  servesIt,
  speaksForSupported,
  leadsIt,
  headsHome,
}: Record<'servesIt' | 'speaksForSupported' | 'leadsIt' | 'headsHome', MaySee<A>>): Record<string, MaySee<A>> {
  return {
    placement_request: (row, actor) =>
      row.made_by === actor.personId || servesIt(row, actor) || speaksForSupported(row, actor),
    // What the service thinks of a request, and whom it thinks of, is its own.
    placement_triage: (row, actor) => row.made_by === actor.personId || servesIt(row, actor),
    placement_candidate: (row, actor) => row.added_by === actor.personId || servesIt(row, actor),
    placement_declaration: (row, actor) => row.recorded_by === actor.personId || servesIt(row, actor),
    placement_interest_decision: (row, actor) => row.decided_by === actor.personId || servesIt(row, actor),
    // An offer is for the leader and whoever releases them, here the head; each reads its own answers.
    placement_offer: (row, actor) =>
      row.made_by === actor.personId || servesIt(row, actor) || leadsIt(row, actor) || headsHome(row, actor),
    placement_offer_answer: (row, actor) =>
      servesIt(row, actor) || (row.side === 'leader' ? leadsIt(row, actor) : headsHome(row, actor)),
    // Of the one reply that is held, to the leader.
    placement_offer_reply: (row, actor) =>
      row.made_by === actor.personId || servesIt(row, actor) || leadsIt(row, actor),
    placement_objection: (row, actor) =>
      row.made_by === actor.personId || servesIt(row, actor) || speaksForSupported(row, actor),
  };
}
