import { sql } from 'kysely';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import { NOT_KEPT } from '../../../need/queries/round/rounds.ts';
import type { ApprovedPair } from '../../rules/approval/approved-table.ts';
import type { PutPair } from '../../rules/approval/pair.ts';
import type { StandingPair } from '../../rules/round/round.ts';
import { type ApprovedLine, type Change, standingOf } from '../../rules/approval/standing.ts';

/** A line of the list of approved pairs. */
export interface ListedLine extends ApprovedLine, ApprovedPair {
  id: string;
}

/** A change with who wrote it down. */
export interface RecordedChange extends Change {
  id: string;
  by: string;
}

/** Every line of a round's list, the oldest first: the record of what was approved. */
async function approvedLines(transaction: ScopedTransaction, roundId: string): Promise<ListedLine[]> {
  const rows = await transaction
    .selectFrom('planning_approved_pair as p')
    .selectAll('p')
    .select((eb) => sql<string | null>`author_in_approval(${eb.ref('p.approved_by')})`.as('by'))
    .where('p.round_id', '=', roundId)
    .orderBy('p.approved_at')
    .orderBy(sql`p.content -> 'supported' ->> 'name'`)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    needKey: row.need_key,
    leaderKey: row.leader_key,
    days: row.days,
    pair: row.content as PutPair,
    differs: row.differs,
    by: row.by ?? NOT_KEPT,
    at: row.approved_at.toISOString(),
  }));
}

/** What changed after approval, the oldest first. */
export async function changesOf(transaction: ScopedTransaction, roundId: string): Promise<RecordedChange[]> {
  const rows = await transaction
    .selectFrom('planning_change as c')
    .selectAll('c')
    .select((eb) => sql<string | null>`author_in_approval(${eb.ref('c.recorded_by')})`.as('by'))
    .where('c.round_id', '=', roundId)
    .orderBy('c.recorded_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    leaderKey: row.leader_key,
    urn: row.urn,
    needKey: row.need_key,
    on: row.happened_on,
    reason: row.reason,
    at: row.recorded_at.toISOString(),
    by: row.by ?? NOT_KEPT,
  }));
}

/** The pairs of a round that were approved and stand, by their keys, with their days. */
export async function standingPairs(transaction: ScopedTransaction, roundId: string): Promise<StandingPair[]> {
  const { standing } = await standingList(transaction, roundId);
  return standing.map(({ needKey, leaderKey, days }) => ({ needKey, leaderKey, days }));
}

/** The list, what changed, and what stands of the list. */
export async function standingList(transaction: ScopedTransaction, roundId: string) {
  const lines = await approvedLines(transaction, roundId);
  const changes = await changesOf(transaction, roundId);
  return { lines, changes, standing: standingOf(lines, changes) };
}
