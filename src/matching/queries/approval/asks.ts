import { sql } from 'kysely';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import { NOT_KEPT } from '../../../need/queries/round/rounds.ts';
import type { Ask, Declaration, InterestDecision, Says } from '../../rules/approval/declaration.ts';
import type { InterestKind } from '../../rules/sides.ts';

/** What a question said when it was asked. */
export interface AskContent {
  school: string;
  other: string;
  support: string;
  days: number;
  /** "Headteacher, X Primary School". */
  leader: string;
  round: string;
  organisation: string;
}

/** A question with what its page shows besides. */
export interface AskShown extends Ask {
  roundId: string;
  organisationId: string;
  content: AskContent;
}

/** Questions of a round, of a school, or the one with an id, as far as whoever acts may read them: each with its newest answer and decision. */
export async function asksOf(
  transaction: ScopedTransaction,
  { roundId, urn, id }: { roundId?: string; urn?: number; id?: string },
): Promise<AskShown[]> {
  const rows = await transaction
    .selectFrom('planning_ask as a')
    .selectAll('a')
    .$if(roundId !== undefined, (query) => query.where('a.round_id', '=', roundId!))
    .$if(urn !== undefined, (query) => query.where('a.urn', '=', urn!))
    .$if(id !== undefined, (query) => query.where('a.id', '=', id!))
    .orderBy(sql`a.content ->> 'school'`)
    .orderBy('a.asked_at')
    .orderBy('a.id')
    .execute();
  const ids = rows.map((row) => row.id);
  const declarations = await declarationsOn(transaction, ids);
  const decisions = await decisionsOn(transaction, ids);
  return rows.map((row): AskShown => {
    const content = row.content as AskContent;
    const declaration = declarations.get(row.id) ?? null;
    return {
      id: row.id,
      roundId: row.round_id,
      organisationId: row.organisation_id,
      needKey: row.need_key,
      leaderKey: row.leader_key,
      side: row.side,
      urn: row.urn,
      school: content.school,
      otherUrn: row.other_urn,
      other: content.other,
      support: content.support,
      content,
      askedAt: row.asked_at.toISOString(),
      answerBy: row.answer_by,
      people: row.people,
      declaration,
      decision: declaration === null ? null : (decisions.get(declaration.id) ?? null),
    };
  });
}

/** The newest answer to each question, by its id. */
async function declarationsOn(
  transaction: ScopedTransaction,
  asks: readonly string[],
): Promise<Map<string, Declaration>> {
  const rows = await transaction
    .selectFrom('planning_declaration as d')
    .selectAll('d')
    .select((eb) => sql<string | null>`author_in_approval(${eb.ref('d.recorded_by')})`.as('by'))
    .where('d.ask_id', '=', sql<string>`any(${[...asks]}::uuid[])`)
    .orderBy('d.recorded_at')
    .execute();
  return new Map(
    rows.map((row): [string, Declaration] => {
      const says: Says =
        row.says === 'interest'
          ? { says: 'interest', kind: row.kind as InterestKind, detail: row.detail ?? '' }
          : { says: 'no interest' };
      const { id, how, given_by: givenBy, given_on: on } = row;
      return [row.ask_id, { id, says, how, givenBy, on, by: row.by ?? NOT_KEPT, at: row.recorded_at.toISOString() }];
    }),
  );
}

/** The newest decision on each declaration, by its id. */
async function decisionsOn(
  transaction: ScopedTransaction,
  asks: readonly string[],
): Promise<Map<string, InterestDecision>> {
  const rows = await transaction
    .selectFrom('planning_interest_decision as d')
    .selectAll('d')
    .select((eb) => sql<string | null>`author_in_approval(${eb.ref('d.decided_by')})`.as('by'))
    .where('d.ask_id', '=', sql<string>`any(${[...asks]}::uuid[])`)
    .orderBy('d.decided_at')
    .execute();
  return new Map(
    rows.map(({ declaration_id, outcome, words, by, decided_at }) => [
      declaration_id,
      { outcome, words, by: by ?? NOT_KEPT, at: decided_at.toISOString() },
    ]),
  );
}
