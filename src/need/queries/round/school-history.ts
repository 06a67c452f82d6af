import type { Kysely } from 'kysely';
import { readAs } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import { needRecord, type NeedRecordScope } from '../need-record.ts';
import { serviceOf } from '../../rules/service-of.ts';
import type { AnswerContent, AnswerDraft, RecordedAnswer } from '../../rules/round/answer.ts';
import type { SchoolHistory } from '../../rules/round/timeline.ts';
import { answersOf } from './heard.ts';
import { readLetters } from './letters.ts';
import { readAgreements } from './participation.ts';

/** Everything that happened to the scope's school, as far as the reader may see it: for the school, nothing that only a service reads. */
export async function schoolHistory(db: Kysely<Database>, scope: NeedRecordScope): Promise<SchoolHistory> {
  const { subject } = scope;
  if (subject.kind !== 'school')
    throw new Error(`A history of a school was asked for with a scope about a ${subject.kind}`);
  const { urn } = subject;
  const service = serviceOf(scope);
  const record = await needRecord(db, scope);
  return readAs(db, scope, async (transaction) => {
    const rounds = await transaction
      .selectFrom('need_moderation')
      .select(['id', 'round_id'])
      .where('urn', '=', urn)
      .execute();
    const roundOfDecision = new Map(rounds.map(({ id, round_id }) => [id, round_id]));
    // Rounds and proposals show themselves to their service alone.
    const proposals = await transaction
      .selectFrom('need_round_item as i')
      .innerJoin('need_round as r', 'r.id', 'i.round_id')
      .select(['r.id', 'r.school_year', 'r.term', 'r.opened_at', 'i.proposed', 'i.points'])
      .where('i.urn', '=', urn)
      .$if(service !== null, (query) => query.where('i.organisation_id', '=', service))
      .orderBy('r.opened_at', 'desc')
      .execute();
    return {
      proposals: proposals.map((row) => ({
        roundId: row.id,
        schoolYear: row.school_year,
        term: row.term,
        proposed: row.proposed,
        points: row.points,
        at: row.opened_at.toISOString(),
      })),
      decisions: record.decisions.map((decision) => ({
        ...decision,
        roundId: roundOfDecision.get(decision.id) ?? null,
      })),
      comments: record.comments,
      letters: (await readLetters(transaction, { urn })).filter(
        ({ organisationId }) => service === null || organisationId === service,
      ),
      answers: await answersOf(transaction, [urn]),
      agreements: (await readAgreements(transaction, { urn })).filter(
        ({ serviceId }) => service === null || serviceId === service,
      ),
    };
  });
}

/** What a person of the school finds when they answer: the draft of their organisation, and what was answered last. */
export function answerOfSchool(
  db: Kysely<Database>,
  scope: NeedRecordScope,
): Promise<{ draft: AnswerDraft | null; last: RecordedAnswer | null; letterId: string | null }> {
  const { subject } = scope;
  if (subject.kind !== 'school') throw new Error(`${scope.verb} is about a school`);
  return readAs(db, scope, async (transaction) => {
    const draft = await transaction
      .selectFrom('need_answer_draft')
      .select('content')
      .where('urn', '=', subject.urn)
      .executeTakeFirst();
    const [last] = await answersOf(transaction, [subject.urn]);
    const [letter] = await readLetters(transaction, { urn: subject.urn });
    return {
      draft: (draft?.content as (AnswerContent & AnswerDraft) | undefined) ?? null,
      last: last ?? null,
      letterId: letter?.id ?? null,
    };
  });
}
