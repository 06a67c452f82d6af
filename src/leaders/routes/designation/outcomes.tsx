import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import { readForm } from '../../../need/schema/form-fields.ts';
import { schoolAskedFor, schoolSubjectOf } from '../../../schools/routes/asked-for.tsx';
import { formOf } from '../../../web/forgery.ts';
import { may, scopeOf } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import { appealAsOfficer } from '../../commands/designation/appeal-as-officer.ts';
import { appealReview } from '../../commands/designation/review-steps.ts';
import { NO_FORM } from '../../pages/designation/form-shown.tsx';
import { OutcomesPage } from '../../pages/designation/outcomes.tsx';
import { answerForDesignation } from '../../policy.ts';
import { outcomesOf } from '../../queries/designation/outcomes.ts';
import { reviewWordsForm } from '../../schema/designation/forms.ts';
import { found, idIn, processOf, shown, today } from './asked-for.tsx';

const OUTCOMES = '/schools/:urn/designation-outcomes';

/** What the accountable officer of a school reads of designations of its leaders, and where they appeal. */
export function designationOutcomeRoutes({ db }: { db: Kysely<Database> }): Hono {
  const ofSchool = (c: Context) => schoolSubjectOf(c, db);
  return new Hono()
    .get(OUTCOMES, may(answerForDesignation, ofSchool), (c) => outcomesPage(c, db))
    .post(`${OUTCOMES}/:application/appeal`, may(answerForDesignation, ofSchool), async (c) => {
      const { urn } = await schoolAskedFor(c, db);
      const id = idIn(c, 'application', 'application');
      const form = await formOf(c);
      const read = readForm(reviewWordsForm, form);
      if (!read.ok) return outcomesPage(c, db, shown(form, NO_WORDS), id, 400);
      const by = { processOf, today: today() };
      const done = await appealAsOfficer(db, scopeOf(c, answerForDesignation), id, read.value.words, by);
      if (done.ok) return c.redirect(paths.designationOutcomes(urn, { done: 'appealed' }), 303);
      found(done.reason === 'no such application' ? null : done, 'application');
      const words =
        done.reason === 'late' ? 'The days for an appeal are over' : 'There is no decision to appeal against';
      return outcomesPage(c, db, shown(form, { words }), id, 409);
    })
    .post('/schools/:urn/review-outcomes/:review/appeal', may(answerForDesignation, ofSchool), async (c) => {
      const { urn } = await schoolAskedFor(c, db);
      const id = idIn(c, 'review', 'review');
      const form = await formOf(c);
      const read = readForm(reviewWordsForm, form);
      if (!read.ok) return outcomesPage(c, db, shown(form, NO_WORDS), id, 400);
      const done = await appealReview(db, scopeOf(c, answerForDesignation), id, read.value.words);
      if (done.ok) return c.redirect(paths.designationOutcomes(urn, { done: 'appealed' }), 303);
      found(done.reason === 'no such review' ? null : done, 'review');
      return outcomesPage(c, db, shown(form, { words: 'There is no decision to appeal against' }), id, 409);
    });
}

const NO_WORDS = { words: 'Enter why you appeal' };

async function outcomesPage(
  c: Context,
  db: Kysely<Database>,
  form = NO_FORM,
  about: string | null = null,
  status: 200 | 400 | 409 = 200,
) {
  const school = await schoolAskedFor(c, db);
  const outcomes = await outcomesOf(db, scopeOf(c, answerForDesignation), school.urn);
  return page(
    c,
    <OutcomesPage school={school} {...outcomes} form={form} about={about} done={c.req.query('done') ?? null} />,
    status,
  );
}
