import { daysAfter } from '../../../opendata/rules/london-time.ts';
import type { AgreedTerms, MoneyParty } from './agreed-terms.ts';
import type { BillRule, InvoiceFlow } from './billing-policy.ts';
import { type Rounding, splitBetween, vatOf } from './split.ts';

/** What was asked for under one bill of the flow and stands: waiting or approved, less what was credited. */
export interface Billed {
  bill: string;
  versionId: string;
  halfDays: number;
  netPence: number;
  /** Whether it still waits for approval. */
  waits: boolean;
}

/** What decides which bills are due. Days are ISO. */
export interface BillFacts {
  today: string;
  firstVisitOn: string | null;
  /** Half days delivered up to and with a day. */
  deliveredUpTo: (day: string) => number;
  billed: readonly Billed[];
  /** The work has ended: what was delivered is billed at once, and not at the end of the month. */
  ended: boolean;
}

/** One bill of the flow as it stands today. `halfDays`, `netPence` and `vatPence` are what is to be billed now. */
export interface BillStanding {
  rule: BillRule;
  from: MoneyParty;
  to: MoneyParty;
  state: 'not yet' | 'to bill' | 'waits for approval' | 'billed';
  /** ISO day by which it is to be written, where it is to be. */
  by: string | null;
  halfDays: number;
  netPence: number;
  vatPence: number;
}

/**
 * What stands to be billed under an agreement today. The amount is the total of all half days that are to be billed by now less what was
 * billed, so that bills always sum to the price agreed. Half days billed under an earlier version of the agreement keep their price.
 * What is delivered beyond what was agreed is not billed: the ledger names it, and a new version of the agreement allows it.
 * A bill that nobody would send (to oneself, or for nothing) does not stand in the answer.
 */
export function billsOf(flow: InvoiceFlow, terms: AgreedTerms, facts: BillFacts, rounding: Rounding): BillStanding[] {
  return flow.bills.flatMap((rule): BillStanding[] => {
    const from = rule.from === 'payer' ? terms.payer : rule.from;
    const to = rule.to === 'payer' ? terms.payer : rule.to;
    if (from === to || (rule.amount === 'broker share' && terms.brokerage.way === 'none')) return [];
    const since = sinceOf(rule, terms, facts);
    const nothing = { rule, from, to, by: null, halfDays: 0, netPence: 0, vatPence: 0 };
    const billed = facts.billed.filter(({ bill }) => bill === rule.code);
    if (billed.some(({ waits }) => waits)) return [{ ...nothing, state: 'waits for approval' }];
    const before = sumOf(billed, ({ versionId, halfDays }) => (versionId === terms.versionId ? 0 : halfDays));
    const under = billed.filter(({ versionId }) => versionId === terms.versionId);
    const reached =
      since === null ? 0 : Math.min(terms.halfDays, rule.days === 'agreed' ? terms.halfDays : since.delivered);
    const halfDays = reached - before - sumOf(under, (one) => one.halfDays);
    const price = splitBetween(terms, Math.min(before, reached), reached, rounding);
    const netPence = price[AMOUNTS[rule.amount]] - sumOf(under, (one) => one.netPence);
    if (halfDays <= 0 || netPence <= 0 || since === null)
      return [{ ...nothing, state: billed.length > 0 ? 'billed' : 'not yet' }];
    const vatPence = vatOf(netPence, terms.vatBasisPoints, rounding);
    return [{ ...nothing, state: 'to bill', by: daysAfter(since.day, rule.withinDays), halfDays, netPence, vatPence }];
  });
}

const AMOUNTS = { price: 'price', 'home share': 'homeShare', 'broker share': 'brokerShare' } as const;

/** Since when a bill is due to be written, and how much was delivered by then; null when it is not. */
function sinceOf(
  rule: BillRule,
  terms: AgreedTerms,
  { today, firstVisitOn, deliveredUpTo, ended }: BillFacts,
): { day: string; delivered: number } | null {
  if (rule.when === 'signature') return { day: terms.signedOn, delivered: 0 };
  if (rule.when === 'first visit') return firstVisitOn === null ? null : { day: firstVisitOn, delivered: 0 };
  const day = ended ? today : lastMonthsEnd(today);
  return { day, delivered: deliveredUpTo(day) };
}

/** The last day of the month before. */
function lastMonthsEnd(today: string): string {
  return daysAfter(`${today.slice(0, 7)}-01`, -1);
}

function sumOf<T>(of: readonly T[], count: (one: T) => number): number {
  return of.reduce((sum, one) => sum + count(one), 0);
}
