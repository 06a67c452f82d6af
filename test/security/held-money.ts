import type pg from 'pg';
import type { Role } from '../../src/access/roles.ts';

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

type Row = Record<string, unknown>;
type MaySee<A> = (row: Row, actor: A) => boolean;

/** Which rows of the tables of money a person sees, by what they are in the placement of the row. */
export function visibleOfMoney<A extends { role: Role; personId: string }>(
  is: Record<'servesIt' | 'speaksForSupported' | 'speaksForHome' | 'leadsIt', MaySee<A>>,
): Record<string, MaySee<A>> {
  const { servesIt, speaksForSupported, speaksForHome, leadsIt } = is;
  // The head, and not the board.
  const headsSupported: MaySee<A> = (row, actor) => actor.role === 'headteacher' && speaksForSupported(row, actor);
  const headsHome: MaySee<A> = (row, actor) => actor.role === 'headteacher' && speaksForHome(row, actor);
  const readsDocument: MaySee<A> = (row, actor) =>
    servesIt(row, actor) ||
    (row.state === 'approved' &&
      ([row.from_party, row.to_party].includes('supported school')
        ? headsSupported(row, actor)
        : headsHome(row, actor)));
  return {
    half_day_adjustment: (row, actor) =>
      row.made_by === actor.personId ||
      servesIt(row, actor) ||
      leadsIt(row, actor) ||
      headsSupported(row, actor) ||
      headsHome(row, actor),
    // What was approved and is between the head's school and another.
    money_document: (row, actor) => row.requested_by === actor.personId || readsDocument(row, actor),
    // Each is of the invoice to the supported school.
    money_payment: (row, actor) =>
      row.recorded_by === actor.personId || servesIt(row, actor) || headsSupported(row, actor),
    placement_flow: (row, actor) =>
      row.chosen_by === actor.personId ||
      servesIt(row, actor) ||
      speaksForSupported(row, actor) ||
      speaksForHome(row, actor) ||
      leadsIt(row, actor),
    service_rate: (row, actor) => row.set_by === actor.personId || servesIt(row, actor),
    budget: (row, actor) => row.made_by === actor.personId || servesIt(row, actor),
    budget_movement: (row, actor) => row.made_by === actor.personId || servesIt(row, actor),
    budget_charge: (row, actor) => row.charged_by === actor.personId || servesIt(row, actor),
  };
}

/** Changes that nobody may make to records of money, whatever they see. */
export const MONEY_KEPT: readonly string[] = [
  'update half_day_adjustment set words = $1',
  'update money_document set label = $1',
  'delete from money_document where label <> $1',
  'update money_payment set reference = $1',
  'delete from money_payment where reference <> $1',
  'update service_rate set words = $1',
  'update budget set name = $1',
  'update budget_movement set words = $1',
  'update budget_charge set charged_in_role = $1',
];
