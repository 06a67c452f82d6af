import { sql } from 'kysely';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { SchoolTerm, Term } from '../../../need/rules/round/term.ts';
import type { PartnerState } from '../../rules/approval/moves.ts';

/** A round of another service to which the acting one was invited: what a partner may know of it. */
export interface PooledRound extends SchoolTerm {
  id: string;
  organisationId: string;
  /** Who runs it. */
  organisation: string;
  title: string;
  from: string;
  to: string;
  asAt: string;
  state: PartnerState;
}

/** Rounds of others that the acting service was invited to, the newest first. */
export async function pooledRounds(transaction: ScopedTransaction): Promise<PooledRound[]> {
  const { rows } = await sql<{
    round_id: string;
    organisation_id: string;
    organisation: string;
    title: string;
    school_year: number;
    term: Term;
    term_from: string;
    term_to: string;
    as_at: string;
    state: PartnerState;
  }>`select * from rounds_of_partner()`.execute(transaction);
  return rows.map((row) => ({
    id: row.round_id,
    organisationId: row.organisation_id,
    organisation: row.organisation,
    title: row.title,
    schoolYear: row.school_year,
    term: row.term,
    from: row.term_from,
    to: row.term_to,
    asAt: row.as_at,
    state: row.state,
  }));
}

/** Who takes part in a round, by name: for those who do. */
export async function partiesOf(transaction: ScopedTransaction, roundId: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from parties_of_planning(${roundId}) where state in ('runs', 'joined')`.execute(transaction);
  return rows.map(({ name }) => name);
}
