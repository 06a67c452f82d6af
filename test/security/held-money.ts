import type pg from 'pg';

interface Of {
  /** The service, which holds a placement already. */
  organisationId: string;
  personId: string;
}

/**
 * What the money of the placement of an organisation leaves behind: of documents one that was approved, to the supported school, and one
 * of the home school that waits. After `holdPlacement`.
 */
export async function holdMoney(pool: pg.Pool, { organisationId, personId }: Of): Promise<void> {
  await pool.query(
    `with placed as (select id from placement where organisation_id = $1),
     adjusted as (
       insert into half_day_adjustment (placement_id, organisation_id, half_days, on_day, words, entry_key, made_by, made_in_role)
       select id, $1, 1, '2026-11-01', 'words', gen_random_uuid(), $2, 'broker' from placed),
     approved as (
       insert into money_document (placement_id, organisation_id, kind, bill, agreement_version_id, from_party, to_party, issuer, from_name,
         to_name, label, half_days, net_pence, vat_basis_points, vat_pence, total_pence, due_days, state, number, issued_on, due_on,
         requested_by, requested_in_role, decided_by, decided_in_role, decided_at)
       select id, $1, 'invoice', 'fee', gen_random_uuid(), 'service', 'supported school', 'service', 'A', 'B', 'words', 1, 100, 0, 0, 100, 28,
         'approved', 1, '2026-11-01', '2026-11-29', $2, 'broker', $2, 'finance officer', now() from placed returning id, placement_id),
     waiting as (
       insert into money_document (placement_id, organisation_id, kind, bill, agreement_version_id, from_party, to_party, issuer, from_name,
         to_name, label, half_days, net_pence, vat_basis_points, vat_pence, total_pence, due_days, requested_by, requested_in_role)
       select id, $1, 'invoice', 'home-share', gen_random_uuid(), 'home school', 'service', '100003', 'A', 'B', 'words', 1, 100, 0, 0, 100, 28,
         $2, 'broker' from placed),
     flow as (
       insert into placement_flow (placement_id, organisation_id, flow, chosen_by, chosen_in_role)
       select id, $1, 'full-on-signature', $2, 'broker' from placed),
     rate as (
       insert into service_rate (organisation_id, role, pence_per_day, valid_from, words, entry_key, set_by, set_in_role)
       values ($1, 'local-leader', 45000, '2026-09-01', 'words', gen_random_uuid(), $2, 'finance officer')),
     made as (
       insert into budget (organisation_id, name, fund, financial_year, restricted_to, made_by, made_in_role)
       values ($1, 'Budget', 'Fund', 2026, '{}', $2, 'finance officer') returning id)
     insert into budget_charge (placement_id, organisation_id, budget_id, charged_by, charged_in_role)
     select placed.id, $1, null, $2, 'broker' from placed, made`,
    [organisationId, personId],
  );
  await pool.query(
    `with moved as (
       insert into budget_movement (organisation_id, to_budget, pence, words, entry_key, made_by, made_in_role)
       select $1, id, 100, 'words', gen_random_uuid(), $2, 'finance officer' from budget where organisation_id = $1)
     insert into money_payment (document_id, placement_id, organisation_id, pence, paid_on, reference, entry_key, recorded_by, recorded_in_role)
     select id, placement_id, $1, 60, '2026-11-02', 'words', gen_random_uuid(), $2, 'finance officer' from money_document
     where organisation_id = $1 and state = 'approved'`,
    [organisationId, personId],
  );
}
