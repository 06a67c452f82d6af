import { sql } from 'kysely';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import { londonIsoDay } from '../../../opendata/rules/london-time.ts';
import type { SchoolTerm } from '../../../need/rules/round/term.ts';
import { type TermLedger, termLedgers } from '../../rules/register/ledger.ts';

/** What each leader offered, promised and used in each of the terms, as far as whoever acts may see it. */
export async function ledgersOf(
  transaction: ScopedTransaction,
  leaderIds: readonly string[],
  terms: readonly SchoolTerm[],
): Promise<Map<string, TermLedger[]>> {
  const ids = [...leaderIds];
  const years = [...new Set(terms.map(({ schoolYear }) => schoolYear))];
  const offers = await transaction
    .selectFrom('leader_capacity')
    .select(['leader_id', 'school_year', 'term', 'half_days', 'said_at'])
    .distinctOn(['leader_id', 'school_year', 'term'])
    .where('leader_id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('school_year', '=', sql<number>`any(${years}::int[])`)
    .orderBy('leader_id')
    .orderBy('school_year')
    .orderBy('term')
    .orderBy('said_at', 'desc')
    .execute();
  const noted = await transaction
    .selectFrom('leader_days')
    .select((eb) => ['leader_id', 'school_year', 'term', 'kind', eb.fn.sum<string>('half_days').as('half_days')])
    .where('leader_id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('school_year', '=', sql<number>`any(${years}::int[])`)
    .groupBy(['leader_id', 'school_year', 'term', 'kind'])
    .execute();
  const offersOf = byLeader(offers);
  const notedOf = byLeader(noted);
  return new Map(
    ids.map((id) => {
      const offered = (offersOf.get(id) ?? []).map(({ school_year, term, half_days, said_at }) => ({
        schoolYear: school_year,
        term,
        halfDays: half_days,
        on: londonIsoDay(said_at),
      }));
      const days = (notedOf.get(id) ?? []).map(({ school_year, term, kind, half_days }) => ({
        schoolYear: school_year,
        term,
        kind,
        halfDays: Number(half_days),
      }));
      return [id, termLedgers(terms, offered, days)];
    }),
  );
}

function byLeader<T extends { leader_id: string }>(rows: readonly T[]): Map<string, T[]> {
  const lists = new Map<string, T[]>();
  for (const row of rows) {
    const list = lists.get(row.leader_id);
    if (list === undefined) lists.set(row.leader_id, [row]);
    else list.push(row);
  }
  return lists;
}
