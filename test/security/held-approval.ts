import type pg from 'pg';
import type { Organisation } from '../../src/access/roles.ts';

interface Holder {
  organisation: Organisation;
  /** Of the school that its rows are about. */
  urn: number;
  /** Another organisation, which every row names as a partner. */
  partner: string;
  personId: string;
}

/**
 * What the second half of a round leaves behind, for an organisation of any kind and a partner that joined, so that a policy that forgets
 * the kind or the partner shows. After `holdPlanning`.
 */
export async function holdApproval(
  pool: pg.Pool,
  { organisation: { id }, urn, partner, personId }: Holder,
): Promise<void> {
  const held = [id, personId];
  await pool.query(
    `insert into planning_partner (round_id, organisation_id, partner_id, state, words, made_by, made_in_role, made_for)
     select id, $1, $3, 'joined', 'words', $2, 'service lead', $1 from planning_round where organisation_id = $1`,
    [...held, partner],
  );
  await pool.query(
    `insert into planning_contribution (round_id, organisation_id, partner_id, content, needs, leaders, brought_by, brought_in_role)
     select id, $1, $3, '{}', 0, 0, $2, 'broker' from planning_round where organisation_id = $1`,
    [...held, partner],
  );
  await pool.query(
    `with forward as (
       insert into planning_put_forward (round_id, organisation_id, proposal_id, totals, answer_by, made_by, made_in_role)
       select round_id, $1, id, '{}', '2026-12-01', $2, 'broker' from planning_proposal where organisation_id = $1
       returning id, round_id, proposal_id),
     line as (
       insert into planning_line (put_forward_id, round_id, organisation_id, need_key, leader_key, supported_urn, home_urn, parties, content)
       select id, round_id, $1, 'n', 'l', $3::int, $3::int, array[$4::uuid], '{}' from forward),
     share as (
       insert into planning_share (round_id, organisation_id, proposal_id, reader_id, reader_for, content, shared_by, shared_in_role)
       select round_id, $1, proposal_id, $2, $1, '{}', $2, 'broker' from forward returning id, round_id),
     comment as (
       insert into planning_share_comment (share_id, round_id, organisation_id, words, said_by, said_in_role)
       select id, round_id, $1, 'words', $2, 'adviser' from share),
     ask as (
       insert into planning_ask (round_id, organisation_id, need_key, leader_key, side, urn, other_urn, content, people, answer_by,
         asked_by, asked_in_role)
       select round_id, $1, 'n', 'l', 'supported', $3::int, $3::int, '{}', 0, '2026-12-01', $2, 'broker' from forward
       returning id, round_id),
     declaration as (
       insert into planning_declaration (ask_id, round_id, organisation_id, urn, says, kind, detail, how, given_on, recorded_by, recorded_in_role)
       select id, round_id, $1, $3::int, 'interest', 'other', 'words', 'site', '2026-11-01', $2, 'headteacher' from ask
       returning id, ask_id, round_id),
     decision as (
       insert into planning_interest_decision (declaration_id, ask_id, round_id, organisation_id, urn, outcome, words, decided_by, decided_in_role)
       select id, ask_id, round_id, $1, $3::int, 'stands', 'words', $2, 'broker' from declaration),
     interest as (
       insert into planning_interest (round_id, organisation_id, urn, kind, words, made_by, made_in_role)
       select round_id, $1, $3::int, 'interest', 'words', $2, 'adviser' from forward),
     approval as (
       insert into planning_approval (put_forward_id, round_id, organisation_id, approved_by, approved_in_role)
       select id, round_id, $1, $2, 'adviser' from forward returning id, round_id),
     pair as (
       insert into planning_approved_pair (approval_id, round_id, organisation_id, need_key, leader_key, supported_urn, home_urn, parties,
         days, content, approved_by)
       select id, round_id, $1, 'n', 'l', $3::int, $3::int, array[$4::uuid], 1, '{}', $2 from approval)
     insert into planning_change (round_id, organisation_id, kind, leader_key, happened_on, reason, recorded_by, recorded_in_role)
     select round_id, $1, 'leader withdraws', 'l', '2026-11-01', 'words', $2, 'broker' from forward`,
    [...held, urn, partner],
  );
}
