import type { MoneyParty } from './agreed-terms.ts';
import type { Rounding } from './split.ts';

/** Who bills whom for what, and when: one line of an invoice flow. */
export interface BillRule {
  /** Stands in the record: "fee". */
  code: string;
  document: 'purchase order' | 'invoice';
  label: string;
  from: MoneyParty | 'payer';
  to: MoneyParty | 'payer';
  /** What makes it due to be written. */
  when: 'signature' | 'first visit' | 'month end';
  /** Days after that by which it is to be written. */
  withinDays: number;
  /** The half days it is for: all that were agreed, or those delivered and not billed yet. */
  days: 'agreed' | 'delivered';
  amount: 'price' | 'home share' | 'broker share';
  /** Days after its date by which it is to be paid; null for an order, which is not paid. */
  dueDays: number | null;
}

export interface InvoiceFlow {
  code: string;
  label: string;
  /** Whether days are billed before they are delivered. */
  billedAhead: boolean;
  source: string;
  bills: readonly BillRule[];
}

/** A file in policies/placements/: who bills whom, and how pence are rounded. */
export interface BillingPolicy {
  title: string;
  validFrom: string;
  validTo: string | null;
  source: string;
  rounding: Rounding;
  /** What happens when a budget would be spent beyond its amount. */
  overspend: 'warn' | 'refuse';
  /** VAT where it is due, in hundredths of a per cent. */
  vatBasisPoints: number;
  /** Code of the flow of a placement for which none was chosen. */
  beginsWith: string;
  flows: readonly InvoiceFlow[];
}
