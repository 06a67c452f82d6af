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
