import type { ColumnType, Generated } from 'kysely';

/** The tables of planning rounds (migration 024); part of TenantDatabase. JSON goes in as text and comes out as data. */
export interface PlanningTables {
  planning_round: PlanningRoundTable;
  planning_input: PlanningInputTable;
  planning_scenario: PlanningScenarioTable;
  planning_proposal: PlanningProposalTable;
  planning_decision: PlanningDecisionTable;
}

type Json = ColumnType<unknown, string, string>;
type JsonOrNull = ColumnType<unknown, string | null | undefined, string | null>;

interface PlanningRoundTable {
  id: Generated<string>;
  organisation_id: string;
  title: string;
  school_year: number;
  term: 'autumn' | 'spring' | 'summer';
  term_from: string;
  term_to: string;
  state: Generated<'open' | 'shared' | 'approved' | 'closed'>;
  as_at: string;
  travel: string;
  inputs_sha256: string;
  opened_by: string;
  opened_in_role: string;
  opened_at: Generated<Date>;
}

interface PlanningInputTable {
  round_id: string;
  organisation_id: string;
  content: Json;
}

interface PlanningScenarioTable {
  id: Generated<string>;
  round_id: string;
  organisation_id: string;
  name: string;
  weights: Json;
  copied_from: string | null;
  made_by: string;
  made_in_role: string;
  made_at: Generated<Date>;
}

interface PlanningProposalTable {
  id: Generated<string>;
  round_id: string;
  scenario_id: string;
  organisation_id: string;
  state: Generated<'waiting' | 'running' | 'done' | 'stopped' | 'failed'>;
  asked: Json;
  decisions: string[];
  inputs_sha256: string;
  progress: JsonOrNull;
  solution: JsonOrNull;
  plan: JsonOrNull;
  cancel_asked_at: Generated<Date | null>;
  fault: Generated<string | null>;
  asked_by: string;
  asked_in_role: string;
  asked_at: Generated<Date>;
  started_at: Generated<Date | null>;
  ended_at: Generated<Date | null>;
  seconds: Generated<number | null>;
}

interface PlanningDecisionTable {
  id: Generated<string>;
  round_id: string;
  scenario_id: string | null;
  organisation_id: string;
  kind:
    | 'lock'
    | 'forbid'
    | 'leave out'
    | 'change need'
    | 'add need'
    | 'set days'
    | 'change leader'
    | 'add leader'
    | 'withdraw leader'
    | 'override lender'
    | 'take forward';
  leader_key: string | null;
  need_key: string | null;
  value: ColumnType<unknown, string | undefined, never>;
  reason: string;
  decided_by: string;
  decided_in_role: string;
  decided_at: Generated<Date>;
  undone_at: Generated<Date | null>;
  undone_by: Generated<string | null>;
  undone_in_role: Generated<string | null>;
  undone_why: Generated<string | null>;
}
