import type { MoneyDocument } from './money-document.ts';
import { wholePart } from './pence.ts';
import { type Rounding, vatOf } from './split.ts';

type Credited = Pick<
  MoneyDocument,
  'halfDays' | 'netPence' | 'vatPence' | 'vatBasisPoints' | 'creditedNet' | 'creditedPence' | 'creditedHalfDays'
>;

/**
 * What a credit note for so many half days of an invoice takes back. Reckoned from what the invoice leaves standing, so that credit notes
 * for all of its half days take back all of it to the penny, VAT too. Throws for more half days than are left, or none: a fault of ours.
 */
export function creditOf(
  invoice: Credited,
  halfDays: number,
  rounding: Rounding,
): { netPence: number; vatPence: number } {
  const left = invoice.halfDays - invoice.creditedHalfDays - halfDays;
  if (!Number.isSafeInteger(halfDays) || halfDays < 1 || left < 0)
    throw new Error(`${halfDays} half days are not left to credit`);
  const netAfter = wholePart([invoice.netPence, left], invoice.halfDays, 'down');
  const vatAfter = left === 0 ? 0 : Math.min(vatOf(netAfter, invoice.vatBasisPoints, rounding), invoice.vatPence);
  const vatBefore = invoice.vatPence - (invoice.creditedPence - invoice.creditedNet);
  return { netPence: invoice.netPence - invoice.creditedNet - netAfter, vatPence: vatBefore - vatAfter };
}
