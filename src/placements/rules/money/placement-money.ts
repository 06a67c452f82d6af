import type { Placement } from '../placement.ts';
import type { AgreedTerms } from './agreed-terms.ts';
import type { BillingPolicy, InvoiceFlow } from './billing-policy.ts';
import { type Billed, type BillStanding, billsOf } from './bills.ts';
import { deliveredUpTo, type LedgerEntry } from './half-day-ledger.ts';
import { type MoneyDocument, numberText } from './money-document.ts';
import type { MoneyView } from './who-reads.ts';

/** The money of a placement as its reader sees it. */
export interface PlacementMoney {
  /** Of every version that was signed by all, the first first. Empty before. */
  terms: readonly AgreedTerms[];
  flow: InvoiceFlow | null;
  entries: readonly LedgerEntry[];
  documents: readonly MoneyDocument[];
  /** What stands to be billed, for the service. */
  bills: readonly BillStanding[];
}

/** What the money of a placement is made from. */
export interface MoneyFacts {
  terms: readonly AgreedTerms[];
  /** Of held visits, and what was put right. */
  delivered: readonly LedgerEntry[];
  documents: readonly MoneyDocument[];
}

/** The ledger of a placement and what stands to be billed on a day, as its reader sees it. */
export function moneyOf(
  placement: Placement,
  { terms, delivered, documents }: MoneyFacts,
  view: MoneyView,
  policy: BillingPolicy,
  today: string,
): PlacementMoney {
  const newest = terms.at(-1);
  const entries = [...plannedEntries(placement, terms), ...delivered, ...invoicedEntries(documents, view, newest)];
  const flow = policy.flows.find(({ code }) => code === newest?.flow) ?? null;
  if (view.kind !== 'all' || newest === undefined || flow === null)
    return { terms, flow, entries, documents, bills: [] };
  const facts = {
    today,
    firstVisitOn: delivered.map(({ day }) => day).toSorted()[0] ?? null,
    deliveredUpTo: (day: string) => deliveredUpTo(delivered, day),
    billed: billedIn(documents),
    ended: hasEnded(placement),
  };
  return { terms, flow, entries, documents, bills: billsOf(flow, newest, facts, policy.rounding) };
}

/** Whether the work of a placement has ended, so that nothing more will be delivered. */
export function hasEnded({ state }: Pick<Placement, 'state'>): boolean {
  return ['evaluation', 'signed off', 'closed'].includes(state);
}

/** What was planned: by each signed agreement what it changed; before the first, what the placement was asked for. */
function plannedEntries({ halfDays, madeAt }: Placement, terms: readonly AgreedTerms[]): LedgerEntry[] {
  if (terms.length === 0) {
    if (halfDays === null) return [];
    const day = madeAt.toISOString().slice(0, 10);
    return [{ day, kind: 'planned', halfDays, words: 'Asked for; no agreement is signed yet', by: null }];
  }
  return terms.flatMap((version, k): LedgerEntry[] => {
    const changed = version.halfDays - (terms[k - 1]?.halfDays ?? 0);
    const words = k === 0 ? 'Agreement signed by all' : 'A later version of the agreement signed by all';
    return changed === 0 ? [] : [{ day: version.signedOn, kind: 'planned', halfDays: changed, words, by: null }];
  });
}

/** Half days that approved invoices ask whoever pays for, or the home school's own invoices; less what was credited. */
function invoicedEntries(
  documents: readonly MoneyDocument[],
  view: MoneyView,
  terms: AgreedTerms | undefined,
): LedgerEntry[] {
  const ofHome = view.kind === 'school' && view.party === 'home school';
  return documents
    .filter(({ kind, state, from, to }) => {
      if (state !== 'approved' || kind === 'purchase order') return false;
      return ofHome ? from === 'home school' : to === terms?.payer;
    })
    .map((document) => ({
      day: document.issuedOn!,
      kind: 'invoiced',
      halfDays: document.kind === 'credit note' ? -document.halfDays : document.halfDays,
      words: `${document.kind === 'credit note' ? 'Credit note' : 'Invoice'} ${numberText(document)}`,
      by: document.decidedBy,
    }));
}

/** What stands of orders and invoices, for the bills of a flow. */
function billedIn(documents: readonly MoneyDocument[]): Billed[] {
  return documents
    .filter(({ kind, state }) => kind !== 'credit note' && (state === 'requested' || state === 'approved'))
    .map(({ bill, versionId, halfDays, netPence, creditedHalfDays, creditedNet, state }) => ({
      bill,
      versionId,
      halfDays: halfDays - creditedHalfDays,
      netPence: netPence - creditedNet,
      waits: state === 'requested',
    }));
}
