import type { ColumnType, Generated } from 'kysely';

/** The tables of designation rounds and reviews (migration 028); part of TenantDatabase. JSON goes in as text and comes out as data. */
export interface DesignationTables {
  designation_round: DesignationRoundTable;
  designation_panel: DesignationPanelTable;
  designation_application: DesignationApplicationTable;
  designation_move: DesignationMoveTable;
  designation_reference: DesignationReferenceTable;
  designation_reference_answer: DesignationReferenceAnswerTable;
  designation_check: DesignationCheckTable;
  designation_check_decision: DesignationCheckDecisionTable;
  designation_interest: DesignationInterestTable;
  designation_score: DesignationScoreTable;
  designation_review: DesignationReviewTable;
  designation_review_step: DesignationReviewStepTable;
}

type Json = ColumnType<unknown, string, string>;

interface OfService {
  id: Generated<string>;
  /** The service that designates. */
  organisation_id: string;
}

interface OfApplication extends OfService {
  application_id: string;
}

interface DesignationRoundTable extends OfService {
  role: string;
  rule_set: string;
  process: string;
  opens_on: string;
  closes_on: string;
  panel_on: string;
  words: string | null;
  opened_by: string;
  opened_in_role: string;
  opened_at: Generated<Date>;
}

interface DesignationPanelTable extends OfService {
  round_id: string;
  person_id: string;
  part: 'chair' | 'member' | 'appeal';
  named_by: string;
  named_in_role: string;
  named_at: Generated<Date>;
  ended_at: Generated<Date | null>;
  ended_by: Generated<string | null>;
}

interface DesignationApplicationTable extends OfService {
  round_id: string;
  /** The home school, for which the applicant acts. */
  school_id: string;
  urn: number;
  applicant_id: string;
  applicant_name: string;
  applicant_email: string;
  answers: ColumnType<unknown, string | undefined, unknown>;
  began_at: Generated<Date>;
  saved_at: Generated<Date>;
}

interface DesignationMoveTable extends OfApplication {
  number: number;
  from_state: string;
  to_state: string;
  part: string;
  words: string | null;
  until_on: string | null;
  made_by: string | null;
  made_in_role: string | null;
  made_at: Generated<Date>;
}

interface DesignationReferenceTable extends OfApplication {
  referee: 'board' | 'head' | 'professional';
  name: string;
  position: string;
  email: string;
  due_on: string;
  asked_by: string;
  asked_at: Generated<Date>;
  reminded_at: Generated<Date | null>;
  ended_at: Generated<Date | null>;
}

interface DesignationReferenceAnswerTable extends OfApplication {
  reference_id: string;
  supports: boolean;
  words: string;
  answers: Json;
  answered_at: Generated<Date>;
}

interface DesignationCheckTable extends OfApplication {
  checks: Json;
  made_by: string;
  made_at: Generated<Date>;
}

interface DesignationCheckDecisionTable extends OfApplication {
  rule: string;
  verdict: 'met' | 'not met' | 'exceptional';
  reason: string;
  decided_by: string;
  decided_in_role: string;
  decided_at: Generated<Date>;
}

interface DesignationInterestTable extends OfApplication {
  has_interest: boolean;
  words: string | null;
  made_by: string;
  made_in_role: string;
  made_at: Generated<Date>;
}

interface DesignationScoreTable extends OfApplication {
  scores: Json;
  made_by: string;
  made_in_role: string;
  made_at: Generated<Date>;
}

interface DesignationReviewTable extends OfService {
  designation_id: string;
  leader_id: string;
  grounds: 'set time' | 'inspection' | 'head moved' | 'conduct' | 'delivery';
  key: string;
  evidence: string;
  source: ColumnType<unknown, string | null, never>;
  due_on: string;
  raised_by: string | null;
  raised_at: Generated<Date>;
}

interface DesignationReviewStepTable extends OfService {
  review_id: string;
  leader_id: string;
  number: number;
  kind: 'evidence' | 'moved' | 'decided' | 'appealed' | 'appeal decided';
  outcome: 'keeps' | 'keeps with conditions' | 'ends' | null;
  words: string;
  moved_urn: number | null;
  moved_on: string | null;
  due_on: string | null;
  made_by: string;
  made_in_role: string | null;
  made_at: Generated<Date>;
}
