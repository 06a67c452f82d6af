import type { ColumnType, Generated } from 'kysely';

/** The tables of moderation rounds (migration 019); part of TenantDatabase. JSON goes in as text and comes out as data. */
export interface ModerationTables {
  need_agreement: NeedAgreementTable;
  need_round: NeedRoundTable;
  need_round_step: NeedRoundStepTable;
  need_round_item: NeedRoundItemTable;
  need_panel_entry: NeedPanelEntryTable;
  need_letter: NeedLetterTable;
  need_letter_sent: NeedLetterSentTable;
  need_answer: NeedAnswerTable;
  need_answer_draft: NeedAnswerDraftTable;
}

type CategoryLetter = 'A' | 'B' | 'C' | 'D';
type Json = ColumnType<unknown, string, string>;

interface NeedAgreementTable {
  id: Generated<string>;
  urn: number;
  organisation_id: string;
  from_school: Generated<boolean>;
  service_id: string;
  takes_part: boolean;
  agreed_by: string;
  agreed_for: 'trust' | 'academy';
  agreed_on: string;
  until: string | null;
  scope: string;
  recorded_by: string;
  recorded_in_role: string;
  recorded_at: Generated<Date>;
}

interface NeedRoundTable {
  id: Generated<string>;
  organisation_id: string;
  school_year: number;
  term: 'autumn' | 'spring' | 'summer';
  policy_id: string;
  policy: Json;
  pack_sha256: string;
  as_at: string;
  panel_on: string;
  letters_on: string;
  answer_by: string;
  opened_by: string;
  opened_in_role: string;
  opened_at: Generated<Date>;
}

interface NeedRoundStepTable {
  id: Generated<string>;
  round_id: string;
  organisation_id: string;
  state: 'open' | 'panel' | 'letters sent' | 'closed';
  words: string | null;
  made_by: string;
  made_in_role: string;
  made_at: Generated<Date>;
}

interface NeedRoundItemTable {
  round_id: string;
  urn: number;
  organisation_id: string;
  proposed: CategoryLetter;
  points: number;
  evidence: Json;
}

interface NeedPanelEntryTable {
  id: Generated<string>;
  round_id: string;
  organisation_id: string;
  kind: 'present' | 'note' | 'interest' | 'interest withdrawn';
  urn: number | null;
  words: string;
  made_by: string;
  made_in_role: string;
  made_at: Generated<Date>;
}

interface NeedLetterTable {
  id: Generated<string>;
  round_id: string;
  urn: number;
  organisation_id: string;
  moderation_id: string;
  category: CategoryLetter;
  days: number;
  answer_by: string;
  template_id: string;
  content: Json;
  written_by: string;
  written_in_role: string;
  written_at: Generated<Date>;
}

interface NeedLetterSentTable {
  id: Generated<string>;
  letter_id: string;
  urn: number;
  organisation_id: string;
  way: 'mail' | 'post';
  people: number;
  sent_on: string;
  made_by: string;
  made_in_role: string;
  made_at: Generated<Date>;
}

interface NeedAnswerTable {
  id: Generated<string>;
  urn: number;
  organisation_id: string;
  letter_id: string | null;
  stance: 'agree' | 'disagree' | 'conversation';
  content: Json;
  said_by: string;
  said_in_role: string;
  said_at: Generated<Date>;
}

interface NeedAnswerDraftTable {
  urn: number;
  organisation_id: string;
  content: Json;
  saved_by: string;
  saved_at: Generated<Date>;
}
