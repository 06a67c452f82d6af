import type pg from 'pg';
import type { Organisation } from '../../src/access/roles.ts';

interface Of {
  organisation: Organisation;
  /** Who made all of it, and stands for the leader's and the head's own. */
  personId: string;
  /** The two between whom the coaching note is. */
  coaching: { leader: string; head: string };
}

/** A row of every kind of work in each placement that the organisation holds; a note that was sent and a draft. */
export async function holdDelivery(
  pool: pg.Pool,
  { organisation: { id }, personId, coaching: { leader, head } }: Of,
): Promise<void> {
  const made = "$2, 'broker'";
  await pool.query(
    `with p as (select id as placement_id, organisation_id from placement where organisation_id = $1),
     visit as (
       insert into placement_visit (placement_id, organisation_id, starts_on, ends_on, half_days, place, purpose, state, note_due_on, made_by, made_in_role)
       select placement_id, organisation_id, '2026-11-01', '2026-11-01', 2, 'x', 'x', 'held', '2026-11-06', ${made} from p
       returning id, placement_id, organisation_id),
     part as (
       insert into placement_school_part (visit_id, placement_id, organisation_id, since_last, self_evaluation, made_by, made_in_role)
       select id, placement_id, organisation_id, 'x', 'x', ${made} from visit),
     draft as (
       insert into placement_note (visit_id, placement_id, organisation_id, number, content, made_by, made_in_role)
       select id, placement_id, organisation_id, 2, '{}', ${made} from visit),
     note as (
       insert into placement_note (visit_id, placement_id, organisation_id, number, content, state, sent_at, made_by, made_in_role)
       select id, placement_id, organisation_id, 1, '{}', 'sent', now(), ${made} from visit
       returning id, visit_id, placement_id, organisation_id),
     word as (
       insert into placement_note_word (note_id, visit_id, placement_id, organisation_id, kind, words, made_by, made_in_role)
       select id, visit_id, placement_id, organisation_id, 'disputed', 'x', ${made} from note),
     action as (
       insert into placement_action (placement_id, organisation_id, what, owner_part, due_on, objective_key, objective_title, criterion, made_by, made_in_role)
       select placement_id, organisation_id, 'x', 'leader', '2026-12-01', 'objective-1', 'x', 'x', ${made} from p),
     training as (
       insert into placement_training (placement_id, organisation_id, what, for_whom, people, provider, by_leader, held_on, half_days, made_by, made_in_role)
       select placement_id, organisation_id, 'x', 'x', 1, 'x', true, '2026-12-01', 1, ${made} from p),
     progress as (
       insert into placement_progress (placement_id, organisation_id, objective_key, objective_title, seen_on, rating, evidence, policy_id, made_by,
         made_in_role, made_part)
       select placement_id, organisation_id, 'objective-1', 'x', '2026-11-01', 'green', 'x', 'x', ${made}, 'service' from p
       returning id, placement_id, organisation_id),
     disagreement as (
       insert into placement_disagreement (progress_id, placement_id, organisation_id, words, made_by, made_in_role, made_part)
       select id, placement_id, organisation_id, 'x', ${made}, 'service' from progress),
     concern as (
       insert into placement_concern (placement_id, organisation_id, what, since_on, evidence, made_by, made_in_role, made_part)
       select placement_id, organisation_id, 'x', '2026-11-01', 'x', ${made}, 'service' from p returning id, placement_id, organisation_id),
     step as (
       insert into placement_concern_step (concern_id, placement_id, organisation_id, kind, words, made_by, made_in_role, made_part)
       select id, placement_id, organisation_id, 'escalated', 'x', ${made}, 'service' from concern)
     insert into placement_coaching_note (placement_id, organisation_id, leader_person_id, supported_head_person_id, sealed, made_by, made_in_role)
     select placement_id, organisation_id, $3, $4, 'x', $3, 'system leader' from p`,
    [id, personId, leader, head],
  );
}

type Row = Record<string, unknown>;

/** Who sees which rows of the work of a placement: all at work, those who judge it, and of the rest only whom it belongs to. */
export function visibleDelivery<A extends { personId: string }>({
  worksInIt,
  judgesIt,
}: Record<'worksInIt' | 'judgesIt', (row: Row, actor: A) => boolean>): Record<string, (row: Row, actor: A) => boolean> {
  return {
    placement_visit: worksInIt,
    placement_school_part: worksInIt,
    placement_action: worksInIt,
    placement_training: worksInIt,
    placement_progress: worksInIt,
    placement_disagreement: worksInIt,
    // What is said of people and a school is not for finance.
    placement_note_word: judgesIt,
    placement_concern: judgesIt,
    placement_concern_step: judgesIt,
    // A draft is its writer's.
    placement_note: (row, actor) => row.made_by === actor.personId || (row.state === 'sent' && judgesIt(row, actor)),
    placement_coaching_note: (row, { personId }) =>
      row.leader_person_id === personId || row.supported_head_person_id === personId,
  };
}
