import type { Generated } from 'kysely';

/** The table of the board of placements (migration 034); part of TenantDatabase. */
export interface BoardTables {
  board_filter: BoardFilterTable;
}

interface BoardFilterTable {
  person_id: string;
  organisation_id: string;
  query: string;
  kept_at: Generated<Date>;
}
