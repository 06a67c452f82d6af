import type { Kysely } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import type { requestMoney } from '../../policy/money.ts';
import { chargeOf, readBudgets } from '../../queries/money/budgets.ts';
import { chargeVerdict, costToService } from '../../rules/money/budget.ts';
import { notePlacementEvent } from '../change-placement.ts';
import { failed, heldMoney, holdBudgets, type OnDay, type Refused } from './in-placement.ts';

export type Charged =
  | { ok: true; overspends: boolean }
  | Refused<'no such budget' | 'restricted'>
  | { ok: false; reason: 'overspends'; left: number; cost: number };

/**
 * Charges a placement to a budget of its service, or to none with null. Refuses a budget that may not pay for this kind of help, and
 * one that would be overspent where the policy says so; else says that it is.
 */
export function chargeBudget(
  db: Kysely<Database>,
  scope: Scope<typeof requestMoney.verb>,
  budgetId: string | null,
  on: OnDay,
): Promise<Charged> {
  return writeAs(db, scope, async (transaction): Promise<Written<Charged>> => {
    const held = await heldMoney(transaction, scope, on);
    if (!held.ok) return failed(held);
    const { placement, money, belongs, person, role } = held;
    await holdBudgets(transaction, placement.organisationId);
    if (((await chargeOf(transaction, placement.id))?.budgetId ?? null) === budgetId)
      return { result: { ok: true, overspends: false }, detail: { again: true } };
    let overspends = false;
    if (budgetId !== null) {
      const { budgets } = await readBudgets(transaction, placement.organisationId, on.policy);
      const budget = budgets.find(({ id }) => id === budgetId);
      if (budget === undefined) return failed({ ok: false, reason: 'no such budget' });
      const terms = money.terms.at(-1);
      const cost = terms === undefined ? 0 : costToService(terms, on.policy.rounding);
      const verdict = chargeVerdict(budget, { supportType: placement.supportType, cost }, on.policy.overspend);
      if (verdict === 'refused: restricted') return failed({ ok: false, reason: 'restricted' });
      if (verdict === 'refused: overspends') {
        return failed({ ok: false, reason: 'overspends', left: budget.left, cost });
      }
      overspends = verdict === 'overspends';
    }
    await transaction
      .insertInto('budget_charge')
      .values({ ...belongs, budget_id: budgetId, charged_by: person, charged_in_role: role })
      .execute();
    await notePlacementEvent(transaction, scope, placement, { deed: 'money.charge', seenBy: 'service' });
    return { result: { ok: true, overspends }, detail: { budget: budgetId, overspends } };
  });
}

export type FlowChosen = { ok: true } | Refused<'no such flow' | 'billed already'>;

/** Chooses the invoice flow of a placement; not once something was billed, for then two flows would bill the same days. */
export function chooseFlow(
  db: Kysely<Database>,
  scope: Scope<typeof requestMoney.verb>,
  flow: string,
  on: OnDay,
): Promise<FlowChosen> {
  return writeAs(db, scope, async (transaction): Promise<Written<FlowChosen>> => {
    const held = await heldMoney(transaction, scope, on);
    if (!held.ok) return failed(held);
    const { placement, money, belongs, person, role } = held;
    if (!on.policy.flows.some(({ code }) => code === flow)) return failed({ ok: false, reason: 'no such flow' });
    if (money.flow?.code === flow) return { result: { ok: true }, detail: { again: true } };
    if (money.documents.some(({ state }) => state === 'requested' || state === 'approved'))
      return failed({ ok: false, reason: 'billed already' });
    await transaction
      .insertInto('placement_flow')
      .values({ ...belongs, flow, chosen_by: person, chosen_in_role: role })
      .execute();
    await notePlacementEvent(transaction, scope, placement, {
      deed: 'money.flow',
      detail: { flow },
      seenBy: 'service',
    });
    return { result: { ok: true }, detail: { flow } };
  });
}
