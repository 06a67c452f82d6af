import { sql } from 'kysely';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { WorkItem } from '../../../calendar/work-item.ts';
import {
  type ApplicationAtWork,
  type DraftAtWork,
  type ReviewAtWork,
  workOfApplicant,
  workOfService,
} from '../../rules/designation/work.ts';

/** What designation asks of somebody of a service now: applications that wait, references that are late, scores, reviews that are due. */
export async function designationWork(
  transaction: ScopedTransaction,
  { organisationId, personId, runs }: { organisationId: string; personId: string; runs: boolean },
  today: string,
): Promise<WorkItem[]> {
  const { rows: applications } = await sql<ApplicationAtWork>`
      select a.id, a.round_id as "roundId", a.organisation_id as "organisationId", a.applicant_name as applicant, s.name as school,
        designation_state(a.id) as state, r.panel_on as "panelOn",
        (select max(m.made_at at time zone 'Europe/London')::date from designation_move m where m.application_id = a.id) as since,
        (select max(m.until_on) from designation_move m where m.application_id = a.id) as "untilOn",
        (select min(f.due_on) from designation_reference f where f.application_id = a.id and f.ended_at is null
          and not exists (select from designation_reference_answer w where w.reference_id = f.id)) as "referenceDueOn",
        (select p.part from designation_panel p where p.round_id = a.round_id and p.person_id = ${personId} and p.ended_at is null) as seat,
        coalesce((select t.scored from designation_sitting(a.id) t where t.person_id = ${personId}), false) as scored,
        designation_scored(a.id) as "allScored"
      from designation_application a join designation_round r on r.id = a.round_id join school s on s.urn = a.urn
      where a.organisation_id = ${organisationId} and designation_state(a.id) in ('awaiting reference', 'eligibility check', 'panel', 'deferred', 'appeal')
      order by a.began_at`.execute(transaction);
  const { rows: reviews } = await sql<ReviewAtWork>`
      select r.id, r.organisation_id as "organisationId", l.name as leader, review_stands_at(r.id) as stands,
        (r.raised_at at time zone 'Europe/London')::date as since,
        coalesce((select t.due_on from designation_review_step t where t.review_id = r.id and t.kind = 'moved' order by t.number desc limit 1), r.due_on) as "dueOn"
      from designation_review r join system_leader l on l.id = r.leader_id
      where r.organisation_id = ${organisationId} and review_stands_at(r.id) in ('open', 'appealed')
        and not conflicts_with_leader(r.leader_id)
      order by r.due_on`.execute(transaction);
  return workOfService(applications, runs ? reviews : [], { runs, today });
}

/** What a leader's own applications ask of them: drafts to submit while the round is open. */
export async function applicantWork(
  transaction: ScopedTransaction,
  personId: string,
  today: string,
): Promise<WorkItem[]> {
  const { rows } = await sql<DraftAtWork>`
      select a.id, a.urn, d.organisation, d.role, d.closes_on as "closesOn", (a.began_at at time zone 'Europe/London')::date as since
      from designation_application a join announced_designation_rounds() d on d.id = a.round_id
      where a.applicant_id = ${personId} and designation_state(a.id) = 'draft' order by d.closes_on`.execute(
    transaction,
  );
  return workOfApplicant(rows, today);
}
