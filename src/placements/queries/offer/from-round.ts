import { type Kysely, sql } from 'kysely';
import { readAs } from '../../../access/scoped.ts';
import type { Scope } from '../../../access/scope.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import { type ListedLine, standingList } from '../../../matching/queries/approval/approved.ts';
import { readPlanningRounds } from '../../../matching/queries/round/rounds.ts';
import { CHANGE_WORDS, ends } from '../../../matching/rules/approval/standing.ts';
import type { PlanningRound } from '../../../matching/rules/round/round.ts';
import type { beginFromRound } from '../../policy/offer.ts';

/** An approved pair that stands, with the placement that it was begun as. */
export interface PairToBegin {
  id: string;
  school: string;
  leader: string;
  support: string;
  /** Of help in the term. */
  days: number;
  placement: { id: string; reference: string } | null;
}

/** The approved pairs of a round that stand, and which of them are begun; null when the organisation has no such round. */
export function pairsToBegin(
  db: Kysely<Database>,
  scope: Scope<typeof beginFromRound.verb>,
  organisationId: string,
  roundId: string,
): Promise<{ round: PlanningRound; pairs: PairToBegin[] } | null> {
  return readAs(db, scope, async (transaction) => {
    const [round] = await readPlanningRounds(transaction, organisationId, roundId);
    if (round === undefined) return null;
    const { standing } = await standingList(transaction, roundId);
    const begun = await begunOf(
      transaction,
      standing.map(({ id }) => id),
    );
    const pairs = standing.map(({ id, pair, days }) => ({
      id,
      school: pair.supported.name,
      leader: pair.leader,
      support: pair.support,
      days,
      placement: begun.get(id) ?? null,
    }));
    return { round, pairs };
  });
}

/** The placements that pairs were begun as, by the pair. */
export async function begunOf(
  transaction: ScopedTransaction,
  pairs: readonly string[],
): Promise<Map<string, { id: string; reference: string }>> {
  const rows = await transaction
    .selectFrom('placement')
    .select(['id', 'reference', 'approved_pair_id'])
    .where('approved_pair_id', '=', sql<string>`any(${[...pairs]}::uuid[])`)
    .where('state', 'not in', ['declined', 'withdrawn'])
    .execute();
  return new Map(rows.map(({ id, reference, approved_pair_id }) => [approved_pair_id!, { id, reference }]));
}

/** Why the pair that a placement was begun from no longer stands in its round; null while it stands, and where it came from none. */
export async function roundTookBack(
  transaction: ScopedTransaction,
  approvedPairId: string | null,
): Promise<string | null> {
  if (approvedPairId === null) return null;
  const row = await transaction
    .selectFrom('planning_approved_pair')
    .select('round_id')
    .where('id', '=', approvedPairId)
    .executeTakeFirst();
  // Read by the service in a role that plans, and by nobody else.
  if (row === undefined) return null;
  const { lines, changes, standing } = await standingList(transaction, row.round_id);
  if (standing.some(({ id }) => id === approvedPairId)) return null;
  const line = lines.find(({ id }) => id === approvedPairId);
  const change = line === undefined ? undefined : changes.find((one) => endsLine(one, line));
  return change === undefined
    ? 'The round it came from has approved otherwise since: the pair no longer stands there.'
    : `The round it came from ended the pair. ${CHANGE_WORDS[change.kind]}: ${change.reason}`;
}

function endsLine(change: Parameters<typeof ends>[0] & { at: string }, { at, leaderKey, pair }: ListedLine): boolean {
  if (leaderKey === null || change.at <= at) return false;
  return ends(change, { leaderKey, supportedUrn: pair.supported.urn, homeUrn: pair.home.urn });
}
