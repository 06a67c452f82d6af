import { type Kysely, sql } from 'kysely';
import { readAs } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import { dayInWords } from '../../../opendata/rules/london-time.ts';
import type { PlacementScope } from '../../policy.ts';
import type { BillingPolicy } from '../../rules/money/billing-policy.ts';
import type { LedgerEntry } from '../../rules/money/half-day-ledger.ts';
import { moneyOf, type PlacementMoney } from '../../rules/money/placement-money.ts';
import type { MoneyView } from '../../rules/money/who-reads.ts';
import type { Placement } from '../../rules/placement.ts';
import { readPlacementRow } from '../placement.ts';
import { signedTerms } from './agreed-terms.ts';
import { documentsOf } from './documents.ts';

/** The money of the placement that the scope is about, on a day. */
export function placementMoney(
  db: Kysely<Database>,
  scope: PlacementScope,
  placement: Placement,
  view: MoneyView,
  policy: BillingPolicy,
  today: string,
): Promise<PlacementMoney> {
  return readAs(db, scope, (transaction) => readMoney(transaction, placement, view, policy, today));
}

/** The same in a transaction that is under way already. */
export async function readMoney(
  transaction: ScopedTransaction,
  placement: Placement,
  view: MoneyView,
  policy: BillingPolicy,
  today: string,
): Promise<PlacementMoney> {
  const { id: placementId } = placement;
  const terms = (await signedTerms(transaction, { placementId }, policy)).get(placementId) ?? [];
  const documents = view.kind === 'days' ? [] : await documentsOf(transaction, { placementId });
  const delivered = await deliveredIn(transaction, placementId);
  return moneyOf(placement, { terms, documents, delivered }, view, policy, today);
}

/** What was delivered in one placement: held visits, and what people of the service put right. */
async function deliveredIn(transaction: ScopedTransaction, placementId: string): Promise<LedgerEntry[]> {
  const { rows: visits } = await sql<{ on_day: string; half_days: number }>`
    select * from delivered_half_days(${placementId}::uuid)`.execute(transaction);
  const adjustments = await adjustmentRows(transaction).where('a.placement_id', '=', placementId).execute();
  return [...visits.map(({ on_day, half_days }) => visitEntry(on_day, half_days)), ...adjustments.map(adjustmentEntry)];
}

/** The same for every placement of the acting service, by placement. With `deliveredIn` the only place that knows where it is stored. */
export async function deliveredOfService(
  transaction: ScopedTransaction,
  organisationId: string,
): Promise<Map<string, LedgerEntry[]>> {
  const visits = await transaction
    .selectFrom('placement_visit as v')
    .select(['v.placement_id', 'v.starts_on', 'v.half_days'])
    .where('v.organisation_id', '=', organisationId)
    .where('v.state', '=', 'held')
    .execute();
  const adjustments = await adjustmentRows(transaction).where('a.organisation_id', '=', organisationId).execute();
  const entries = new Map<string, LedgerEntry[]>();
  const add = (placementId: string, entry: LedgerEntry) =>
    entries.set(placementId, [...(entries.get(placementId) ?? []), entry]);
  for (const { placement_id, starts_on, half_days } of visits) add(placement_id, visitEntry(starts_on, half_days));
  for (const row of adjustments) add(row.placement_id, adjustmentEntry(row));
  return entries;
}

function adjustmentRows(transaction: ScopedTransaction) {
  return transaction
    .selectFrom('half_day_adjustment as a')
    .select(['a.placement_id', 'a.on_day', 'a.half_days', 'a.words'])
    .select(sql<string | null>`name_in_service(a.made_by)`.as('by_name'))
    .orderBy('a.made_at');
}

function visitEntry(day: string, halfDays: number): LedgerEntry {
  return { day, kind: 'delivered', halfDays, words: `Visit of ${dayInWords(day)}`, by: null };
}

function adjustmentEntry(row: {
  on_day: string;
  half_days: number;
  words: string;
  by_name: string | null;
}): LedgerEntry {
  const words = `Put right: ${row.words}`;
  return { day: row.on_day, kind: 'delivered', halfDays: row.half_days, words, by: row.by_name };
}

/** The placement with its money, held so that nobody else bills it at the same time; null when this person reads none. */
export async function holdMoney(
  transaction: ScopedTransaction,
  placementId: string,
  policy: BillingPolicy,
  today: string,
): Promise<{ placement: Placement; money: PlacementMoney } | null> {
  await transaction.selectFrom('placement').select('id').where('id', '=', placementId).forUpdate().execute();
  const placement = await readPlacementRow(transaction, placementId);
  if (placement === null) return null;
  return { placement, money: await readMoney(transaction, placement, { kind: 'all' }, policy, today) };
}
