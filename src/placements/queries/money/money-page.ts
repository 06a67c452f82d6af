import type { Kysely } from 'kysely';
import { readAs } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import type { PlacementScope } from '../../policy.ts';
import type { BillingPolicy } from '../../rules/money/billing-policy.ts';
import type { Budget } from '../../rules/money/budget.ts';
import type { MoneyDocument } from '../../rules/money/money-document.ts';
import type { Payment } from '../../rules/money/payment.ts';
import type { PlacementMoney } from '../../rules/money/placement-money.ts';
import type { MoneyView } from '../../rules/money/who-reads.ts';
import type { Placement } from '../../rules/placement.ts';
import { type ChargedTo, chargeOf, readBudgets } from './budgets.ts';
import { documentsOf, paymentsOf } from './documents.ts';
import { readMoney } from './placement-money.ts';

/** What the page of the money of a placement shows. Budgets and what it is charged to are for the service alone. */
export function moneyPageOf(
  db: Kysely<Database>,
  scope: PlacementScope,
  placement: Placement,
  view: MoneyView,
  policy: BillingPolicy,
  today: string,
): Promise<{ money: PlacementMoney; budgets: Budget[]; chargedTo: ChargedTo | null }> {
  return readAs(db, scope, async (transaction) => {
    const money = await readMoney(transaction, placement, view, policy, today);
    if (view.kind !== 'all') return { money, budgets: [], chargedTo: null };
    const { budgets } = await readBudgets(transaction, placement.organisationId, policy);
    return { money, budgets, chargedTo: await chargeOf(transaction, placement.id) };
  });
}

/** One document with what belongs to it: the invoice that it takes back, its credit notes, its payments. Null when this person reads none. */
export function documentPageOf(
  db: Kysely<Database>,
  scope: PlacementScope,
  placementId: string,
  id: string,
): Promise<{
  document: MoneyDocument;
  credited: MoneyDocument | null;
  credits: MoneyDocument[];
  payments: Payment[];
} | null> {
  return readAs(db, scope, async (transaction) => {
    const all = await documentsOf(transaction, { placementId });
    const document = all.find((one) => one.id === id);
    if (document === undefined) return null;
    return {
      document,
      credited: all.find((one) => one.id === document.credits) ?? null,
      credits: all.filter(({ credits, state }) => credits === id && (state === 'requested' || state === 'approved')),
      payments: await paymentsOf(transaction, id),
    };
  });
}
