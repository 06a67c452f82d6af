import type { ColumnType, Generated } from 'kysely';

/** The tables of placements and of private links (migration 026); part of TenantDatabase. JSON goes in as text and comes out as data. */
export interface PlacementTables {
  placement: PlacementTable;
  placement_event: PlacementEventTable;
  private_link: PrivateLinkTable;
}

export interface PlacementTable {
  id: Generated<string>;
  organisation_id: string;
  reference: string;
  supported_urn: number;
  home_urn: number | null;
  leader_name: string | null;
  leader_id: string | null;
  leader_person_id: string | null;
  supported_head_id: string | null;
  support: string;
  support_type: string;
  focus: string;
  hoped_outcome: string | null;
  origin: 'request' | 'round';
  asked_by_kind:
    | 'school'
    | 'governing board'
    | 'partnership'
    | 'local authority'
    | 'trust'
    | 'hub'
    | 'diocese'
    | 'inspector'
    | 'leader';
  approved_pair_id: string | null;
  half_days: number | null;
  starts_on: string | null;
  ends_on: string | null;
  assigned_to: string | null;
  risk: 'red' | 'amber' | 'green' | null;
  state: Generated<string>;
  state_since: Generated<Date>;
  ended_how: 'completed' | 'early' | null;
  due_on: string | null;
  version: Generated<number>;
  made_by: string;
  made_in_role: string;
  made_at: Generated<Date>;
}

interface PlacementEventTable {
  id: Generated<string>;
  placement_id: string;
  organisation_id: string;
  deed: string;
  from_state: string | null;
  to_state: string | null;
  version: number | null;
  reason: string | null;
  detail: ColumnType<Record<string, unknown>, string | undefined, string>;
  seen_by: 'all' | 'working' | 'service';
  by_person: string | null;
  by_role: string | null;
  by_part: 'service' | 'leader' | 'supported head' | 'supported board' | 'home head' | 'home board' | 'house';
  at: Generated<Date>;
}

interface PrivateLinkTable {
  token_hash: string;
  kind: string;
  subject_id: string;
  organisation_id: string;
  email: string;
  expires_at: Date;
  made_at: Generated<Date>;
  opened_at: Date | null;
  ended_at: Date | null;
}
