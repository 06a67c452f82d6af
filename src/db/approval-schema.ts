import type { ColumnType, Generated } from 'kysely';

/** The tables of the second half of planning rounds (migration 025); part of TenantDatabase. JSON goes in as text and comes out as data. */
export interface ApprovalTables {
  planning_partner: PlanningPartnerTable;
  planning_contribution: PlanningContributionTable;
  planning_put_forward: PlanningPutForwardTable;
  planning_line: PlanningLineTable;
  planning_share: PlanningShareTable;
  planning_share_comment: PlanningShareCommentTable;
  planning_ask: PlanningAskTable;
  planning_declaration: PlanningDeclarationTable;
  planning_interest_decision: PlanningInterestDecisionTable;
  planning_interest: PlanningInterestTable;
  planning_approval: PlanningApprovalTable;
  planning_approved_pair: PlanningApprovedPairTable;
  planning_change: PlanningChangeTable;
}

type Json = ColumnType<unknown, string, never>;

interface OfRound {
  id: Generated<string>;
  round_id: string;
  /** The service that runs the round. */
  organisation_id: string;
}

interface PlanningPartnerTable extends OfRound {
  partner_id: string;
  state: 'invited' | 'joined' | 'declined' | 'ended';
  words: string;
  made_by: string;
  made_in_role: string;
  made_for: string;
  made_at: Generated<Date>;
}

interface PlanningContributionTable extends OfRound {
  partner_id: string;
  content: Json;
  needs: number;
  leaders: number;
  brought_by: string;
  brought_in_role: string;
  brought_at: Generated<Date>;
}

interface PlanningPutForwardTable extends OfRound {
  proposal_id: string;
  totals: Json;
  words: string | null;
  answer_by: string;
  made_by: string;
  made_in_role: string;
  made_at: Generated<Date>;
}

interface PlanningLineTable extends OfRound {
  put_forward_id: string;
  need_key: string;
  leader_key: string | null;
  supported_urn: number;
  home_urn: number | null;
  parties: string[];
  content: Json;
}

interface PlanningShareTable extends OfRound {
  proposal_id: string;
  reader_id: string;
  reader_for: string;
  content: Json;
  words: string | null;
  shared_by: string;
  shared_in_role: string;
  shared_at: Generated<Date>;
  ended_at: Generated<Date | null>;
  ended_by: Generated<string | null>;
}

interface PlanningShareCommentTable extends OfRound {
  share_id: string;
  words: string;
  said_by: string;
  said_in_role: string;
  said_at: Generated<Date>;
}

interface PlanningAskTable extends OfRound {
  need_key: string;
  leader_key: string;
  side: 'home' | 'supported';
  urn: number;
  other_urn: number;
  content: Json;
  people: number;
  answer_by: string;
  asked_by: string;
  asked_in_role: string;
  asked_at: Generated<Date>;
}

interface PlanningDeclarationTable extends OfRound {
  ask_id: string;
  urn: number;
  says: 'no interest' | 'interest';
  kind: string | null;
  detail: string | null;
  how: 'site' | 'telephone' | 'letter';
  given_by: string | null;
  given_on: string;
  recorded_by: string;
  recorded_in_role: string;
  recorded_at: Generated<Date>;
}

interface PlanningInterestDecisionTable extends OfRound {
  declaration_id: string;
  ask_id: string;
  urn: number;
  outcome: 'stands' | 'mitigated' | 'dropped';
  words: string;
  decided_by: string;
  decided_in_role: string;
  decided_at: Generated<Date>;
}

interface PlanningInterestTable extends OfRound {
  urn: number;
  kind: 'interest' | 'interest withdrawn';
  words: string;
  made_by: string;
  made_in_role: string;
  made_at: Generated<Date>;
}

interface PlanningApprovalTable extends OfRound {
  put_forward_id: string;
  words: string | null;
  approved_by: string;
  approved_in_role: string;
  approved_at: Generated<Date>;
}

interface PlanningApprovedPairTable extends OfRound {
  approval_id: string;
  need_key: string;
  leader_key: string | null;
  supported_urn: number;
  home_urn: number | null;
  parties: string[];
  days: number;
  content: Json;
  differs: string | null;
  approved_by: string;
  approved_at: Generated<Date>;
}

interface PlanningChangeTable extends OfRound {
  kind: 'leader withdraws' | 'release withdrawn' | 'school closes' | 'urgent need';
  leader_key: string | null;
  urn: number | null;
  need_key: string | null;
  happened_on: string;
  reason: string;
  recorded_by: string;
  recorded_in_role: string;
  recorded_at: Generated<Date>;
}
