import { sql } from 'kysely';
import type { Section } from './own-data.ts';

/** What is held about a person from requests for help to the first contact of placements. */
export const OFFER_DATA: readonly Section[] = [
  {
    title: 'Offers of placements to you, and your answers',
    covers: ['placement_offer.leader_person_id', 'placement_offer_answer.by_person'],
    records: (me) => sql`
      select 'offer' as what, o.content ->> 'school' as "school", o.half_days as "half days", o.starts_on as "from", o.ends_on as "to",
        o.content ->> 'words' as words, o.ended_how as "how it ended", null as "why", null as role, o.made_at as "when"
      from placement_offer o where o.leader_person_id = ${me}
      union all
      select a.side || ': ' || a.answer, o.content ->> 'school', a.half_days, a.starts_on, a.ends_on, a.words, null, a.reason, a.by_role, a.at
      from placement_offer_answer a left join placement_offer o on o.id = a.offer_id where a.by_person = ${me}
      order by 10 desc`,
  },
  {
    title: 'Requests for help and offers of placements: what you did',
    covers: [
      'placement_request.made_by',
      'placement_triage.made_by',
      'placement_candidate.added_by',
      'placement_candidate.removed_by',
      'placement_declaration.recorded_by',
      'placement_interest_decision.decided_by',
      'placement_offer.made_by',
      'placement_offer_reply.made_by',
      'placement_objection.made_by',
      'placement_objection.answered_by',
    ],
    records: (me) => sql`
      select 'help asked for' as what, detail as words, null as role, made_at as "when" from placement_request where made_by = ${me}
      union all select 'request weighed', concat_ws(E'\n', need_words, cost_words, next_step, for_improvement_words, for_need_words, override_words),
        made_in_role, made_at from placement_triage where made_by = ${me}
      union all select 'put on a short list', leader_name, added_in_role, added_at from placement_candidate where added_by = ${me}
      union all select 'taken off a short list', removed_words, null, removed_at from placement_candidate where removed_by = ${me}
      union all select 'interests written down', detail, recorded_in_role, recorded_at from placement_declaration where recorded_by = ${me}
      union all select 'decided on an interest: ' || outcome, words, decided_in_role, decided_at
      from placement_interest_decision where decided_by = ${me}
      union all select 'offer made', content ->> 'words', made_in_role, made_at from placement_offer where made_by = ${me}
      union all select case when accepted then 'agreed to an answer' else 'did not agree to an answer' end, words, made_in_role, at
      from placement_offer_reply where made_by = ${me}
      union all select 'objected to a leader', words, made_in_role, made_at from placement_objection where made_by = ${me}
      union all select 'answered an objection: ' || outcome, outcome_words, null, answered_at
      from placement_objection where answered_by = ${me}
      order by 4 desc`,
  },
];
