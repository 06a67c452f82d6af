import type { AgreedTerms } from './agreed-terms.ts';
import { splitOf, type Rounding } from './split.ts';

/** A budget or grant of a service, with how it stands. Pence are whole. */
export interface Budget {
  id: string;
  name: string;
  fund: string;
  /** The year in which it begins, in April. */
  financialYear: number;
  /** Codes of kinds of help that it may pay for; none: any. */
  restrictedTo: readonly string[];
  amount: number;
  /** What placements charged to it were agreed to cost the service, or were invoiced where that is more. */
  committed: number;
  invoiced: number;
  paid: number;
  /** Amount less what is committed; negative when it is overspent. */
  left: number;
  placements: number;
}

/** "2026/27" */
export function financialYearText(year: number): string {
  return `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
}

/** The financial year in which an ISO day lies: it begins on 1 April. */
export function financialYearOf(day: string): number {
  const year = Number(day.slice(0, 4));
  return day.slice(5) >= '04-01' ? year : year - 1;
}

/** What a placement costs the service under its agreement, net of VAT: the price where the service pays; otherwise others pay for it. */
export function costToService(terms: AgreedTerms, rounding: Rounding): number {
  return terms.payer === 'service' ? splitOf(terms, terms.halfDays, rounding).price : 0;
}

/** A placement that is charged to a budget: what it was agreed to cost the service, what the service was invoiced net, and paid of it. */
export interface ChargedPlacement {
  agreed: number;
  invoiced: number;
  paid: number;
}

/** How a budget stands with these placements charged to it. */
export function budgetTotals(
  amount: number,
  charged: readonly ChargedPlacement[],
): Pick<Budget, 'amount' | 'committed' | 'invoiced' | 'paid' | 'left' | 'placements'> {
  const sum = (of: (one: ChargedPlacement) => number) => charged.reduce((all, one) => all + of(one), 0);
  const committed = sum(({ agreed, invoiced }) => Math.max(agreed, invoiced));
  return {
    amount,
    committed,
    invoiced: sum(({ invoiced }) => invoiced),
    paid: sum(({ paid }) => paid),
    left: amount - committed,
    placements: charged.length,
  };
}

export type ChargeVerdict = 'fits' | 'overspends' | 'refused: overspends' | 'refused: restricted';

/** Whether a placement may be charged to a budget, and whether that spends more than is in it. */
export function chargeVerdict(
  { restrictedTo, left }: Pick<Budget, 'restrictedTo' | 'left'>,
  { supportType, cost }: { supportType: string; cost: number },
  overspend: 'warn' | 'refuse',
): ChargeVerdict {
  if (restrictedTo.length > 0 && !restrictedTo.includes(supportType)) return 'refused: restricted';
  if (cost <= left) return 'fits';
  return overspend === 'refuse' ? 'refused: overspends' : 'overspends';
}
