import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import { schoolAskedFor, schoolSubjectOf } from '../../../schools/routes/asked-for.tsx';
import { formOf } from '../../../web/forgery.ts';
import { may, scopeOf } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import { saveAnswer, sendAnswer } from '../../commands/round/answer.ts';
import { AnswerPage } from '../../pages/round/answer.tsx';
import { NeedHistoryPage } from '../../pages/round/history.tsx';
import type { FormState } from '../../pages/round/rounds.tsx';
import { answerNeed, readSchoolNeed } from '../../policy.ts';
import { answerOfSchool, schoolHistory } from '../../queries/round/school-history.ts';
import type { AnswerDraft } from '../../rules/round/answer.ts';
import { timelineOf } from '../../rules/round/timeline.ts';
import { lacking, readAnswer } from '../../schema/round-forms.ts';
import { formState, todaysPolicies } from './asked-for.tsx';

/** What a school answers, drafted and sent; and all that happened to it, for it and for its services. */
export function answerRoutes({ db }: { db: Kysely<Database> }): Hono {
  const ofSchool = (c: Context) => schoolSubjectOf(c, db);
  const address = '/schools/:urn/need/answer';
  return new Hono()
    .get('/schools/:urn/need/history', may(readSchoolNeed, ofSchool), async (c) => {
      const scope = scopeOf(c, readSchoolNeed);
      const school = await schoolAskedFor(c, db);
      const happenings = timelineOf(await schoolHistory(db, scope));
      const isSchool = ['school', 'governing board'].includes(scope.person?.acting?.organisation.kind ?? '');
      return page(c, <NeedHistoryPage school={school} happenings={happenings} isSchool={isSchool} />);
    })
    .get(address, may(answerNeed, ofSchool), (c) => answerPage(c, db))
    .post(address, may(answerNeed, ofSchool), async (c) => {
      const scope = scopeOf(c, answerNeed);
      const { urn } = await schoolAskedFor(c, db);
      const form = await formOf(c);
      const read = readAnswer(form, todaysPolicies().letter.areas);
      if (!read.ok) return answerPage(c, db, formState(form, read.errors));
      const { stance } = read.value;
      if (form.step === 'save' || stance === null) {
        if (form.step !== 'save') return answerPage(c, db, formState(form, lacking(read.value)));
        await saveAnswer(db, scope, read.value);
        return c.redirect(paths.needAnswer(urn, { done: 'saved' }), 303);
      }
      const errors = lacking(read.value);
      if (Object.keys(errors).length > 0) return answerPage(c, db, formState(form, errors));
      await sendAnswer(db, scope, { ...read.value, stance });
      return c.redirect(paths.needAnswer(urn, { done: 'answered' }), 303);
    });
}

async function answerPage(c: Context, db: Kysely<Database>, form?: FormState) {
  const { draft, last, letterId } = await answerOfSchool(db, scopeOf(c, answerNeed));
  return page(
    c,
    <AnswerPage
      school={await schoolAskedFor(c, db)}
      areas={todaysPolicies().letter.areas}
      letterId={letterId}
      last={last}
      form={form ?? formState(draft === null ? {} : boxesOfDraft(draft))}
      done={c.req.query('done') ?? null}
    />,
    form === undefined ? 200 : 400,
  );
}

function boxesOfDraft({ stance, words, evaluations }: AnswerDraft): Record<string, string> {
  return {
    ...(stance !== null && { stance }),
    words,
    ...Object.fromEntries(
      evaluations.flatMap(({ code, claim, evidence, next }) => [
        [`${code}-claim`, claim],
        [`${code}-evidence`, evidence],
        [`${code}-next`, next],
      ]),
    ),
  };
}
