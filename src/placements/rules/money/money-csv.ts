import { csvText } from '../../../schools/rules/csv-text.ts';
import { type MoneyDocument, numberText, owedOf, standingOf } from './money-document.ts';
import { decimalText } from './pence.ts';

/** Columns of the file for finance systems, each with what it holds; docs/placements.md tells the same. */
export const MONEY_COLUMNS: readonly (readonly [name: string, holds: string])[] = [
  ['Type', 'purchase order, invoice or credit note'],
  ['Number', 'as on the document; empty until it is approved'],
  ['Date', 'ISO day on which it was issued; empty until it is approved'],
  ['Due', 'ISO day by which an invoice is to be paid'],
  ['From', 'who issues it'],
  ['To', 'to whom'],
  ['Placement', 'reference of the placement'],
  ['School', 'the supported school'],
  ['Description', 'what it is for'],
  ['Days', 'days, with half days as .5'],
  ['Net', 'pounds with two decimals; positive on a credit note too, which takes so much back'],
  ['VAT rate', 'per cent; 0 where none is due'],
  ['VAT', 'pounds with two decimals'],
  ['Total', 'net and VAT'],
  ['Credits', 'number of the invoice that a credit note takes back'],
  ['Paid', 'paid so far, of an invoice'],
  ['Owed', 'still to be paid, of an invoice'],
  ['Standing', 'waits for approval, refused, withdrawn, issued, to pay, overdue, paid, credited or to be paid back'],
];

/** Documents as CSV text, one a line, for the finance system of the service. */
export function moneyCsv(documents: readonly MoneyDocument[], today: string): string {
  const numbers = new Map(documents.map((document) => [document.id, numberText(document) ?? '']));
  return csvText(
    MONEY_COLUMNS.map(([name]) => name),
    documents.map((document) => {
      const isInvoice = document.kind === 'invoice' && document.state === 'approved';
      return [
        document.kind,
        numberText(document) ?? '',
        document.issuedOn ?? '',
        document.dueOn ?? '',
        document.fromName,
        document.toName,
        document.reference,
        document.school,
        document.label,
        document.halfDays / 2,
        decimalText(document.netPence),
        document.vatBasisPoints / 100,
        decimalText(document.vatPence),
        decimalText(document.totalPence),
        document.credits === null ? '' : (numbers.get(document.credits) ?? ''),
        isInvoice ? decimalText(document.paidPence) : '',
        isInvoice ? decimalText(owedOf(document)) : '',
        standingOf(document, today),
      ];
    }),
  );
}
