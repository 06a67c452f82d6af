import { sql } from 'kysely';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import { NOT_KEPT } from '../../../need/queries/round/rounds.ts';
import type { PutLine } from '../../rules/approval/pair.ts';
import type { TotalsForPartners } from '../../rules/approval/totals.ts';

/** A plan as a reader was given it. */
export interface SharedPlan {
  /** The round, its scenario and the service, in words. */
  round: string;
  scenario: string;
  organisation: string;
  totals: TotalsForPartners;
  /** For a reader of a partner only what concerns the partner. */
  lines: readonly PutLine[];
  isWhole: boolean;
}

export interface ShareComment {
  words: string;
  by: string;
  role: string;
  at: string;
}

/** What somebody was given to read. */
export interface Share {
  id: string;
  roundId: string;
  proposalId: string;
  reader: string;
  words: string | null;
  by: string;
  at: string;
  endedAt: string | null;
  /** Null once it is no longer kept. */
  plan: SharedPlan | null;
  /** Oldest first; a reader sees their own. */
  comments: readonly ShareComment[];
}

/** What was shared in a round, with one reader, or under an id; the newest first, as far as whoever acts may see it. */
export async function sharesOf(
  transaction: ScopedTransaction,
  { roundId, readerId, id }: { roundId?: string; readerId?: string; id?: string },
): Promise<Share[]> {
  const rows = await transaction
    .selectFrom('planning_share as s')
    .selectAll('s')
    .select((eb) => [
      sql<string | null>`author_in_approval(${eb.ref('s.shared_by')})`.as('by'),
      sql<string | null>`author_in_approval(${eb.ref('s.reader_id')})`.as('reader'),
    ])
    .$if(roundId !== undefined, (query) => query.where('s.round_id', '=', roundId!))
    .$if(readerId !== undefined, (query) => query.where('s.reader_id', '=', readerId!).where('s.ended_at', 'is', null))
    .$if(id !== undefined, (query) => query.where('s.id', '=', id!))
    .orderBy('s.shared_at', 'desc')
    .execute();
  const comments = await commentsOn(
    transaction,
    rows.map((row) => row.id),
  );
  return rows.map((row) => {
    const content = row.content as SharedPlan | Record<string, never>;
    return {
      id: row.id,
      roundId: row.round_id,
      proposalId: row.proposal_id,
      reader: row.reader ?? NOT_KEPT,
      words: row.words,
      by: row.by ?? NOT_KEPT,
      at: row.shared_at.toISOString(),
      endedAt: row.ended_at?.toISOString() ?? null,
      plan: 'lines' in content ? (content as SharedPlan) : null,
      comments: comments.get(row.id) ?? [],
    };
  });
}

async function commentsOn(
  transaction: ScopedTransaction,
  shares: readonly string[],
): Promise<Map<string, ShareComment[]>> {
  const rows = await transaction
    .selectFrom('planning_share_comment as c')
    .innerJoin('planning_share as s', 's.id', 'c.share_id')
    .select(['c.share_id', 'c.words', 'c.said_in_role', 'c.said_at'])
    .select((eb) => sql<string | null>`author_in_approval(${eb.ref('c.said_by')})`.as('by'))
    .where('c.share_id', '=', sql<string>`any(${[...shares]}::uuid[])`)
    .orderBy('c.said_at')
    .execute();
  const found = new Map<string, ShareComment[]>();
  for (const { share_id, words, by, said_in_role, said_at } of rows) {
    const own = found.get(share_id) ?? [];
    own.push({ words, by: by ?? NOT_KEPT, role: said_in_role, at: said_at.toISOString() });
    found.set(share_id, own);
  }
  return found;
}

/** People who can be given a plan of the round: those who judge need in its service and in partners that take part. */
export async function readersFor(transaction: ScopedTransaction, roundId: string) {
  const { rows } = await sql<{
    person_id: string;
    name: string;
    email: string | null;
    organisation_id: string;
    organisation: string;
  }>`select * from readers_for_planning(${roundId}) order by organisation, name`.execute(transaction);
  return rows.map((row) => ({
    id: row.person_id,
    name: row.name,
    email: row.email,
    organisationId: row.organisation_id,
    organisation: row.organisation,
  }));
}
