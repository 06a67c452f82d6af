import type { ColumnType, Generated } from 'kysely';

/** The tables from the request to the first contact (migration 030); part of TenantDatabase. JSON goes in as text and comes out as data. */
export interface OfferTables {
  placement_request: PlacementRequestTable;
  placement_triage: PlacementTriageTable;
  placement_candidate: PlacementCandidateTable;
  placement_declaration: PlacementDeclarationTable;
  placement_interest_decision: PlacementInterestDecisionTable;
  placement_offer: PlacementOfferTable;
  placement_offer_answer: PlacementOfferAnswerTable;
  placement_offer_reply: PlacementOfferReplyTable;
  placement_objection: PlacementObjectionTable;
}

interface OfPlacement {
  placement_id: string;
  organisation_id: string;
}

interface PlacementRequestTable extends OfPlacement {
  detail: string;
  wanted_when: string;
  on_behalf_of: string | null;
  contact_name: string;
  contact_email: string | null;
  contact_phone: string | null;
  once: string;
  made_by: string;
  made_at: Generated<Date>;
}

interface PlacementTriageTable extends OfPlacement {
  id: Generated<string>;
  source: 'service' | 'round';
  need_words: string | null;
  cost_words: string | null;
  half_days: number | null;
  pence: number | null;
  risk: 'red' | 'amber' | 'green' | null;
  next_step: string | null;
  for_improvement: boolean | null;
  for_improvement_words: string | null;
  for_need: boolean | null;
  for_need_words: string | null;
  override_words: string | null;
  made_by: string;
  made_in_role: string;
  made_at: Generated<Date>;
}

interface PlacementCandidateTable extends OfPlacement {
  id: Generated<string>;
  source: 'round' | 'register' | 'entered';
  leader_id: string | null;
  leader_name: string;
  leader_email: string | null;
  home_urn: number;
  reasons: string[];
  added_by: string;
  added_in_role: string;
  added_at: Generated<Date>;
  removed_at: Generated<Date | null>;
  removed_by: Generated<string | null>;
  removed_words: Generated<string | null>;
}

interface PlacementDeclarationTable extends OfPlacement {
  id: Generated<string>;
  candidate_id: string;
  side: 'home' | 'supported';
  says: 'no interest' | 'interest';
  kind: string | null;
  detail: string | null;
  how: 'telephone' | 'letter' | 'round';
  given_by: string;
  given_on: string;
  settled_words: string | null;
  recorded_by: string;
  recorded_in_role: string;
  recorded_at: Generated<Date>;
}

interface PlacementInterestDecisionTable extends OfPlacement {
  id: Generated<string>;
  declaration_id: string;
  outcome: 'stands' | 'mitigated' | 'dropped';
  words: string;
  decided_by: string;
  decided_in_role: string;
  decided_at: Generated<Date>;
}

interface PlacementOfferTable extends OfPlacement {
  id: Generated<string>;
  candidate_id: string;
  leader_id: string | null;
  leader_name: string;
  leader_email: string;
  /** Found by the database. */
  leader_person_id: Generated<string | null>;
  home_urn: number;
  release_by: 'home head' | 'home board';
  release_email: string;
  content: ColumnType<unknown, string, never>;
  half_days: number;
  starts_on: string;
  ends_on: string;
  terms: Generated<number>;
  answer_by: string;
  reminded_on: Generated<string | null>;
  made_by: string;
  made_in_role: string;
  made_at: Generated<Date>;
  leader_opened_at: Generated<Date | null>;
  release_opened_at: Generated<Date | null>;
  settled_at: Generated<Date | null>;
  ended_at: Generated<Date | null>;
  ended_how: Generated<string | null>;
  ended_words: Generated<string | null>;
}

interface PlacementOfferAnswerTable extends OfPlacement {
  id: Generated<string>;
  offer_id: string;
  side: 'leader' | 'release';
  answer: 'accept' | 'conditions' | 'counter' | 'decline' | 'undecided';
  terms: number;
  reason: string | null;
  words: string | null;
  half_days: number | null;
  starts_on: string | null;
  ends_on: string | null;
  more_days: number | null;
  by_person: string | null;
  by_role: string | null;
  at: Generated<Date>;
}

interface PlacementOfferReplyTable extends OfPlacement {
  answer_id: string;
  offer_id: string;
  accepted: boolean;
  words: string | null;
  made_by: string;
  made_in_role: string;
  at: Generated<Date>;
}

interface PlacementObjectionTable extends OfPlacement {
  id: Generated<string>;
  /** Put in by the database. */
  offer_id: Generated<string | null>;
  words: string;
  made_by: string;
  made_in_role: string;
  made_at: Generated<Date>;
  outcome: Generated<'leader stays' | 'leader goes' | 'taken back' | null>;
  outcome_words: Generated<string | null>;
  answered_by: Generated<string | null>;
  answered_at: Generated<Date | null>;
}
