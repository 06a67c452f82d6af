import type { Generated } from 'kysely';

/** The tables of money of placements (migration 033); part of TenantDatabase. Pence and half days are whole numbers, days ISO. */
export interface MoneyTables {
  half_day_adjustment: HalfDayAdjustmentTable;
  money_document: MoneyDocumentTable;
  money_payment: MoneyPaymentTable;
  service_rate: ServiceRateTable;
  placement_flow: PlacementFlowTable;
  budget: BudgetTable;
  budget_movement: BudgetMovementTable;
  budget_charge: BudgetChargeTable;
}

interface HalfDayAdjustmentTable {
  id: Generated<string>;
  placement_id: string;
  organisation_id: string;
  half_days: number;
  on_day: string;
  words: string;
  entry_key: string;
  made_by: string;
  made_in_role: string;
  made_at: Generated<Date>;
}

type Party = 'service' | 'supported school' | 'home school' | 'trust';

interface MoneyDocumentTable {
  id: Generated<string>;
  placement_id: string;
  organisation_id: string;
  kind: 'purchase order' | 'invoice' | 'credit note';
  bill: string;
  agreement_version_id: string;
  from_party: Party;
  to_party: Party;
  /** 'service', or the number of a school. */
  issuer: string;
  from_name: string;
  to_name: string;
  label: string;
  half_days: number;
  net_pence: number;
  vat_basis_points: number;
  vat_pence: number;
  total_pence: number;
  due_days: number | null;
  credits: string | null;
  words: string | null;
  state: Generated<'requested' | 'approved' | 'refused' | 'withdrawn'>;
  number: Generated<number | null>;
  issued_on: Generated<string | null>;
  due_on: Generated<string | null>;
  requested_by: string;
  requested_in_role: string;
  requested_at: Generated<Date>;
  decided_by: Generated<string | null>;
  decided_in_role: Generated<string | null>;
  decided_at: Generated<Date | null>;
  decided_words: Generated<string | null>;
}

interface MoneyPaymentTable {
  id: Generated<string>;
  document_id: string;
  placement_id: string;
  organisation_id: string;
  /** Negative where it undoes another. */
  pence: number;
  paid_on: string;
  reference: string;
  undoes: string | null;
  entry_key: string;
  recorded_by: string;
  recorded_in_role: string;
  recorded_at: Generated<Date>;
}

interface ServiceRateTable {
  id: Generated<string>;
  organisation_id: string;
  role: string;
  pence_per_day: number | null;
  valid_from: string;
  words: string;
  entry_key: string;
  set_by: string;
  set_in_role: string;
  set_at: Generated<Date>;
}

interface PlacementFlowTable {
  id: Generated<string>;
  placement_id: string;
  organisation_id: string;
  flow: string;
  chosen_by: string;
  chosen_in_role: string;
  chosen_at: Generated<Date>;
}

interface BudgetTable {
  id: Generated<string>;
  organisation_id: string;
  name: string;
  fund: string;
  financial_year: number;
  restricted_to: string[];
  made_by: string;
  made_in_role: string;
  made_at: Generated<Date>;
}

interface BudgetMovementTable {
  id: Generated<string>;
  organisation_id: string;
  from_budget: string | null;
  to_budget: string | null;
  pence: number;
  words: string;
  entry_key: string;
  made_by: string;
  made_in_role: string;
  made_at: Generated<Date>;
}

interface BudgetChargeTable {
  id: Generated<string>;
  placement_id: string;
  organisation_id: string;
  budget_id: string | null;
  charged_by: string;
  charged_in_role: string;
  charged_at: Generated<Date>;
}
