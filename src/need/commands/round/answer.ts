import { type Kysely, sql } from 'kysely';
import { actorOf, alone } from '../../../access/on-school.ts';
import type { Scope } from '../../../access/scope.ts';
import { writeAs } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import type { answerNeed } from '../../policy.ts';
import { answersOf } from '../../queries/round/heard.ts';
import { readLetters } from '../../queries/round/letters.ts';
import { type AnswerDraft, saidOf, type Stance } from '../../rules/round/answer.ts';

/** Keeps what the school has written so far. Only its own people read it, and it takes the place of what was kept before. */
export function saveAnswer(
  db: Kysely<Database>,
  scope: Scope<typeof answerNeed.verb>,
  draft: AnswerDraft,
): Promise<void> {
  const { urn, organisation, person } = actorOf(scope);
  return writeAs(db, scope, async (transaction) => {
    const content = JSON.stringify(draft);
    await transaction
      .insertInto('need_answer_draft')
      .values({ urn, organisation_id: organisation.id, content, saved_by: person })
      .onConflict((conflict) =>
        conflict
          .columns(['organisation_id', 'urn'])
          .doUpdateSet({ content, saved_by: person, saved_at: sql<Date>`now()` }),
      )
      .execute();
    return { result: undefined, detail: { step: 'save' } };
  });
}

/**
 * Sends the answer of the scope's school to the services that judge it, for the newest letter there is; its draft goes. An answer
 * cannot be changed afterwards: a later one stands beside it. The same again counts once.
 */
export function sendAnswer(
  db: Kysely<Database>,
  scope: Scope<typeof answerNeed.verb>,
  answer: AnswerDraft & { stance: Stance },
): Promise<{ unchanged: boolean }> {
  const { urn, organisation, person, role } = actorOf(scope);
  return writeAs<{ unchanged: boolean }>(db, scope, async (transaction) => {
    await alone(transaction, 'need_answer', urn);
    const { stance } = answer;
    const content = { words: answer.words, evaluations: saidOf(answer.evaluations) };
    const [letter] = await readLetters(transaction, { urn });
    const [last] = await answersOf(transaction, [urn]);
    const same =
      last?.stance === stance &&
      last.letterId === (letter?.id ?? null) &&
      last.words === content.words &&
      JSON.stringify(last.evaluations.map(parts)) === JSON.stringify(content.evaluations.map(parts));
    await transaction
      .deleteFrom('need_answer_draft')
      .where('urn', '=', urn)
      .where('organisation_id', '=', organisation.id)
      .execute();
    if (same) return { result: { unchanged: true }, detail: { step: 'send', unchanged: true } };
    await transaction
      .insertInto('need_answer')
      .values({
        urn,
        organisation_id: organisation.id,
        letter_id: letter?.id ?? null,
        stance,
        content: JSON.stringify(content),
        said_by: person,
        said_in_role: role,
      })
      .execute();
    return { result: { unchanged: false }, detail: { step: 'send', stance } };
  });
}

/** An evaluation in an order of its own, since jsonb keeps none. */
function parts({ code, claim, evidence, next }: AnswerDraft['evaluations'][number]): string[] {
  return [code, claim, evidence, next];
}
