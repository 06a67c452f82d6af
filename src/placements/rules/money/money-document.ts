import { daysBetween } from '../../../opendata/rules/london-time.ts';
import type { MoneyParty } from './agreed-terms.ts';

export type DocumentKind = 'purchase order' | 'invoice' | 'credit note';

/** An order, an invoice or a credit note as the service reads it. Pence are whole, days ISO. */
export interface MoneyDocument {
  id: string;
  placementId: string;
  /** Of the placement: "2026-014", and the supported school. */
  reference: string;
  school: string;
  kind: DocumentKind;
  bill: string;
  versionId: string;
  from: MoneyParty;
  to: MoneyParty;
  issuer: string;
  fromName: string;
  toName: string;
  label: string;
  halfDays: number;
  netPence: number;
  vatBasisPoints: number;
  vatPence: number;
  totalPence: number;
  dueDays: number | null;
  /** Of a credit note: the invoice, and why. */
  credits: string | null;
  words: string | null;
  state: 'requested' | 'approved' | 'refused' | 'withdrawn';
  number: number | null;
  issuedOn: string | null;
  dueOn: string | null;
  requestedById: string;
  /** Null to those who do not read who it was: people of schools. */
  requestedBy: string | null;
  requestedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  /** Why it was refused. */
  decidedWords: string | null;
  /** Of an invoice: taken back by approved credit notes, net and with VAT, and its half days; and paid. */
  creditedNet: number;
  creditedPence: number;
  creditedHalfDays: number;
  paidPence: number;
}

const LETTERS: Readonly<Record<DocumentKind, string>> = { 'purchase order': 'PO', invoice: 'INV', 'credit note': 'CN' };

export const DOCUMENT_WORDS: Readonly<Record<DocumentKind, string>> = {
  'purchase order': 'Purchase order',
  invoice: 'Invoice',
  'credit note': 'Credit note',
};

/** "INV-00012" of the service, "100003-INV-00012" of a school; null before it is approved. */
export function numberText({ kind, number, issuer }: Pick<MoneyDocument, 'kind' | 'number' | 'issuer'>): string | null {
  if (number === null) return null;
  return `${issuer === 'service' ? '' : `${issuer}-`}${LETTERS[kind]}-${String(number).padStart(5, '0')}`;
}

/** What of an approved invoice is still to be paid; negative where more was paid than is asked for now; nought for anything else. */
export function owedOf({ kind, state, totalPence, creditedPence, paidPence }: MoneyDocument): number {
  return kind === 'invoice' && state === 'approved' ? totalPence - creditedPence - paidPence : 0;
}

export type Standing =
  | 'waits for approval'
  | 'refused'
  | 'withdrawn'
  | 'issued'
  | 'to pay'
  | 'overdue'
  | 'paid'
  | 'credited'
  | 'to be paid back';

/** How a document stands on a day. An invoice is overdue from the day after the one on which it is due. */
export function standingOf(document: MoneyDocument, today: string): Standing {
  const { state, kind, dueOn, totalPence, creditedPence } = document;
  if (state === 'requested') return 'waits for approval';
  if (state !== 'approved') return state;
  if (kind !== 'invoice') return 'issued';
  const owed = owedOf(document);
  if (owed < 0) return 'to be paid back';
  if (owed === 0) return creditedPence === totalPence ? 'credited' : 'paid';
  return dueOn !== null && today > dueOn ? 'overdue' : 'to pay';
}

/** Days by which an invoice is late; nought when it is not. */
export function daysLate(document: MoneyDocument, today: string): number {
  return standingOf(document, today) === 'overdue' ? daysBetween(document.dueOn!, today) : 0;
}

/** Each standing as its tag says it: short, since tags do not break. */
export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  'waits for approval': 'To approve',
  refused: 'Refused',
  withdrawn: 'Taken back',
  issued: 'Issued',
  'to pay': 'To pay',
  overdue: 'Overdue',
  paid: 'Paid',
  credited: 'Credited',
  'to be paid back': 'To pay back',
};

/** The colour of a standing's tag; the words say the same. */
export const STANDING_COLOURS: Readonly<Record<Standing, string>> = {
  'waits for approval': 'yellow',
  refused: 'red',
  withdrawn: 'grey',
  issued: 'blue',
  'to pay': 'blue',
  overdue: 'red',
  paid: 'green',
  credited: 'grey',
  'to be paid back': 'orange',
};
