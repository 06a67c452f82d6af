import { sql } from 'kysely';
import type { Section } from './own-data.ts';

/** What designation holds about a person: as an applicant or leader, and of what they did for a service. */
export const DESIGNATION_DATA: readonly Section[] = [
  {
    title: 'Your applications for designation, and reviews of your designations',
    covers: ['designation_application.applicant_id'],
    records: (me) => sql`
      select 'application, ' || designation_state(id) as what, answers::text as words, began_at as "when"
      from designation_application where applicant_id = ${me}
      union all select 'moved to ' || m.to_state, m.words, m.made_at
      from designation_move m join designation_application a on a.id = m.application_id where a.applicant_id = ${me}
      union all select 'reference asked of ' || r.name, r.position || ', ' || r.email, r.asked_at
      from designation_reference r join designation_application a on a.id = r.application_id where a.applicant_id = ${me}
      union all select 'reference given', w.words, w.answered_at
      from designation_reference_answer w join designation_application a on a.id = w.application_id where a.applicant_id = ${me}
      union all select 'checked against published data', k.checks::text, k.made_at
      from designation_check k join designation_application a on a.id = k.application_id where a.applicant_id = ${me}
      union all select 'decided on a rule: ' || d.rule || ', ' || d.verdict, d.reason, d.decided_at
      from designation_check_decision d join designation_application a on a.id = d.application_id where a.applicant_id = ${me}
      union all select 'review: ' || v.grounds, v.evidence, v.raised_at
      from designation_review v join system_leader l on l.id = v.leader_id where l.person_id = ${me}
      union all select 'in a review: ' || s.kind, s.words, s.made_at
      from designation_review_step s join system_leader l on l.id = s.leader_id where l.person_id = ${me}
      order by 3 desc`,
  },
  {
    title: 'Designation: what you did',
    covers: [
      'designation_round.opened_by',
      'designation_panel.person_id',
      'designation_panel.named_by',
      'designation_panel.ended_by',
      'designation_move.made_by',
      'designation_reference.asked_by',
      'designation_check.made_by',
      'designation_check_decision.decided_by',
      'designation_interest.made_by',
      'designation_score.made_by',
      'designation_review.raised_by',
      'designation_review_step.made_by',
    ],
    records: (me) => sql`
      select 'round opened' as what, words, opened_in_role as role, opened_at as "when" from designation_round where opened_by = ${me}
      union all select 'named to a panel as ' || part, null, null, named_at from designation_panel where person_id = ${me}
      union all select 'somebody named to a panel', null, named_in_role, named_at from designation_panel where named_by = ${me}
      union all select 'part in a panel ended', null, null, ended_at from designation_panel where ended_by = ${me}
      union all select 'application moved to ' || to_state, words, made_in_role, made_at from designation_move where made_by = ${me}
      union all select 'reference asked for', null, null, asked_at from designation_reference where asked_by = ${me}
      union all select 'checked against published data', null, null, made_at from designation_check where made_by = ${me}
      union all select 'decided on a rule: ' || verdict, reason, decided_in_role, decided_at
      from designation_check_decision where decided_by = ${me}
      union all select case when has_interest then 'interest declared' else 'no interest declared' end, words, made_in_role, made_at
      from designation_interest where made_by = ${me}
      union all select 'scores', scores::text, made_in_role, made_at from designation_score where made_by = ${me}
      union all select 'review raised: ' || grounds, evidence, null, raised_at from designation_review where raised_by = ${me}
      union all select 'in a review: ' || kind, words, made_in_role, made_at from designation_review_step where made_by = ${me}
      order by 4 desc`,
  },
];
