import type { Kysely } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import { daysAfter } from '../../../opendata/rules/london-time.ts';
import type { approveMoney, requestMoney } from '../../policy/money.ts';
import { chargeOf, readBudgets } from '../../queries/money/budgets.ts';
import type { MoneyDocument } from '../../rules/money/money-document.ts';
import { notePlacementEvent } from '../change-placement.ts';
import { failed, heldMoney, type OnDay, type Refused } from './in-placement.ts';

export type Decided =
  | { ok: true; document: MoneyDocument; overspends: boolean }
  | Refused<'no such document' | 'decided already' | 'own request' | 'too much credited' | 'overspends'>;

/**
 * Approves or refuses what somebody else asked for. With the approval it gets its number, its date and, an invoice, the day by which it is
 * to be paid. An invoice to the service that would spend its budget beyond what is in it is refused where the policy says so.
 */
export function decideDocument(
  db: Kysely<Database>,
  scope: Scope<typeof approveMoney.verb>,
  { documentId, approve, words }: { documentId: string; approve: boolean; words: string | null },
  on: OnDay,
): Promise<Decided> {
  return writeAs(db, scope, async (transaction): Promise<Written<Decided>> => {
    const held = await heldMoney(transaction, scope, on);
    if (!held.ok) return failed(held);
    const { placement, money, person, role } = held;
    const document = money.documents.find(({ id }) => id === documentId);
    if (document === undefined) return failed({ ok: false, reason: 'no such document' });
    if (document.state !== 'requested') return failed({ ok: false, reason: 'decided already' });
    if (document.requestedById === person) return failed({ ok: false, reason: 'own request' });
    if (approve && document.kind === 'credit note') {
      const invoice = money.documents.find(({ id }) => id === document.credits);
      if (invoice === undefined || invoice.creditedPence + document.totalPence > invoice.totalPence)
        return failed({ ok: false, reason: 'too much credited' });
    }
    const overspends = approve && (await wouldOverspend(transaction, document, placement.organisationId, on));
    if (overspends && on.policy.overspend === 'refuse') return failed({ ok: false, reason: 'overspends' });
    const decided = { decided_by: person, decided_in_role: role, decided_at: new Date(), decided_words: words };
    await transaction
      .updateTable('money_document')
      .set(
        approve
          ? { ...decided, state: 'approved', issued_on: on.today, due_on: dueOn(document, on.today) }
          : { ...decided, state: 'refused' },
      )
      .where('id', '=', documentId)
      .execute();
    const detail = { document: document.kind, bill: document.bill, pence: document.totalPence };
    const deed = approve ? 'money.approve' : 'money.refuse';
    await notePlacementEvent(transaction, scope, placement, { deed, detail, seenBy: 'service' });
    return { result: { ok: true, document, overspends }, detail: { ...detail, id: documentId, approved: approve } };
  });
}

function dueOn({ dueDays }: MoneyDocument, today: string): string | null {
  return dueDays === null ? null : daysAfter(today, dueDays);
}

/** Whether an invoice to the service would leave less than nothing in the budget that its placement is charged to. */
async function wouldOverspend(
  transaction: ScopedTransaction,
  { kind, to, netPence, placementId }: MoneyDocument,
  organisationId: string,
  { policy }: OnDay,
): Promise<boolean> {
  if (kind !== 'invoice' || to !== 'service') return false;
  const charge = await chargeOf(transaction, placementId);
  if (charge === null) return false;
  const { budgets, placements } = await readBudgets(transaction, organisationId, policy);
  const budget = budgets.find(({ id }) => id === charge.budgetId);
  const own = placements.find((placement) => placement.placementId === placementId);
  if (budget === undefined || own === undefined || own.agreed === 0) return false;
  const more = Math.max(0, own.invoiced + netPence - Math.max(own.agreed, own.invoiced));
  return budget.left - more < 0;
}

export type Withdrawn = { ok: true } | Refused<'no such document' | 'decided already' | 'not yours'>;

/** Takes back what one asked for oneself and nobody decided yet. */
export function withdrawDocument(
  db: Kysely<Database>,
  scope: Scope<typeof requestMoney.verb>,
  documentId: string,
  on: OnDay,
): Promise<Withdrawn> {
  return writeAs(db, scope, async (transaction): Promise<Written<Withdrawn>> => {
    const held = await heldMoney(transaction, scope, on);
    if (!held.ok) return failed(held);
    const { placement, money, person, role } = held;
    const document = money.documents.find(({ id }) => id === documentId);
    if (document === undefined) return failed({ ok: false, reason: 'no such document' });
    if (document.state !== 'requested') return failed({ ok: false, reason: 'decided already' });
    if (document.requestedById !== person) return failed({ ok: false, reason: 'not yours' });
    await transaction
      .updateTable('money_document')
      .set({ state: 'withdrawn', decided_by: person, decided_in_role: role, decided_at: new Date() })
      .where('id', '=', documentId)
      .execute();
    const detail = { document: document.kind, bill: document.bill };
    await notePlacementEvent(transaction, scope, placement, { deed: 'money.withdraw', detail, seenBy: 'service' });
    return { result: { ok: true }, detail: { ...detail, id: documentId } };
  });
}
