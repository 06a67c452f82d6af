import type { Kysely } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import type { requestMoney } from '../../policy/money.ts';
import type { MoneyParty } from '../../rules/money/agreed-terms.ts';
import type { BillStanding } from '../../rules/money/bills.ts';
import { creditOf } from '../../rules/money/credit.ts';
import type { MoneyDocument } from '../../rules/money/money-document.ts';
import type { Placement } from '../../rules/placement.ts';
import { notePlacementEvent } from '../change-placement.ts';
import { failed, heldMoney, type OnDay, type Refused } from './in-placement.ts';

export interface Requesting {
  /** Code of the bill. */
  bill: string;
  /** What the page showed. */
  halfDays: number;
  netPence: number;
}

export type Requested =
  | { ok: true; documentId: string; again: boolean }
  | Refused<'nothing to bill'>
  /** What is to be billed is not what the page showed. */
  | { ok: false; reason: 'changed meanwhile'; bill: BillStanding };

/**
 * Asks for the order or invoice of a bill that stands to be written, as the page showed it; somebody else approves it. Asked for twice,
 * it is one: the one that waits.
 */
export function requestDocument(
  db: Kysely<Database>,
  scope: Scope<typeof requestMoney.verb>,
  asked: Requesting,
  on: OnDay,
): Promise<Requested> {
  return writeAs(db, scope, async (transaction): Promise<Written<Requested>> => {
    const held = await heldMoney(transaction, scope, on);
    if (!held.ok) return failed(held);
    const { placement, money, belongs, person, role } = held;
    const waiting = money.documents.find(
      ({ bill, kind, state }) => bill === asked.bill && kind !== 'credit note' && state === 'requested',
    );
    if (waiting !== undefined)
      return { result: { ok: true, documentId: waiting.id, again: true }, detail: { again: true } };
    const bill = money.bills.find(({ rule, state }) => rule.code === asked.bill && state === 'to bill');
    const terms = money.terms.at(-1);
    if (bill === undefined || terms === undefined) return failed({ ok: false, reason: 'nothing to bill' });
    if (bill.halfDays !== asked.halfDays || bill.netPence !== asked.netPence)
      return failed({ ok: false, reason: 'changed meanwhile', bill });
    const names = await namesOf(transaction, placement);
    const { id } = await transaction
      .insertInto('money_document')
      .values({
        ...belongs,
        kind: bill.rule.document,
        bill: bill.rule.code,
        agreement_version_id: terms.versionId,
        from_party: bill.from,
        to_party: bill.to,
        issuer: issuerOf(bill.from, placement),
        from_name: names[bill.from],
        to_name: names[bill.to],
        label: bill.rule.label,
        half_days: bill.halfDays,
        net_pence: bill.netPence,
        vat_basis_points: terms.vatBasisPoints,
        vat_pence: bill.vatPence,
        total_pence: bill.netPence + bill.vatPence,
        due_days: bill.rule.dueDays,
        credits: null,
        words: null,
        requested_by: person,
        requested_in_role: role,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const detail = { document: bill.rule.document, bill: bill.rule.code, pence: bill.netPence + bill.vatPence };
    await notePlacementEvent(transaction, scope, placement, { deed: 'money.request', detail, seenBy: 'service' });
    return { result: { ok: true, documentId: id, again: false }, detail: { ...detail, id } };
  });
}

export type CreditRequested =
  | { ok: true; documentId: string; again: boolean }
  | Refused<'no such invoice' | 'too many'>;

/** Asks for a credit note that takes back so many half days of an approved invoice. Asked for twice, it is one: the one that waits. */
export function requestCredit(
  db: Kysely<Database>,
  scope: Scope<typeof requestMoney.verb>,
  { documentId, halfDays, words }: { documentId: string; halfDays: number; words: string },
  on: OnDay,
): Promise<CreditRequested> {
  return writeAs(db, scope, async (transaction): Promise<Written<CreditRequested>> => {
    const held = await heldMoney(transaction, scope, on);
    if (!held.ok) return failed(held);
    const { placement, money, belongs, person, role } = held;
    const invoice = money.documents.find(({ id }) => id === documentId);
    if (invoice === undefined || invoice.kind !== 'invoice' || invoice.state !== 'approved')
      return failed({ ok: false, reason: 'no such invoice' });
    const waiting = money.documents.find(({ credits, state }) => credits === documentId && state === 'requested');
    if (waiting !== undefined)
      return { result: { ok: true, documentId: waiting.id, again: true }, detail: { again: true } };
    if (halfDays > invoice.halfDays - invoice.creditedHalfDays) return failed({ ok: false, reason: 'too many' });
    const { netPence, vatPence } = creditOf(invoice, halfDays, on.policy.rounding);
    const { id } = await transaction
      .insertInto('money_document')
      .values({
        ...belongs,
        ...likeInvoice(invoice),
        half_days: halfDays,
        net_pence: netPence,
        vat_pence: vatPence,
        total_pence: netPence + vatPence,
        words,
        requested_by: person,
        requested_in_role: role,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const detail = { document: 'credit note', bill: invoice.bill, pence: netPence + vatPence };
    await notePlacementEvent(transaction, scope, placement, { deed: 'money.request', detail, seenBy: 'service' });
    return { result: { ok: true, documentId: id, again: false }, detail: { ...detail, id } };
  });
}

/** What a credit note has from the invoice that it takes back. */
function likeInvoice(invoice: MoneyDocument) {
  return {
    kind: 'credit note' as const,
    bill: invoice.bill,
    agreement_version_id: invoice.versionId,
    from_party: invoice.from,
    to_party: invoice.to,
    issuer: invoice.issuer,
    from_name: invoice.fromName,
    to_name: invoice.toName,
    label: invoice.label,
    vat_basis_points: invoice.vatBasisPoints,
    due_days: null,
    credits: invoice.id,
  };
}

/** In whose numbers a document counts: those of the service, or of a school by its own number. */
function issuerOf(from: MoneyParty, { home, supported }: Placement): string {
  if (from === 'home school') return String(home!.urn);
  return from === 'service' ? 'service' : String(supported.urn);
}

/** The names of all parties, as they are on the day: a document keeps them. */
async function namesOf(transaction: ScopedTransaction, placement: Placement): Promise<Record<MoneyParty, string>> {
  const { name: service } = await transaction
    .selectFrom('organisation')
    .select('name')
    .where('id', '=', placement.organisationId)
    .executeTakeFirstOrThrow();
  const trust = await transaction
    .selectFrom('group_member')
    .select('group_name')
    .where('urn', '=', placement.supported.urn)
    .where('group_type', 'ilike', '%trust%')
    .executeTakeFirst();
  return {
    service,
    'supported school': placement.supported.name,
    'home school': placement.home!.name,
    trust: trust?.group_name ?? `The trust of ${placement.supported.name}`,
  };
}
