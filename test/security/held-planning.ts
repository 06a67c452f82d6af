import type pg from 'pg';
import type { Organisation } from '../../src/access/roles.ts';

/** A planning round with a scenario, a proposal and a decision, held by an organisation of any kind, so that a policy that forgets the kind shows. */
export async function holdPlanning(pool: pg.Pool, { id }: Organisation, personId: string): Promise<void> {
  await pool.query(
    `with round as (
       insert into planning_round (organisation_id, title, school_year, term, term_from, term_to, as_at, travel, inputs_sha256, opened_by, opened_in_role)
       values ($1, 'A round', 2026, 'autumn', '2026-09-01', '2026-12-31', '2022-07-06', 'straight line', 'x', $2, 'broker') returning id),
     input as (insert into planning_input select id, $1, '{}' from round),
     scenario as (
       insert into planning_scenario (round_id, organisation_id, name, weights, made_by, made_in_role)
       select id, $1, 'First', '{}', $2, 'broker' from round returning id, round_id),
     proposal as (
       insert into planning_proposal (round_id, scenario_id, organisation_id, asked, decisions, inputs_sha256, asked_by, asked_in_role)
       select round_id, id, $1, '{}', '{}', 'x', $2, 'broker' from scenario)
     insert into planning_decision (round_id, organisation_id, kind, need_key, reason, decided_by, decided_in_role)
     select id, $1, 'leave out', '100001:lead', 'words', $2, 'broker' from round`,
    [id, personId],
  );
}
