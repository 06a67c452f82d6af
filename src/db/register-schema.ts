import type { ColumnType, Generated } from 'kysely';

/** The tables of the leaders' registers (migration 027); part of TenantDatabase. JSON goes in as text and comes out as data. */
export interface RegisterTables {
  system_leader: SystemLeaderTable;
  system_leader_version: SystemLeaderVersionTable;
  leader_designation: LeaderDesignationTable;
  leader_capacity: LeaderCapacityTable;
  leader_days: LeaderDaysTable;
  leader_interest: LeaderInterestTable;
  leader_consent: LeaderConsentTable;
}

type TermName = 'autumn' | 'spring' | 'summer';

interface SystemLeaderTable {
  id: Generated<string>;
  /** The service whose register it is. */
  organisation_id: string;
  /** Set by `link_system_leaders` alone. */
  person_id: Generated<string | null>;
  name: string;
  email: string | null;
  home_urn: number;
  phases: string[];
  fields: string[];
  contexts: string[];
  furthest_minutes: number | null;
  most_schools: number;
  partnership: string | null;
  status: Generated<'active' | 'paused' | 'ended'>;
  status_why: Generated<string | null>;
  version: Generated<number>;
  changed_by: string;
  changed_in_role: string;
  changed_at: Generated<Date>;
  added_at: Generated<Date>;
}

interface SystemLeaderVersionTable {
  leader_id: string;
  organisation_id: string;
  version: number;
  content: ColumnType<unknown, string, never>;
  made_by: string;
  made_in_role: string;
  made_at: Generated<Date>;
}

interface OfLeader {
  id: Generated<string>;
  leader_id: string;
  organisation_id: string;
}

interface LeaderDesignationTable extends OfLeader {
  role: string;
  body: string;
  designated_on: string | null;
  evidence: string;
  review_on: string | null;
  status: 'in force' | 'under review' | 'ended';
  rule_set: string;
  words: string | null;
  supersedes: string | null;
  recorded_by: string;
  recorded_in_role: string;
  recorded_at: Generated<Date>;
}

interface LeaderCapacityTable extends OfLeader {
  school_year: number;
  term: TermName;
  half_days: number;
  said_by: string;
  said_in_role: string | null;
  said_at: Generated<Date>;
}

interface LeaderDaysTable extends OfLeader {
  school_year: number;
  term: TermName;
  kind: 'promised' | 'used' | 'given back';
  half_days: number;
  placement_id: string | null;
  noted_by: string | null;
  noted_in_role: string | null;
  noted_at: Generated<Date>;
}

interface LeaderInterestTable extends OfLeader {
  kind: string;
  urn: number | null;
  trust_uid: number | null;
  words: string;
  since: string | null;
  until: string | null;
  noted_by: string;
  noted_in_role: string | null;
  noted_at: Generated<Date>;
  withdrawn_at: Generated<Date | null>;
  withdrawn_by: Generated<string | null>;
  withdrawn_why: Generated<string | null>;
}

interface LeaderConsentTable extends OfLeader {
  consents: boolean;
  shows: string[];
  how: 'site' | 'in writing';
  given_on: string;
  recorded_by: string;
  recorded_in_role: string | null;
  recorded_at: Generated<Date>;
}
