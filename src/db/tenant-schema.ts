import type { ColumnType, Generated } from 'kysely';
import type { AgreementTables } from './agreement-schema.ts';
import type { ApprovalTables } from './approval-schema.ts';
import type { BoardTables } from './board-schema.ts';
import type { DeliveryTables } from './delivery-schema.ts';
import type { CalendarTables } from './calendar-schema.ts';
import type { DesignationTables } from './designation-schema.ts';
import type { ModerationTables } from './moderation-schema.ts';
import type { OfferTables } from './offers-schema.ts';
import type { MoneyTables } from './money-schema.ts';
import type { PlacementTables } from './placement-schema.ts';
import type { PlanningTables } from './planning-schema.ts';
import type { RegisterTables } from './register-schema.ts';
import type { Database } from './schema.ts';

/**
 * The tables of organisations and people besides the published ones. A plain connection is typed `Kysely<Database>` and
 * does not know them: the way to them is `readAs` and `writeAs` of src/access/scoped.ts, which ask for a scope.
 */
export interface TenantDatabase
  extends
    Database,
    ModerationTables,
    PlanningTables,
    ApprovalTables,
    PlacementTables,
    RegisterTables,
    BoardTables,
    CalendarTables,
    AgreementTables,
    DeliveryTables,
    DesignationTables,
    OfferTables,
    MoneyTables {
  organisation: OrganisationTable;
  person: PersonTable;
  membership: MembershipTable;
  audit_event: AuditEventTable;
  audit_head: AuditHeadTable;
  local_account: LocalAccountTable;
  recovery_code: RecoveryCodeTable;
  provider_identity: ProviderIdentityTable;
  session: SessionTable;
  invitation: InvitationTable;
  reset_link: ResetLinkTable;
  pending_sign_in: PendingSignInTable;
  mail_message: MailMessageTable;
  mail_body: MailBodyTable;
  need_moderation: NeedModerationTable;
  need_moderation_reason: NeedModerationReasonTable;
  need_comment: NeedCommentTable;
  headship_correction: HeadshipCorrectionTable;
  need_pack: NeedPackTable;
  need_entry: NeedEntryTable;
  need_entry_note: NeedEntryNoteTable;
  need_entry_withdrawal: NeedEntryWithdrawalTable;
  person_request: PersonRequestTable;
  legal_hold: LegalHoldTable;
  complaint: ComplaintTable;
  destruction_log: DestructionLogTable;
  news_subscription: NewsSubscriptionTable;
  import_job: ImportJobTable;
  import_job_file: ImportJobFileTable;
  import_job_part: ImportJobPartTable;
}

interface OrganisationTable {
  id: Generated<string>;
  kind: 'local authority' | 'trust' | 'hub' | 'diocese' | 'school' | 'governing board';
  name: string;
  la_code: number | null;
  group_uid: number | null;
  urn: number | null;
  demonstration: Generated<boolean>;
  created_at: Generated<Date>;
  closed_at: Date | null;
}

interface PersonTable {
  id: Generated<string>;
  name: string;
  /** In small letters; null once the person is erased. */
  email: string | null;
  demonstration: Generated<boolean>;
  created_at: Generated<Date>;
  restricted_at: Date | null;
  erased_at: Date | null;
}

interface MembershipTable {
  id: Generated<string>;
  person_id: string;
  organisation_id: string;
  role: string;
  granted_by: 'invitation' | 'provider' | 'operator' | 'demonstration';
  /** Of a role that a provider gives, its issuer. */
  provider_issuer: string | null;
  started_at: Generated<Date>;
  reviewed_at: Generated<Date>;
  ended_at: Date | null;
  ended_why: string | null;
  ended_by_administrator: Generated<boolean>;
}

interface AuditEventTable {
  seq: number;
  at: Date;
  person_id: string | null;
  organisation_id: string | null;
  role: string | null;
  action: string;
  outcome: 'done' | 'refused' | 'failed';
  subject_kind: string | null;
  subject_id: string | null;
  detail: ColumnType<Record<string, unknown>, string, never>;
  ip: string | null;
  previous_hash: string;
  hash: string;
}

