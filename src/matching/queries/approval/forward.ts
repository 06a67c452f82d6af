import { sql } from 'kysely';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import { NOT_KEPT } from '../../../need/queries/round/rounds.ts';
import type { PutLine } from '../../rules/approval/pair.ts';
import type { TotalsForPartners } from '../../rules/approval/totals.ts';

/** A line with what the database knows it by. */
export interface ForwardLine {
  id: string;
  line: PutLine;
  supportedUrn: number;
  homeUrn: number | null;
  parties: readonly string[];
}

/** A plan as it was put forward. */
export interface Forward {
  id: string;
  proposalId: string;
  scenario: string | null;
  totals: TotalsForPartners;
  words: string | null;
  answerBy: string;
  by: string;
  at: string;
  lines: readonly ForwardLine[];
}

/** The plan that was put forward last in a round, as far as whoever acts may see it: a partner sees the lines that concern it. Null: none yet. */
export async function newestForward(transaction: ScopedTransaction, roundId: string): Promise<Forward | null> {
  const row = await transaction
    .selectFrom('planning_put_forward as f')
    .leftJoin('planning_proposal as p', 'p.id', 'f.proposal_id')
    .leftJoin('planning_scenario as s', 's.id', 'p.scenario_id')
    .selectAll('f')
    .select((eb) => ['s.name', sql<string | null>`author_in_approval(${eb.ref('f.made_by')})`.as('by')])
    .where('f.round_id', '=', roundId)
    .orderBy('f.made_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.id,
    proposalId: row.proposal_id,
    scenario: row.name,
    totals: row.totals as TotalsForPartners,
    words: row.words,
    answerBy: row.answer_by,
    by: row.by ?? NOT_KEPT,
    at: row.made_at.toISOString(),
    lines: await linesOfForward(transaction, { forwardId: row.id }),
  };
}

/** Lines of one plan that was put forward, or of all of a round (the newest plan last), in the order of their schools. */
export async function linesOfForward(
  transaction: ScopedTransaction,
  { forwardId, roundId }: { forwardId?: string; roundId?: string },
): Promise<ForwardLine[]> {
  const rows = await transaction
    .selectFrom('planning_line as l')
    .innerJoin('planning_put_forward as f', 'f.id', 'l.put_forward_id')
    .select(['l.id', 'l.content', 'l.supported_urn', 'l.home_urn', 'l.parties'])
    .$if(forwardId !== undefined, (query) => query.where('l.put_forward_id', '=', forwardId!))
    .$if(roundId !== undefined, (query) => query.where('l.round_id', '=', roundId!))
    .orderBy('f.made_at')
    .orderBy(sql`l.content -> 'supported' ->> 'name'`)
    .orderBy('l.need_key')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    line: row.content as PutLine,
    supportedUrn: row.supported_urn,
    homeUrn: row.home_urn,
    parties: row.parties,
  }));
}
