import { type Kysely, sql } from 'kysely';
import { readAs } from '../../../access/scoped.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { Database } from '../../../db/schema.ts';
import type { LetterScope, RoundScope } from '../../policy.ts';
import type { LetterContent } from '../../rules/round/letter.ts';
import type { LetterSent, RecordedLetter } from '../../rules/round/timeline.ts';
import { serviceOf } from '../../rules/service-of.ts';
import { NOT_KEPT } from './rounds.ts';

/** A letter as it went out, with how it left. */
export interface Letter extends RecordedLetter {
  urn: number;
  organisationId: string;
  roundId: string;
  decisionId: string;
  content: LetterContent;
}

/** A letter to the scope's school, or null when the reader has none with this id. */
export async function letterTo(
  db: Kysely<Database>,
  scope: LetterScope,
  { urn, id }: { urn: number; id: string },
): Promise<Letter | null> {
  const letters = await readAs(db, scope, (transaction) => readLetters(transaction, { urn }));
  // A person may have written letters in another service's name: a page of one service is of its own alone.
  const service = serviceOf(scope);
  return letters.find((letter) => letter.id === id && (service === null || letter.organisationId === service)) ?? null;
}

/** The letters of a round, the newest first. */
export function lettersOfRound(db: Kysely<Database>, scope: RoundScope, roundId: string): Promise<Letter[]> {
  return readAs(db, scope, (transaction) => readLetters(transaction, { roundId }));
}

/** How many people of each school would get its letter by mail, by URN. */
export function readersOf(
  db: Kysely<Database>,
  scope: RoundScope,
  urns: readonly number[],
): Promise<Map<number, number>> {
  return readAs(db, scope, async (transaction) => {
    const { rows } = await sql<{ urn: number; people: number }>`
      select urn, count_readers_of_letter(urn) as people from unnest(${[...urns]}::int[]) as urn`.execute(transaction);
    return new Map(rows.map(({ urn, people }) => [urn, people]));
  });
}

/** Letters of a school or of a round, the newest first, as far as whoever acts may read them. */
export async function readLetters(
  transaction: ScopedTransaction,
  { urn, roundId }: { urn?: number; roundId?: string },
): Promise<Letter[]> {
  const rows = await transaction
    .selectFrom('need_letter as l')
    .selectAll('l')
    .select((eb) => [
      sql<string | null>`author_in_round(${eb.ref('l.written_by')}, ${eb.ref('l.urn')})`.as('by'),
      sql<string | null>`party_in_round(${eb.ref('l.organisation_id')}, ${eb.ref('l.urn')})`.as('organisation'),
    ])
    .$if(urn !== undefined, (query) => query.where('l.urn', '=', urn!))
    .$if(roundId !== undefined, (query) => query.where('l.round_id', '=', roundId!))
    .orderBy('l.written_at', 'desc')
    .execute();
  const sent = await sentOf(
    transaction,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const content = row.content as LetterContent;
    return {
      id: row.id,
      urn: row.urn,
      organisationId: row.organisation_id,
      roundId: row.round_id,
      decisionId: row.moderation_id,
      category: row.category,
      days: row.days,
      subject: content.subject,
      content,
      by: row.by ?? NOT_KEPT,
      organisation: row.organisation ?? '',
      answerBy: row.answer_by,
      at: row.written_at.toISOString(),
      sent: sent.get(row.id) ?? [],
    };
  });
}

async function sentOf(transaction: ScopedTransaction, letters: readonly string[]): Promise<Map<string, LetterSent[]>> {
  const rows = await transaction
    .selectFrom('need_letter_sent as s')
    .select(['s.letter_id', 's.way', 's.people', 's.sent_on'])
    .select((eb) => sql<string | null>`author_in_round(${eb.ref('s.made_by')}, ${eb.ref('s.urn')})`.as('by'))
    .where('s.letter_id', '=', sql<string>`any(${[...letters]}::uuid[])`)
    .orderBy('s.made_at')
    .execute();
  const sent = new Map<string, LetterSent[]>();
  for (const { letter_id, way, people, sent_on, by } of rows) {
    const own = sent.get(letter_id) ?? [];
    own.push({ way, people, on: sent_on, by: by ?? NOT_KEPT });
    sent.set(letter_id, own);
  }
  return sent;
}
