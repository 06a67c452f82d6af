import { type Query, queryString } from './query-string.ts';

/** Addresses of the money of placements and of their services; part of `paths`. */
export const moneyPaths = {
  /** A part of the money of a placement: where half days are put right, a bill is asked for. */
  placementMoney: (placement: string, part: 'adjust' | 'request' | 'budget' | 'flow', query: Query = {}) =>
    `/placements/${placement}/money/${part}${queryString(query)}`,
  /** An order, invoice or credit note; with a part, what is done with it, or its Word file. */
  moneyDocument: (placement: string, document: string, part?: DocumentPart, query: Query = {}) =>
    `/placements/${placement}/money/documents/${document}${part === undefined ? '' : `/${part}`}${queryString(query)}`,
  undoPayment: (placement: string, document: string, payment: string) =>
    `/placements/${placement}/money/documents/${document}/payments/${payment}/undo`,
  /** All orders and invoices of a service, and what is to be billed. */
  serviceMoney: (organisation: string, query: Query = {}) =>
    `/organisations/${organisation}/money${queryString(query)}`,
  serviceMoneyCsv: (organisation: string) => `/organisations/${organisation}/money.csv`,
  budgets: (organisation: string, query: Query = {}) => `/organisations/${organisation}/budgets${queryString(query)}`,
  budgetsPart: (organisation: string, part: 'new' | 'move', query: Query = {}) =>
    `/organisations/${organisation}/budgets/${part}${queryString(query)}`,
  budgetsFile: (organisation: string, ending: 'csv' | 'xlsx') => `/organisations/${organisation}/budgets.${ending}`,
  serviceRates: (organisation: string, query: Query = {}) =>
    `/organisations/${organisation}/rates${queryString(query)}`,
} as const;

type DocumentPart =
  | 'word'
  | 'remittance'
  | 'remittance-word'
  | 'approve'
  | 'refuse'
  | 'withdraw'
  | 'credit'
  | 'payments';