interface AuditHeadTable {
  single: Generated<boolean>;
  since: number;
  before_hash: string;
  seq: number;
  hash: string;
}

interface LocalAccountTable {
  person_id: string;
  /** Null for those who sign in at a provider and keep only a second factor here. */
  password_hash: string | null;
  password_set_at: Generated<Date | null>;
  totp_secret: string | null;
  totp_confirmed_at: Date | null;
  totp_last_step: number | null;
}

interface RecoveryCodeTable {
  person_id: string;
  code_hash: string;
  used_at: Date | null;
}

interface ProviderIdentityTable {
  issuer: string;
  subject: string;
  person_id: string;
  linked_at: Generated<Date>;
}

interface SessionTable {
  id: Generated<string>;
  token_hash: string;
  person_id: string;
  membership_id: string | null;
  method: 'password' | 'provider' | 'demonstration';
  provider_issuer: string | null;
  second_factor: boolean;
  created_at: Generated<Date>;
  seen_at: Generated<Date>;
  idle_until: Date;
  ends_at: Date;
  ended_at: Date | null;
  ip: string | null;
  user_agent: string | null;
}

interface InvitationTable {
  id: Generated<string>;
  token_hash: string;
  organisation_id: string;
  email: string;
  name: string;
  role: string;
  invited_by: string | null;
  created_at: Generated<Date>;
  expires_at: Date;
  accepted_at: Date | null;
  withdrawn_at: Date | null;
}

interface ResetLinkTable {
  token_hash: string;
  person_id: string;
  created_at: Generated<Date>;
  expires_at: Date;
  used_at: Date | null;
}

interface PendingSignInTable {
  token_hash: string;
  kind: 'provider' | 'second factor';
  person_id: string | null;
  provider: string | null;
  detail: ColumnType<Record<string, unknown>, string, string>;
  created_at: Generated<Date>;
  expires_at: Date;
}

interface MailMessageTable {
  id: Generated<string>;
  organisation_id: string | null;
  person_id: string | null;
  to_email: string;
  template: string;
  state: Generated<'queued' | 'sent' | 'failed'>;
  attempts: Generated<number>;
  last_error: string | null;
  provider_id: string | null;
  created_at: Generated<Date>;
  sent_at: Date | null;
}

interface MailBodyTable {
  message_id: string;
  subject: string;
  text: string;
  unsubscribe_url: string | null;
  calendar: Generated<string | null>;
  calendar_method: Generated<'REQUEST' | 'CANCEL' | null>;
  calendar_url: Generated<string | null>;
}

type CategoryLetter = 'A' | 'B' | 'C' | 'D';

interface NeedModerationTable {
  id: Generated<string>;
  urn: number;
  organisation_id: string;
  policy_id: string;
  as_at: string;
  computed_category: CategoryLetter;
  category: CategoryLetter;
  decided_by: string;
  decided_in_role: string;
  decided_at: Generated<Date>;
  /** The round in which it was decided; null for one made at any other time. */
  round_id: Generated<string | null>;
  /** The need room's own record of the indicators as they were seen; null of decisions before it was kept. */
  evidence: ColumnType<unknown, string | undefined, never>;
  computed_points: Generated<number | null>;
  pack_sha256: Generated<string | null>;
}

interface NeedModerationReasonTable {
  moderation_id: string;
  urn: number;
  organisation_id: string;
  reason: string;
}

interface NeedCommentTable {
  id: Generated<string>;
  urn: number;
  organisation_id: string;
  from_school: boolean;
  policy_id: string;
  as_at: string;
  body: string;
  said_by: string;
  said_in_role: string;
  said_at: Generated<Date>;
}

interface NeedPackTable {
  id: Generated<string>;
  organisation_id: string;
  /** A need policy as its file holds it: src/need/schema.ts. */
  policy: ColumnType<unknown, string, string>;
  switched_off: Generated<string[]>;
  copied_from: string;
  base: ColumnType<unknown, string, never>;
  made_by: string;
  made_in_role: string;
  made_at: Generated<Date>;
  changed_at: Generated<Date>;
  valid_from: string | null;
  published_by: string | null;
  published_at: Date | null;
  reason: string | null;
  withdrawn_by: string | null;
  withdrawn_at: Date | null;
  withdrawn_why: string | null;
}

