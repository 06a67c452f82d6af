import { sql } from 'kysely';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Heard, RoundDecision } from '../../rules/round/agenda.ts';
import type { AnswerContent, RecordedAnswer } from '../../rules/round/answer.ts';
import type { RecordedComment } from '../../rules/need-record.ts';
import { NOT_KEPT } from './rounds.ts';

interface OfRound {
  id: string;
  organisationId: string;
  openedAt: string;
}

/** What people decided and said about the schools of a round, by URN; what was said before the last earlier decision is left out. */
export async function heardOf(
  transaction: ScopedTransaction,
  round: OfRound,
  urns: readonly number[],
): Promise<Map<number, Heard>> {
  const [decisions, comments, answers] = [
    await decisionsOn(transaction, round, urns),
    await commentsOn(transaction, round, urns),
    await answersOf(transaction, urns),
  ];
  return new Map(
    urns.map((urn): [number, Heard] => {
      const own = decisions.filter((decision) => decision.urn === urn);
      const earlier = own.find(({ at, roundId }) => roundId !== round.id && at < round.openedAt) ?? null;
      const since = earlier?.at ?? '';
      return [
        urn,
        {
          earlier,
          decision: own.find(({ roundId }) => roundId === round.id) ?? null,
          comments: comments.filter((comment) => comment.urn === urn && comment.at > since),
          answer: answers.find((answer) => answer.urn === urn && answer.at > since) ?? null,
        },
      ];
    }),
  );
}

type OfSchool<T> = T & { urn: number };

async function decisionsOn(
  transaction: ScopedTransaction,
  { organisationId }: OfRound,
  urns: readonly number[],
): Promise<OfSchool<RoundDecision & { roundId: string | null; asAt: string }>[]> {
  const rows = await transaction
    .selectFrom('need_moderation as m')
    .leftJoin('need_moderation_reason as r', 'r.moderation_id', 'm.id')
    .selectAll('m')
    .select((eb) => [
      'r.reason',
      sql<string | null>`author_on_need(${eb.ref('m.decided_by')}, ${eb.ref('m.urn')})`.as('by'),
    ])
    .where('m.organisation_id', '=', organisationId)
    .where('m.urn', '=', sql<number>`any(${[...urns]}::int[])`)
    .orderBy('m.decided_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    urn: row.urn,
    computed: row.computed_category,
    category: row.category,
    role: row.decided_in_role,
    at: row.decided_at.toISOString(),
    by: row.by ?? NOT_KEPT,
    reason: row.reason,
    roundId: row.round_id,
    asAt: row.as_at,
  }));
}

async function commentsOn(
  transaction: ScopedTransaction,
  { organisationId }: OfRound,
  urns: readonly number[],
): Promise<OfSchool<RecordedComment>[]> {
  const rows = await transaction
    .selectFrom('need_comment as c')
    .selectAll('c')
    .select((eb) => [
      sql<string | null>`author_on_need(${eb.ref('c.said_by')}, ${eb.ref('c.urn')})`.as('by'),
      sql<string | null>`party_on_need(${eb.ref('c.organisation_id')}, ${eb.ref('c.urn')})`.as('organisation'),
    ])
    .where('c.urn', '=', sql<number>`any(${[...urns]}::int[])`)
    .where((eb) => eb.or([eb('c.organisation_id', '=', organisationId), eb('c.from_school', '=', true)]))
    .orderBy('c.said_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    urn: row.urn,
    by: row.by ?? NOT_KEPT,
    role: row.said_in_role,
    organisation: row.organisation ?? '',
    fromSchool: row.from_school,
    body: row.body,
    at: row.said_at.toISOString(),
    asAt: row.as_at,
  }));
}

/** What schools answered, the newest first, as far as whoever acts may read it. */
export async function answersOf(transaction: ScopedTransaction, urns: readonly number[]): Promise<RecordedAnswer[]> {
  const rows = await transaction
    .selectFrom('need_answer as a')
    .selectAll('a')
    .select((eb) => sql<string | null>`author_in_round(${eb.ref('a.said_by')}, ${eb.ref('a.urn')})`.as('by'))
    .where('a.urn', '=', sql<number>`any(${[...urns]}::int[])`)
    .orderBy('a.said_at', 'desc')
    .execute();
  return rows.map((row) => ({
    ...(row.content as AnswerContent),
    id: row.id,
    urn: row.urn,
    stance: row.stance,
    by: row.by ?? NOT_KEPT,
    role: row.said_in_role,
    at: row.said_at.toISOString(),
    letterId: row.letter_id,
  }));
}
