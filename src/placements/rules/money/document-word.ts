import { halfDaysInWords } from '../../../calendar/half-days.ts';
import { dayInWords } from '../../../opendata/rules/london-time.ts';
import { DOCUMENT_WORDS, type MoneyDocument, numberText } from './money-document.ts';
import type { Payment } from './payment.ts';
import { percentText, poundsText } from './pence.ts';

/** A document as its printed form says it: facts by name, and one line of what is asked for. Page and Word file are made from it. */
export interface PrintedDocument {
  title: string;
  facts: (readonly [string, string])[];
  line: { head: readonly string[]; row: readonly string[] };
  sums: (readonly [string, string])[];
  /** What stands below. */
  notes: string[];
}

/** An order, invoice or credit note as it is printed. `credited`: the number of the invoice that a credit note takes back. */
export function printedDocument(document: MoneyDocument, credited: string | null): PrintedDocument {
  const { kind, issuedOn, dueOn, vatBasisPoints, words } = document;
  const number = numberText(document);
  const title = number === null ? `${DOCUMENT_WORDS[kind]} (not approved yet)` : `${DOCUMENT_WORDS[kind]} ${number}`;
  return {
    title,
    facts: [
      ['From', document.fromName],
      ['To', document.toName],
      ['Date', issuedOn === null ? 'Given when it is approved' : dayInWords(issuedOn)],
      ...(kind === 'invoice'
        ? [['Pay by', dueOn === null ? `${document.dueDays} days after its date` : dayInWords(dueOn)] as const]
        : []),
      ['Placement', `${document.reference}, ${document.school}`],
      ...(credited === null ? [] : [['Takes back', `Invoice ${credited}`] as const]),
    ],
    line: {
      head: ['For', 'Days', 'Net'],
      row: [document.label, halfDaysInWords(document.halfDays), poundsText(document.netPence)],
    },
    sums: [
      ['Net', poundsText(document.netPence)],
      [
        vatBasisPoints === 0 ? 'VAT (none due)' : `VAT at ${percentText(vatBasisPoints)}`,
        poundsText(document.vatPence),
      ],
      ['Total', poundsText(document.totalPence)],
    ],
    notes: words === null ? [] : [`Reason: ${words}`],
  };
}

/** The advice that goes with payments of an invoice: what was paid, when, and what is left. */
export function printedRemittance(
  document: MoneyDocument,
  payments: readonly Payment[],
): PrintedDocument & {
  payments: { head: readonly string[]; rows: (readonly string[])[] };
} {
  const number = numberText(document) ?? '';
  const owed = document.totalPence - document.creditedPence - document.paidPence;
  return {
    ...printedDocument(document, null),
    title: `Remittance advice for invoice ${number}`,
    facts: [
      ['From', document.toName],
      ['To', document.fromName],
      ['Invoice', `${number} of ${document.issuedOn === null ? '' : dayInWords(document.issuedOn)}`],
      ['Placement', `${document.reference}, ${document.school}`],
    ],
    payments: {
      head: ['Paid on', 'Reference', 'Amount'],
      rows: payments.map(({ paidOn, reference, pence }) => [dayInWords(paidOn), reference, poundsText(pence)]),
    },
    sums: [
      ['Invoice total', poundsText(document.totalPence)],
      ...(document.creditedPence === 0 ? [] : [['Credited', poundsText(-document.creditedPence)] as const]),
      ['Paid', poundsText(document.paidPence)],
      [owed < 0 ? 'Paid too much' : 'Left to pay', poundsText(Math.abs(owed))],
    ],
    notes: [],
  };
}

/** A printed document as blocks for a Word file. */
export function wordBlocks(
  printed: PrintedDocument & { payments?: { head: readonly string[]; rows: (readonly string[])[] } },
): WordBlock[] {
  const { facts, line, sums, notes, payments } = printed;
  return [
    { kind: 'facts', rows: facts },
    { kind: 'table', head: line.head, rows: [line.row], numeric: [line.head.length - 1] },
    ...(payments === undefined ? [] : [{ kind: 'table' as const, ...payments, numeric: [payments.head.length - 1] }]),
    { kind: 'facts', rows: sums },
    ...notes.map((text) => ({ kind: 'paragraph' as const, text })),
  ];
}

/** The kinds of block that such a document is made of, as src/web/word-document.ts takes them. */
type WordBlock =
  | { kind: 'facts'; rows: readonly (readonly [string, string])[] }
  | { kind: 'table'; head: readonly string[]; rows: readonly (readonly string[])[]; numeric: readonly number[] }
  | { kind: 'paragraph'; text: string };
