import type { ColumnType, Generated } from 'kysely';

/** The tables of the work of a placement (migration 032); part of TenantDatabase. JSON goes in as text and comes out as data. */
export interface DeliveryTables {
  placement_visit: VisitTable;
  placement_school_part: SchoolPartTable;
  placement_note: NoteTable;
  placement_note_word: NoteWordTable;
  placement_action: ActionTable;
  placement_training: TrainingTable;
  placement_progress: ProgressTable;
  placement_disagreement: DisagreementTable;
  placement_concern: ConcernTable;
  placement_concern_step: ConcernStepTable;
  placement_coaching_note: CoachingNoteTable;
}

type Json = ColumnType<unknown, string, string>;
type Part = 'service' | 'leader' | 'supported head' | 'supported board';

/** What every row says of where it belongs and who made it. */
interface OfPlacement {
  id: Generated<string>;
  placement_id: string;
  organisation_id: string;
  made_by: string;
  made_in_role: string;
  made_at: Generated<Date>;
}

interface VisitTable extends OfPlacement {
  starts_on: string;
  ends_on: string;
  half_days: number;
  place: string;
  purpose: string;
  state: Generated<'planned' | 'cancelled' | 'held' | 'not held'>;
  state_reason: string | null;
  note_due_on: string;
  chased_at: Generated<Date | null>;
  version: Generated<number>;
}

interface SchoolPartTable extends OfPlacement {
  visit_id: string;
  since_last: string;
  self_evaluation: string;
  look_at: string | null;
}

interface NoteTable extends OfPlacement {
  visit_id: string;
  number: number;
  content: Json;
  state: Generated<'draft' | 'sent'>;
  sent_at: Date | null;
  version: Generated<number>;
}

interface NoteWordTable extends OfPlacement {
  note_id: string;
  visit_id: string;
  kind: 'confirmed' | 'disputed' | 'answered' | 'moderated';
  words: string | null;
}

interface ActionTable extends OfPlacement {
  visit_id: string | null;
  what: string;
  owner_part: Part | null;
  owner_name: string | null;
  due_on: string;
  objective_key: string | null;
  objective_title: string | null;
  criterion: string | null;
  state: Generated<'not started' | 'in progress' | 'done' | 'dropped'>;
  state_reason: string | null;
  version: Generated<number>;
}

interface TrainingTable extends OfPlacement {
  what: string;
  for_whom: string;
  people: number;
  provider: string;
  by_leader: boolean;
  held_on: string;
  half_days: number;
  cost_pence: number | null;
  state: Generated<'arranged' | 'held' | 'cancelled'>;
  state_reason: string | null;
  version: Generated<number>;
}

interface ProgressTable extends OfPlacement {
  objective_key: string;
  objective_title: string;
  seen_on: string;
  rating: 'red' | 'amber' | 'green';
  evidence: string;
  policy_id: string;
  made_part: Part;
}

interface DisagreementTable extends OfPlacement {
  progress_id: string;
  words: string;
  made_part: Part;
}

interface ConcernTable extends OfPlacement {
  what: string;
  since_on: string;
  evidence: string;
  made_part: Part;
}

interface ConcernStepTable extends OfPlacement {
  concern_id: string;
  kind: 'answered' | 'escalated' | 'approved' | 'not approved' | 'power' | 'lifted' | 'closed';
  words: string | null;
  on_day: string | null;
  detail: ColumnType<Record<string, unknown>, string | undefined, never>;
  made_part: Part;
}

interface CoachingNoteTable extends OfPlacement {
  leader_person_id: string;
  supported_head_person_id: string;
  corrects: string | null;
  /** Sealed with the site's own key. */
  sealed: string;
}
