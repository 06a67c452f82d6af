import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { readAs } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import type { BillingPolicy } from '../../rules/money/billing-policy.ts';
import { type Budget, budgetTotals, type ChargedPlacement, costToService } from '../../rules/money/budget.ts';
import { signedTerms } from './agreed-terms.ts';

/** The budget that a placement is charged to. */
export interface ChargedTo {
  budgetId: string;
  name: string;
  financialYear: number;
}

/** To which budget a placement is charged now; null for none. */
export async function chargeOf(transaction: ScopedTransaction, placementId: string): Promise<ChargedTo | null> {
  const row = await transaction
    .selectFrom('budget_charge as c')
    .leftJoin('budget as b', 'b.id', 'c.budget_id')
    .select(['b.id', 'b.name', 'b.financial_year'])
    .where('c.placement_id', '=', placementId)
    .orderBy('c.charged_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined || row.id === null) return null;
  return { budgetId: row.id, name: row.name!, financialYear: row.financial_year! };
}

/** A placement under its budget, as the budget's page lists it. */
export interface PlacementInBudget extends ChargedPlacement {
  placementId: string;
  budgetId: string;
  reference: string;
  school: string;
}

/** Money that moved into a budget, out of it, or between two. */
export interface BudgetMovement {
  id: string;
  from: { id: string; name: string } | null;
  to: { id: string; name: string } | null;
  pence: number;
  words: string;
  by: string | null;
  at: Date;
}

/** The budgets of the acting service with how each stands, the newest year first; and the placements charged to them. */
export function budgetsOf(
  db: Kysely<Database>,
  scope: Scope,
  organisationId: string,
  policy: BillingPolicy,
): Promise<{ budgets: Budget[]; placements: PlacementInBudget[] }> {
  return readAs(db, scope, (transaction) => readBudgets(transaction, organisationId, policy));
}

/** What moved into, or out of, the budget in hand. */
function moved(column: 'to_budget' | 'from_budget') {
  return sql<number>`(select coalesce(sum(m.pence), 0) from budget_movement m where ${sql.ref(`m.${column}`)} = b.id)`;
}

/** The same in a transaction that is under way already. */
export async function readBudgets(
  transaction: ScopedTransaction,
  organisationId: string,
  policy: BillingPolicy,
): Promise<{ budgets: Budget[]; placements: PlacementInBudget[] }> {
  const rows = await transaction
    .selectFrom('budget as b')
    .selectAll('b')
    .select([moved('to_budget').as('came_in'), moved('from_budget').as('went_out')])
    .where('b.organisation_id', '=', organisationId)
    .orderBy('b.financial_year', 'desc')
    .orderBy('b.name')
    .execute();
  const placements = await chargedPlacements(transaction, organisationId, policy);
  const budgets = rows.map((row) => ({
    id: row.id,
    name: row.name,
    fund: row.fund,
    financialYear: row.financial_year,
    restrictedTo: row.restricted_to,
    ...budgetTotals(
      row.came_in - row.went_out,
      placements.filter(({ budgetId }) => budgetId === row.id),
    ),
  }));
  return { budgets, placements };
}

async function chargedPlacements(
  transaction: ScopedTransaction,
  organisationId: string,
  policy: BillingPolicy,
): Promise<PlacementInBudget[]> {
  const { rows } = await sql<{
    placement_id: string;
    budget_id: string;
    reference: string;
    supported_urn: number;
    school: string | null;
    state: string;
    invoiced: number;
    paid: number;
  }>`
    with charged as (
      select distinct on (placement_id) placement_id, budget_id from budget_charge
      where organisation_id = ${organisationId} order by placement_id, charged_at desc),
    asked as (
      select d.placement_id, sum(case d.kind when 'invoice' then d.net_pence else -d.net_pence end) as invoiced,
        -- Of what was paid, the part that is not VAT.
        sum(case d.kind when 'invoice' then (select coalesce(sum(y.pence), 0) from money_payment y where y.document_id = d.id)
          * d.net_pence / d.total_pence else 0 end) as paid
      from money_document d
      where d.organisation_id = ${organisationId} and d.state = 'approved' and d.kind <> 'purchase order' and d.to_party = 'service'
      group by d.placement_id)
    select c.placement_id, c.budget_id, p.reference, p.supported_urn, s.name as school, p.state,
      coalesce(a.invoiced, 0)::bigint as invoiced, coalesce(round(a.paid), 0)::bigint as paid
    from charged c
    join placement p on p.id = c.placement_id
    left join school s on s.urn = p.supported_urn
    left join asked a on a.placement_id = c.placement_id
    where c.budget_id is not null
    order by p.reference`.execute(transaction);
  const terms = await signedTerms(transaction, { organisationId }, policy);
  return rows.map((row) => {
    const agreed = terms.get(row.placement_id)?.at(-1);
    // Whoever else pays does not burden the budget, nor what the service hands on of their money.
    const costs = agreed?.payer === 'service' && row.state !== 'withdrawn';
    return {
      placementId: row.placement_id,
      budgetId: row.budget_id,
      reference: row.reference,
      school: row.school ?? `School ${row.supported_urn}`,
      agreed: costs ? costToService(agreed, policy.rounding) : 0,
      invoiced: costs ? row.invoiced : 0,
      paid: costs ? row.paid : 0,
    };
  });
}

/** What moved into and out of the budgets of a service, the newest first. */
export function movementsOf(db: Kysely<Database>, scope: Scope, organisationId: string): Promise<BudgetMovement[]> {
  return readAs(db, scope, async (transaction) => {
    const rows = await transaction
      .selectFrom('budget_movement as m')
      .leftJoin('budget as f', 'f.id', 'm.from_budget')
      .leftJoin('budget as t', 't.id', 'm.to_budget')
      .select([
        'm.id',
        'm.from_budget',
        'm.to_budget',
        'f.name as from_name',
        't.name as to_name',
        'm.pence',
        'm.words',
      ])
      .select(['m.made_at', sql<string | null>`name_in_service(m.made_by)`.as('by_name')])
      .where('m.organisation_id', '=', organisationId)
      .orderBy('m.made_at', 'desc')
      .execute();
    return rows.map((row) => ({
      id: row.id,
      from: row.from_budget === null ? null : { id: row.from_budget, name: row.from_name ?? '' },
      to: row.to_budget === null ? null : { id: row.to_budget, name: row.to_name ?? '' },
      pence: row.pence,
      words: row.words,
      by: row.by_name,
      at: row.made_at,
    }));
  });
}
