import type { Kysely } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import type { changeBudgets } from '../../policy/money.ts';
import { readBudgets } from '../../queries/money/budgets.ts';
import type { BillingPolicy } from '../../rules/money/billing-policy.ts';
import { failed, holdBudgets, ofService } from './in-placement.ts';

export interface NewBudget {
  name: string;
  fund: string;
  financialYear: number;
  pence: number;
  restrictedTo: readonly string[];
  key: string;
}

export type BudgetMade = { ok: true; budgetId: string } | { ok: false; reason: 'name taken' };

/** Opens a budget or grant with its first amount. Two of one year do not bear one name; sent twice, it is one. */
export function makeBudget(
  db: Kysely<Database>,
  scope: Scope<typeof changeBudgets.verb>,
  { name, fund, financialYear, pence, restrictedTo, key }: NewBudget,
): Promise<BudgetMade> {
  const { organisation_id, person, role } = ofService(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<BudgetMade>> => {
    const made = { made_by: person, made_in_role: role };
    const again = await transaction
      .selectFrom('budget_movement')
      .select('to_budget')
      .where('entry_key', '=', key)
      .executeTakeFirst();
    if (again?.to_budget) return { result: { ok: true, budgetId: again.to_budget }, detail: { again: true } };
    const budget = await transaction
      .insertInto('budget')
      .values({ organisation_id, name, fund, financial_year: financialYear, restricted_to: [...restrictedTo], ...made })
      .onConflict((conflict) => conflict.columns(['organisation_id', 'financial_year', 'name']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (budget === undefined) return failed({ ok: false, reason: 'name taken' });
    await transaction
      .insertInto('budget_movement')
      .values({
        organisation_id,
        from_budget: null,
        to_budget: budget.id,
        pence,
        words: 'Opened',
        entry_key: key,
        ...made,
      })
      .execute();
    return { result: { ok: true, budgetId: budget.id }, detail: { budget: budget.id, pence } };
  });
}

export interface MovingMoney {
  /** Null: from outside, or to it. */
  from: string | null;
  to: string | null;
  pence: number;
  words: string;
  key: string;
}

export type MoneyMoved =
  | { ok: true; overspends: boolean }
  | { ok: false; reason: 'no such budget' }
  | { ok: false; reason: 'overspends'; left: number };

/**
 * Moves money into a budget, out of it, or between two (virement), with why. Taking more than is left is refused or told, as the policy
 * says. Sent twice, it moves once.
 */
export function moveMoney(
  db: Kysely<Database>,
  scope: Scope<typeof changeBudgets.verb>,
  { from, to, pence, words, key }: MovingMoney,
  policy: BillingPolicy,
): Promise<MoneyMoved> {
  const { organisation_id, person, role } = ofService(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<MoneyMoved>> => {
    const ids = [from, to].filter((id) => id !== null);
    await holdBudgets(transaction, organisation_id);
    const again = await transaction
      .selectFrom('budget_movement')
      .select('id')
      .where('entry_key', '=', key)
      .executeTakeFirst();
    if (again !== undefined) return { result: { ok: true, overspends: false }, detail: { again: true } };
    const { budgets } = await readBudgets(transaction, organisation_id, policy);
    if (!ids.every((id) => budgets.some((budget) => budget.id === id)))
      return failed({ ok: false, reason: 'no such budget' });
    const left = budgets.find(({ id }) => id === from)?.left ?? null;
    const overspends = left !== null && pence > left;
    if (overspends && policy.overspend === 'refuse') return failed({ ok: false, reason: 'overspends', left });
    await transaction
      .insertInto('budget_movement')
      .values({
        organisation_id,
        from_budget: from,
        to_budget: to,
        pence,
        words,
        entry_key: key,
        made_by: person,
        made_in_role: role,
      })
      .execute();
    return { result: { ok: true, overspends }, detail: { from, to, pence, overspends } };
  });
}
