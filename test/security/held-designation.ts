import type pg from 'pg';
import type { Role } from '../../src/access/roles.ts';

interface Holder {
  organisation: { id: string };
  urn: number;
  /** Who applied and did everything else: nobody who judges. */
  personId: string;
}

/** What a designation round and a review leave behind, for an organisation of any kind, so that a policy that forgets the kind shows. After `holdRegister`. */
export async function holdDesignation(pool: pg.Pool, { organisation: { id }, urn, personId }: Holder): Promise<void> {
  await pool.query(
    `with round as (
       insert into designation_round (organisation_id, role, rule_set, process, opens_on, closes_on, panel_on, opened_by, opened_in_role)
       values ($1, 'local-leader', 'rules-lle-2016', 'process-2014', '2026-01-01', '2026-02-01', '2026-02-02', $2, 'service lead') returning id),
     seat as (
       insert into designation_panel (round_id, organisation_id, person_id, part, named_by, named_in_role)
       select id, $1, $2, 'member', $2, 'broker' from round),
     application as (
       insert into designation_application (round_id, organisation_id, school_id, urn, applicant_id, applicant_name, applicant_email)
       select id, $1, $1, $3, $2, 'A', 'a@example.org' from round returning id),
     move as (
       insert into designation_move (application_id, organisation_id, number, from_state, to_state, part, made_by, made_in_role)
       select id, $1, 1, 'draft', 'submitted', 'applicant', $2, 'headteacher' from application),
     reference as (
       insert into designation_reference (application_id, organisation_id, referee, name, position, email, due_on, asked_by)
       select id, $1, 'board', 'B', 'Chair', 'b@example.org', '2026-02-01', $2 from application returning id, application_id),
     answer as (
       insert into designation_reference_answer (reference_id, application_id, organisation_id, supports, words, answers)
       select id, application_id, $1, true, 'words', '{}' from reference),
     checked as (
       insert into designation_check (application_id, organisation_id, checks, made_by) select id, $1, '[]', $2 from application),
     ruling as (
       insert into designation_check_decision (application_id, organisation_id, rule, verdict, reason, decided_by, decided_in_role)
       select id, $1, 'grade', 'met', 'words', $2, 'broker' from application),
     interest as (
       insert into designation_interest (application_id, organisation_id, has_interest, words, made_by, made_in_role)
       select id, $1, true, 'words', $2, 'adviser' from application),
     score as (
       insert into designation_score (application_id, organisation_id, scores, made_by, made_in_role)
       select id, $1, '{}', $2, 'adviser' from application),
     review as (
       insert into designation_review (designation_id, leader_id, organisation_id, grounds, key, evidence, due_on, raised_by)
       select id, leader_id, $1, 'conduct', 'conduct', 'words', '2027-01-01', $2 from leader_designation where organisation_id = $1
       returning id, leader_id)
     insert into designation_review_step (review_id, leader_id, organisation_id, number, kind, words, made_by, made_in_role)
     select id, leader_id, $1, 1, 'evidence', 'words', $2, 'broker' from review`,
    [id, personId, urn],
  );
}

interface Reader {
  tenant: { organisation: { id: string; kind: string }; members: ReadonlyMap<Role, { personId: string }> };
  role: Role;
  personId: string;
}

type Row = Record<string, unknown>;
type MaySee = (row: Row, reader: Reader) => boolean;

const judges: MaySee = (row, { tenant, role }) =>
  row.organisation_id === tenant.organisation.id &&
  ['local authority', 'trust', 'hub'].includes(tenant.organisation.kind) &&
  ['service lead', 'broker', 'adviser'].includes(role);
const isIn =
  (...columns: string[]): MaySee =>
  (row, { personId }) =>
    columns.some((column) => row[column] === personId);
const either =
  (...rules: MaySee[]): MaySee =>
  (row, reader) =>
    rules.some((rule) => rule(row, reader));
/** The leader of each entry is the system leader of its organisation: `holdRegister`. */
const isLeader: MaySee = (row, { tenant, role }) =>
  role === 'system leader' && row.organisation_id === tenant.organisation.id;

/** Which rows of designation a person sees with no WHERE at all; the application of each tenant was submitted. */
export const VISIBLE_OF_DESIGNATION: Record<string, MaySee> = {
  designation_round: either(judges, isIn('opened_by')),
  designation_panel: either(judges, isIn('person_id', 'named_by', 'ended_by')),
  designation_application: either(judges, isIn('applicant_id')),
  designation_move: either(judges, isIn('made_by')),
  designation_reference: either(judges, isIn('asked_by')),
  // Not the applicant, until there is an outcome.
  designation_reference_answer: judges,
  designation_check: either(judges, isIn('made_by')),
  designation_check_decision: either(judges, isIn('decided_by')),
  designation_interest: either(judges, isIn('made_by')),
  // Whoever gave them, until all are in.
  designation_score: isIn('made_by'),
  designation_review: either(judges, isIn('raised_by'), isLeader),
  designation_review_step: either(judges, isIn('made_by'), isLeader),
};
