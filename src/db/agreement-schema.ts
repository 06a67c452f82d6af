import type { ColumnType, Generated } from 'kysely';

type Json<T> = ColumnType<T, string, string>;
type ReviewPart = 'leader' | 'supported head';

/** The tables of agreements and of the life after them (migration 031); part of TenantDatabase. JSON goes in as text and comes out as data. */
export interface AgreementTables {
  contracting_meeting: ContractingMeetingTable;
  agreement_version: AgreementVersionTable;
  agreement_signature: AgreementSignatureTable;
  placement_review: PlacementReviewTable;
  placement_review_answer: PlacementReviewAnswerTable;
  placement_evaluation: PlacementEvaluationTable;
  placement_impact: PlacementImpactTable;
  placement_follow_up: PlacementFollowUpTable;
}

interface OfPlacement {
  id: Generated<string>;
  placement_id: string;
  organisation_id: string;
}

interface ContractingMeetingTable extends OfPlacement {
  held_on: string;
  present: string;
  working_style: string;
  access: string;
  authority_told: string;
  noted_by: string;
  noted_in_role: string;
  noted_at: Generated<Date>;
}

interface AgreementVersionTable extends OfPlacement {
  number: number;
  content: Json<unknown>;
  revision: Generated<number>;
  canonical: string | null;
  sha256: string | null;
  made_by: string;
  made_in_role: string;
  made_at: Generated<Date>;
  sent_by: string | null;
  sent_at: Date | null;
}

interface AgreementSignatureTable extends OfPlacement {
  version_id: string;
  sha256: string;
  part: 'service' | 'leader' | 'supported head' | 'home head' | 'home board';
  name: string;
  role: string;
  signed_by: string;
  signed_at: Generated<Date>;
}

interface PlacementReviewTable extends OfPlacement {
  held_on: string | null;
  working: string | null;
  appropriate: string | null;
  change: string | null;
  continues: 'continue' | 'change' | 'extend' | 'end' | null;
  exit_on: string | null;
  next_steps: string | null;
  objectives: ColumnType<unknown, string | undefined, string>;
  revision: Generated<number>;
  made_by: string;
  made_in_role: string;
  made_at: Generated<Date>;
  recorded_by: string | null;
  recorded_at: Date | null;
}

interface PlacementReviewAnswerTable extends OfPlacement {
  review_id: string;
  part: ReviewPart;
  working: string;
  appropriate: string;
  change: string;
  by_service: boolean;
  said_by: string;
  said_in_role: string;
  said_at: Generated<Date>;
}

interface PlacementEvaluationTable extends OfPlacement {
  kind: 'evaluation' | 'reflection';
  policy_id: string;
  answers: Json<Record<string, string>>;
  supersedes: string | null;
  reason: string | null;
  sent_by: string;
  sent_in_role: string;
  sent_at: Generated<Date>;
}

interface PlacementImpactTable extends OfPlacement {
  objective: number;
  value: string;
  as_at: string;
  source: string;
  comparator: ColumnType<unknown, string | null, string | null>;
  confidence: 'high' | 'medium' | 'low';
  words: string;
  noted_by: string;
  noted_in_role: string;
  noted_at: Generated<Date>;
}

interface PlacementFollowUpTable extends OfPlacement {
  months: number;
  held_on: string;
  who: string;
  lasted: string;
  new_need: string | null;
  noted_by: string;
  noted_in_role: string;
  noted_at: Generated<Date>;
}
