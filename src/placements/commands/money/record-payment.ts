import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import type { recordPayment as permission } from '../../policy/money.ts';
import { paymentsOf } from '../../queries/money/documents.ts';
import { owedOf } from '../../rules/money/money-document.ts';
import { standingPayments } from '../../rules/money/payment.ts';
import { notePlacementEvent } from '../change-placement.ts';
import { failed, heldMoney, type OnDay, type Refused } from './in-placement.ts';

export interface Paying {
  documentId: string;
  pence: number;
  /** ISO day. */
  paidOn: string;
  reference: string;
  key: string;
}

export type Paid =
  | { ok: true }
  | Refused<'no such invoice' | 'no such payment'>
  | { ok: false; reason: 'more than is owed'; owed: number }
  | { ok: false; reason: 'before its date'; issuedOn: string };

/** Records what was paid of an approved invoice: no more than is owed, and not before the invoice was written. */
export function recordPayment(
  db: Kysely<Database>,
  scope: Scope<typeof permission.verb>,
  { documentId, pence, paidOn, reference, key }: Paying,
  on: OnDay,
): Promise<Paid> {
  return writeAs(db, scope, async (transaction): Promise<Written<Paid>> => {
    const held = await heldMoney(transaction, scope, on);
    if (!held.ok) return failed(held);
    const { placement, money, belongs, person, role } = held;
    const before = await transaction
      .selectFrom('money_payment')
      .select('id')
      .where('entry_key', '=', key)
      .executeTakeFirst();
    if (before !== undefined) return { result: { ok: true }, detail: { again: true } };
    const invoice = money.documents.find(({ id }) => id === documentId);
    if (invoice === undefined || invoice.kind !== 'invoice' || invoice.state !== 'approved')
      return failed({ ok: false, reason: 'no such invoice' });
    const owed = owedOf(invoice);
    if (pence > owed) return failed({ ok: false, reason: 'more than is owed', owed: Math.max(0, owed) });
    if (paidOn < invoice.issuedOn!)
      return failed({ ok: false, reason: 'before its date', issuedOn: invoice.issuedOn! });
    await transaction
      .insertInto('money_payment')
      .values({
        ...belongs,
        document_id: documentId,
        pence,
        paid_on: paidOn,
        reference,
        undoes: null,
        entry_key: key,
        recorded_by: person,
        recorded_in_role: role,
      })
      .execute();
    await notePlacementEvent(transaction, scope, placement, {
      deed: 'money.pay',
      detail: { pence },
      seenBy: 'service',
    });
    return { result: { ok: true }, detail: { document: documentId, pence } };
  });
}

/** Undoes a payment that was recorded wrongly, by a line that takes it back. Undone twice, it is undone once. */
export function undoPayment(
  db: Kysely<Database>,
  scope: Scope<typeof permission.verb>,
  { documentId, paymentId }: { documentId: string; paymentId: string },
  on: OnDay,
): Promise<Paid> {
  return writeAs(db, scope, async (transaction): Promise<Written<Paid>> => {
    const held = await heldMoney(transaction, scope, on);
    if (!held.ok) return failed(held);
    const { placement, belongs, person, role } = held;
    const payments = await paymentsOf(transaction, documentId);
    if (payments.some(({ undoes }) => undoes === paymentId)) return { result: { ok: true }, detail: { again: true } };
    const payment = standingPayments(payments).find(({ id }) => id === paymentId);
    if (payment === undefined) return failed({ ok: false, reason: 'no such payment' });
    await transaction
      .insertInto('money_payment')
      .values({
        ...belongs,
        document_id: documentId,
        pence: -payment.pence,
        paid_on: on.today,
        reference: payment.reference,
        undoes: paymentId,
        entry_key: randomUUID(),
        recorded_by: person,
        recorded_in_role: role,
      })
      .execute();
    const detail = { pence: -payment.pence };
    await notePlacementEvent(transaction, scope, placement, { deed: 'money.unpay', detail, seenBy: 'service' });
    return { result: { ok: true }, detail: { ...detail, document: documentId } };
  });
}
