import { sql } from 'kysely';
import type { Section } from './own-data.ts';

/** What somebody did in placements. The words of the coaching log stay in it: the person reads them there, and an export passes through other hands. */
export const OWN_DELIVERY_DATA: readonly Section[] = [
  {
    title: 'The work of placements: what you recorded',
    covers: [
      'placement_visit.made_by',
      'placement_school_part.made_by',
      'placement_note.made_by',
      'placement_note_word.made_by',
      'placement_action.made_by',
      'placement_training.made_by',
      'placement_progress.made_by',
      'placement_disagreement.made_by',
      'placement_concern.made_by',
      'placement_concern_step.made_by',
    ],
    records: (me) => sql`
      select 'visit planned' as what, purpose as words, made_in_role as role, made_at as "when" from placement_visit where made_by = ${me}
      union all select 'school’s part of a visit', since_last || E'\n\n' || self_evaluation, made_in_role, made_at
      from placement_school_part where made_by = ${me}
      union all select 'note of visit, ' || state, content::text, made_in_role, made_at from placement_note where made_by = ${me}
      union all select 'note of visit ' || kind, words, made_in_role, made_at from placement_note_word where made_by = ${me}
      union all select 'action planned', what, made_in_role, made_at from placement_action where made_by = ${me}
      union all select 'training arranged', what, made_in_role, made_at from placement_training where made_by = ${me}
      union all select 'progress: ' || rating, evidence, made_in_role, made_at from placement_progress where made_by = ${me}
      union all select 'seen otherwise', words, made_in_role, made_at from placement_disagreement where made_by = ${me}
      union all select 'concern raised', what || E'\n\n' || evidence, made_in_role, made_at from placement_concern where made_by = ${me}
      union all select 'concern ' || kind, words, made_in_role, made_at from placement_concern_step where made_by = ${me}
      order by 4 desc`,
  },
  {
    title: 'Coaching logs between you and somebody else, whose words you read there',
    covers: [
      'placement_coaching_note.made_by',
      'placement_coaching_note.leader_person_id',
      'placement_coaching_note.supported_head_person_id',
    ],
    records: (me) => sql`
      select case when made_by = ${me} then 'note that you wrote' else 'note of the other' end as what, made_at as "when"
      from placement_coaching_note where ${me} in (leader_person_id, supported_head_person_id) order by made_at desc`,
  },
];
