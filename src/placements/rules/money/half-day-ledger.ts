/** One line of the ledger of half days of a placement. */
export interface LedgerEntry {
  /** ISO day to which it belongs. */
  day: string;
  kind: 'planned' | 'delivered' | 'invoiced';
  /** Negative where it takes back. */
  halfDays: number;
  /** "Visit of 3 November 2026", "Invoice INV-00012", or why it was put right. */
  words: string;
  /** Who entered it; null where it comes from another record. */
  by: string | null;
}

/** The four totals, in half days. `left` is planned and not delivered; negative where more was delivered. */
export interface LedgerTotals {
  planned: number;
  delivered: number;
  invoiced: number;
  left: number;
}

export interface LedgerLine extends LedgerEntry {
  /** After this line. */
  totals: LedgerTotals;
}

const ORDER = { planned: 0, delivered: 1, invoiced: 2 };

/** The entries in the order of their days, each with the totals after it; on one day what was planned stands before what was delivered and billed. */
export function runningLedger(entries: readonly LedgerEntry[]): LedgerLine[] {
  const totals = { planned: 0, delivered: 0, invoiced: 0, left: 0 };
  return entries
    .toSorted((a, b) => a.day.localeCompare(b.day) || ORDER[a.kind] - ORDER[b.kind])
    .map((entry) => {
      totals[entry.kind] += entry.halfDays;
      totals.left = totals.planned - totals.delivered;
      return { ...entry, totals: { ...totals } };
    });
}

/** The totals of a ledger: all nought for an empty one. */
export function ledgerTotals(entries: readonly LedgerEntry[]): LedgerTotals {
  return runningLedger(entries).at(-1)?.totals ?? { planned: 0, delivered: 0, invoiced: 0, left: 0 };
}

/** Half days delivered up to and with an ISO day. */
export function deliveredUpTo(entries: readonly LedgerEntry[], day: string): number {
  return ledgerTotals(entries.filter((entry) => entry.kind === 'delivered' && entry.day <= day)).delivered;
}

export type LedgerDifference =
  | 'delivered more than agreed'
  | 'invoiced more than agreed'
  | 'invoiced before delivered'
  | 'delivered and not invoiced';

/** Where the ledger does not agree with itself, each with its half days. `billedAhead`: the flow bills in full before the days are given. */
export function ledgerDifferences(
  { planned, delivered, invoiced }: LedgerTotals,
  billedAhead: boolean,
): { difference: LedgerDifference; halfDays: number }[] {
  const found: { difference: LedgerDifference; halfDays: number }[] = [
    { difference: 'delivered more than agreed', halfDays: delivered - planned },
    { difference: 'invoiced more than agreed', halfDays: invoiced - planned },
    { difference: 'invoiced before delivered', halfDays: billedAhead ? 0 : invoiced - delivered },
    { difference: 'delivered and not invoiced', halfDays: delivered - invoiced },
  ];
  return found.filter(({ halfDays }) => halfDays > 0);
}