interface NeedEntryTable {
  id: Generated<string>;
  urn: number;
  organisation_id: string;
  code: string;
  level: string;
  seen_on: string;
  evidence: string;
  entered_by: string;
  entered_in_role: string;
  entered_at: Generated<Date>;
}

interface NeedEntryNoteTable {
  entry_id: string;
  urn: number;
  organisation_id: string;
  note: string;
}

interface NeedEntryWithdrawalTable {
  entry_id: string;
  urn: number;
  organisation_id: string;
  reason: string;
  withdrawn_by: string;
  withdrawn_in_role: string;
  withdrawn_at: Generated<Date>;
}

interface HeadshipCorrectionTable {
  id: Generated<string>;
  urn: number;
  organisation_id: string;
  from_school: boolean;
  not_before: string;
  not_after: string;
  policy_id: string;
  published_class: 'same' | 'certain' | 'likely' | 'unclear';
  says: 'same person' | 'another person' | 'vacancy' | 'withdrawn';
  happened_on: string | null;
  first_headship: boolean | null;
  standing: 'permanent' | 'acting' | 'interim' | 'executive' | 'co-head' | null;
  reason: string;
  made_by: string;
  made_in_role: string;
  made_at: Generated<Date>;
}

interface PersonRequestTable {
  id: Generated<string>;
  person_id: string;
  organisation_id: string | null;
  kind: 'access' | 'correction' | 'erasure' | 'restriction' | 'lifting a restriction';
  words: string;
  new_name: string | null;
  new_email: string | null;
  /** The administrator who wrote it down; null where the person asked themselves. */
  recorded_by: string | null;
  received_at: Generated<Date>;
  due_on: string;
  decided_at: Date | null;
  decided_by: string | null;
  outcome: 'done' | 'refused' | 'held' | null;
  answer: string | null;
}

interface LegalHoldTable {
  id: Generated<string>;
  person_id: string;
  organisation_id: string;
  reason: string;
  placed_by: string;
  placed_at: Generated<Date>;
  lifted_at: Date | null;
  lifted_by: string | null;
}

interface ComplaintTable {
  id: Generated<string>;
  reference: string;
  organisation_id: string | null;
  about: string;
  from_name: string;
  from_email: string;
  words: string;
  received_at: Generated<Date>;
  acknowledge_by: string;
  acknowledged_at: Date | null;
  answered_at: Date | null;
  answer: string | null;
}

interface DestructionLogTable {
  id: Generated<number>;
  at: Generated<Date>;
  rule: string;
  record_kind: string;
  records: number;
  oldest: Date | null;
  newest: Date | null;
  person_id: string | null;
  done_by: string | null;
}

interface NewsSubscriptionTable {
  id: Generated<string>;
  person_id: string;
  organisation_id: string;
  frequency: 'as it comes' | 'weekly';
  /** The last import whose news was sent. */
  told_to: number;
  sent_at: Date | null;
  chosen_at: Generated<Date>;
}

interface ImportJobTable {
  id: Generated<string>;
  organisation_id: string;
  uploaded_by: string;
  uploaded_in_role: string;
  uploaded_at: Generated<Date>;
  decided_by: Generated<string | null>;
  decided_at: Generated<Date | null>;
  step: Generated<'check' | 'load'>;
  state: Generated<'waiting' | 'working' | 'checked' | 'loaded' | 'discarded' | 'cancelled' | 'cut off' | 'failed'>;
  waiting_since: Generated<Date>;
  given_year: number | null;
  given_as_at: string | null;
  cancel_asked_at: Generated<Date | null>;
  progress: Generated<unknown>;
  fault: Generated<string | null>;
  ended_at: Generated<Date | null>;
}

interface ImportJobFileTable {
  job_id: string;
  position: number;
  name: string;
  bytes: number;
  answers: ColumnType<unknown, string | undefined, string>;
  checked: ColumnType<unknown, string | null | undefined, string | null>;
  loaded: ColumnType<unknown, string | null | undefined, string | null>;
}

interface ImportJobPartTable {
  job_id: string;
  position: number;
  part: number;
  content: Buffer;
}
