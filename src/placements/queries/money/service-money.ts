import type { Kysely } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { readAs } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import type { BillingPolicy } from '../../rules/money/billing-policy.ts';
import type { BillStanding } from '../../rules/money/bills.ts';
import type { MoneyDocument } from '../../rules/money/money-document.ts';
import { moneyOf } from '../../rules/money/placement-money.ts';
import type { Placement } from '../../rules/placement.ts';
import { placementRows, presented } from '../placement.ts';
import { signedTerms } from './agreed-terms.ts';
import { documentsOf } from './documents.ts';
import { deliveredOfService } from './placement-money.ts';

/** A bill that is due to be written, with its placement. */
export interface DueBill {
  placement: Pick<Placement, 'id' | 'reference' | 'supported'>;
  bill: BillStanding;
}

/** Every document of the acting service, the newest first. */
export function documentsOfService(
  db: Kysely<Database>,
  scope: Scope,
  organisationId: string,
): Promise<MoneyDocument[]> {
  return readAs(db, scope, (transaction) => documentsOf(transaction, { organisationId }));
}

/** Everything that is due to be billed in the placements of the acting service, the most pressing first. */
export function billsOfService(
  db: Kysely<Database>,
  scope: Scope,
  organisationId: string,
  policy: BillingPolicy,
  today: string,
): Promise<DueBill[]> {
  return readAs(db, scope, (transaction) =>
    readDueBills(transaction, { organisationId, assignedTo: null }, policy, today),
  );
}

/** The same in a transaction that is under way already; with `assignedTo` of the placements that are given to that person. */
export async function readDueBills(
  transaction: ScopedTransaction,
  { organisationId, assignedTo }: { organisationId: string; assignedTo: string | null },
  policy: BillingPolicy,
  today: string,
): Promise<DueBill[]> {
  const rows = await placementRows(transaction)
    .where('p.organisation_id', '=', organisationId)
    .where('p.state', 'in', ['under way', 'evaluation', 'signed off'])
    .$if(assignedTo !== null, (query) => query.where('p.assigned_to', '=', assignedTo))
    .execute();
  const terms = await signedTerms(transaction, { organisationId }, policy);
  const delivered = await deliveredOfService(transaction, organisationId);
  const documents = byPlacement(await documentsOf(transaction, { organisationId }));
  const due: DueBill[] = [];
  for (const placement of rows.map(presented)) {
    const facts = {
      terms: terms.get(placement.id) ?? [],
      delivered: delivered.get(placement.id) ?? [],
      documents: documents.get(placement.id) ?? [],
    };
    const { bills } = moneyOf(placement, facts, { kind: 'all' }, policy, today);
    for (const bill of bills) if (bill.state === 'to bill') due.push({ placement, bill });
  }
  return due.toSorted((a, b) => (a.bill.by ?? '').localeCompare(b.bill.by ?? ''));
}

function byPlacement(documents: readonly MoneyDocument[]): Map<string, MoneyDocument[]> {
  const found = new Map<string, MoneyDocument[]>();
  for (const document of documents)
    found.set(document.placementId, [...(found.get(document.placementId) ?? []), document]);
  return found;
}
