import { halfDaysInWords } from '../../../calendar/half-days.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import { londonIsoDay } from '../../../opendata/rules/london-time.ts';
import { policyAsAt } from '../../../policies.ts';
import type { BillingPolicy } from '../../rules/money/billing-policy.ts';
import { ledgerTotals } from '../../rules/money/half-day-ledger.ts';
import { DOCUMENT_WORDS, numberText, owedOf } from '../../rules/money/money-document.ts';
import { poundsText } from '../../rules/money/pence.ts';
import type { OpenItem, Placement } from '../../rules/placement.ts';
import { billingPolicyKind } from '../../schema/money/billing-policy.ts';
import { readMoney } from './placement-money.ts';

/** What of the money of a placement is open today, when it is to be signed off. */
export function moneyOpenAtEnd(transaction: ScopedTransaction, placement: Placement): Promise<OpenItem[]> {
  const today = londonIsoDay(new Date());
  return moneyOpenOn(transaction, placement, policyAsAt(billingPolicyKind, today), today);
}

/** What of it is open on a day, each thing by itself: days not billed, what waits for approval, what is not paid. */
async function moneyOpenOn(
  transaction: ScopedTransaction,
  placement: Placement,
  policy: BillingPolicy,
  today: string,
): Promise<OpenItem[]> {
  const { entries, bills, documents, terms } = await readMoney(transaction, placement, { kind: 'all' }, policy, today);
  const { delivered, invoiced } = ledgerTotals(entries);
  const words: string[] = [];
  if (terms.length > 0 && delivered > invoiced)
    words.push(`${capital(halfDaysInWords(delivered - invoiced))} delivered and not invoiced.`);
  for (const { rule, state } of bills)
    if (state === 'to bill' && rule.document === 'invoice') words.push(`Not invoiced yet: ${rule.label}.`);
  for (const document of documents) {
    if (document.state === 'requested')
      words.push(`${DOCUMENT_WORDS[document.kind]} waits for approval: ${document.label}.`);
    const owed = owedOf(document);
    if (owed > 0) words.push(`Invoice ${numberText(document)} is not paid: ${poundsText(owed)} is owed.`);
    if (owed < 0)
      words.push(`Invoice ${numberText(document)} is paid too much: ${poundsText(-owed)} is to be paid back.`);
  }
  return words.map((item) => ({ words: item, at: 'money' }));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
