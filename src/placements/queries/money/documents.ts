import { sql } from 'kysely';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { MoneyDocument } from '../../rules/money/money-document.ts';
import type { Payment } from '../../rules/money/payment.ts';
import { type MoneyAbout, isAbout } from './agreed-terms.ts';

interface Narrowed {
  /** Those alone that wait for approval, and invoices of which something is owed. */
  open?: boolean;
  /** Those alone of placements that are given to this person. */
  assignedTo?: string | null;
}

/** Orders, invoices and credit notes that this person may read, the newest first; with how far invoices are credited and paid. */
export async function documentsOf(
  transaction: ScopedTransaction,
  about: MoneyAbout,
  { open = false, assignedTo = null }: Narrowed = {},
): Promise<MoneyDocument[]> {
  const rows = await documentRows(transaction)
    .where(isAbout('d', about))
    .$if(open, (query) =>
      query.where(sql<boolean>`(d.state = 'requested' or (d.state = 'approved' and d.kind = 'invoice' and d.total_pence
        > (select coalesce(sum(c.total_pence), 0) from money_document c where c.credits = d.id and c.state = 'approved')
        + (select coalesce(sum(y.pence), 0) from money_payment y where y.document_id = d.id)))`),
    )
    .$if(assignedTo !== null, (query) => query.where('p.assigned_to', '=', assignedTo))
    .orderBy('d.requested_at', 'desc')
    .execute();
  return rows.map(presented);
}

/** What approved credit notes took back of the invoice in hand. */
function credited(column: 'net_pence' | 'total_pence' | 'half_days') {
  return sql<number>`(select coalesce(sum(${sql.ref(`c.${column}`)}), 0) from money_document c where c.credits = d.id and c.state = 'approved')`;
}

function documentRows(transaction: ScopedTransaction) {
  return transaction
    .selectFrom('money_document as d')
    .innerJoin('placement as p', 'p.id', 'd.placement_id')
    .leftJoin('school as s', 's.urn', 'p.supported_urn')
    .selectAll('d')
    .select([
      'p.reference',
      'p.supported_urn',
      's.name as school_name',
      sql<string | null>`name_in_service(d.requested_by)`.as('requester'),
      sql<string | null>`name_in_service(d.decided_by)`.as('decider'),
      credited('net_pence').as('credited_net'),
      credited('total_pence').as('credited_total'),
      credited('half_days').as('credited_half_days'),
      sql<number>`(select coalesce(sum(y.pence), 0) from money_payment y where y.document_id = d.id)`.as('paid'),
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof documentRows>['execute']>>[number];

function presented(row: Row): MoneyDocument {
  return {
    id: row.id,
    placementId: row.placement_id,
    reference: row.reference,
    school: row.school_name ?? `School ${row.supported_urn}`,
    kind: row.kind,
    bill: row.bill,
    versionId: row.agreement_version_id,
    from: row.from_party,
    to: row.to_party,
    issuer: row.issuer,
    fromName: row.from_name,
    toName: row.to_name,
    label: row.label,
    halfDays: row.half_days,
    netPence: row.net_pence,
    vatBasisPoints: row.vat_basis_points,
    vatPence: row.vat_pence,
    totalPence: row.total_pence,
    dueDays: row.due_days,
    credits: row.credits,
    words: row.words,
    state: row.state,
    number: row.number,
    issuedOn: row.issued_on,
    dueOn: row.due_on,
    requestedById: row.requested_by,
    requestedBy: row.requester,
    requestedAt: row.requested_at,
    decidedBy: row.decider,
    decidedAt: row.decided_at,
    decidedWords: row.decided_words,
    creditedNet: row.credited_net,
    creditedPence: row.credited_total,
    creditedHalfDays: row.credited_half_days,
    paidPence: row.paid,
  };
}

/** The payments of an invoice, the first first. */
export async function paymentsOf(transaction: ScopedTransaction, documentId: string): Promise<Payment[]> {
  const rows = await transaction
    .selectFrom('money_payment as y')
    .selectAll('y')
    .select(sql<string | null>`name_in_service(y.recorded_by)`.as('recorder'))
    .where('y.document_id', '=', documentId)
    .orderBy('y.recorded_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    pence: row.pence,
    paidOn: row.paid_on,
    reference: row.reference,
    undoes: row.undoes,
    recordedBy: row.recorder,
    recordedAt: row.recorded_at,
  }));
}
