import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import { organisationOf, organisationSubjectOf } from '../../../need/routes/round/asked-for.tsx';
import { readForm } from '../../../need/schema/form-fields.ts';
import { daysAfter } from '../../../opendata/rules/london-time.ts';
import { inspectionRecords } from '../../../schools/queries/inspection-records.ts';
import { schoolName } from '../../../schools/queries/school-name.ts';
import { latestGraded } from '../../../schools/rules/inspections/inspection-record.ts';
import { formOf } from '../../../web/forgery.ts';
import { readDate } from '../../../web/form-date.ts';
import { may, mayAlso, scopeOf } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import {
  addToReview,
  decideReview,
  raiseByPerson,
  type ReviewFailure,
} from '../../commands/designation/review-steps.ts';
import { NO_FORM } from '../../pages/designation/form-shown.tsx';
import { ReviewPage } from '../../pages/designation/review.tsx';
import { ReviewsPage } from '../../pages/designation/reviews.tsx';
import { type DesignationScope, readDesignation, runDesignation } from '../../policy.ts';
import { reviewsOf } from '../../queries/designation/reviews.ts';
import { reviewsView } from '../../queries/designation/views.ts';
import { dueAfterMove } from '../../rules/designation/review.ts';
import { movedForm, raiseReviewForm, reviewDecisionForm, reviewWordsForm } from '../../schema/designation/forms.ts';
import { found, idIn, processOfToday, renamed, reviewMonthsOf, shown, today } from './asked-for.tsx';

const REVIEWS = '/organisations/:organisation/designation-reviews';
const REVIEW = `${REVIEWS}/:review`;

/** Reviews of designations: raised, added to, decided, and decided on appeal. */
export function designationReviewRoutes({ db }: { db: Kysely<Database> }): Hono {
  return new Hono()
    .get(REVIEWS, may(readDesignation, organisationSubjectOf), (c) => reviewsPage(c, db, scopeOf(c, readDesignation)))
    .post(REVIEWS, may(runDesignation, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, runDesignation);
      const form = await formOf(c);
      const read = readForm(raiseReviewForm, form);
      if (!read.ok) return reviewsPage(c, db, scope, shown(form, read.errors), 400);
      const dueOn = daysAfter(today(), processOfToday().review.afterInspectionDays);
      const done = await raiseByPerson(db, scope, read.value, dueOn);
      if (done.ok) return c.redirect(paths.designationReviews(organisationOf(c).id, { done: 'raised' }), 303);
      return reviewsPage(c, db, scope, shown(form, { designation: 'Choose a designation that holds' }), 409);
    })
    .get(REVIEW, may(readDesignation, organisationSubjectOf), (c) => reviewPage(c, db, scopeOf(c, readDesignation)))
    .post(`${REVIEW}/evidence`, may(runDesignation, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, runDesignation);
      const form = await formOf(c);
      const read = readForm(reviewWordsForm, form);
      if (!read.ok) return reviewPage(c, db, scope, shown(form, read.errors), 400);
      const done = await addToReview(db, scope, idOf(c), { kind: 'evidence', words: read.value.words });
      return done.ok ? back(c, 'added') : refused(c, db, scope, shown(form, { words: WHY[done.reason] }), done.reason);
    })
    .post(`${REVIEW}/moved`, may(runDesignation, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, runDesignation);
      const form = await formOf(c);
      const read = readForm(movedForm, { urn: form.urn, words: form['moved-words'] });
      const moved = readDate(form, 'moved', { name: 'the day of the move', when: 'today or past', today: today() });
      const errors = read.ok ? {} : renamed(read.errors, { words: 'moved-words' });
      const school = read.ok ? await schoolName(db, read.value.urn) : null;
      if (read.ok && school === null) errors.urn = 'No register has a school with this URN';
      if (!read.ok || school === null || !moved.ok)
        return reviewPage(c, db, scope, shown(form, errors, moved.ok ? {} : { moved: moved.error }), 400);
      const id = idOf(c);
      const [review] = await reviewsOf(db, scope, { organisationId: organisationOf(c).id, id });
      const latest = latestGraded((await inspectionRecords(db, [school.urn])).get(school.urn) ?? []);
      const outcome = latest?.scheme === 'overall grade' ? latest.outcome : 'cannot be told';
      const dueOn = dueAfterMove(outcome, moved.day, found(review, 'review').dueOn, processOfToday().review);
      const step = {
        kind: 'moved',
        words: read.value.words,
        moved: { urn: school.urn, on: moved.day, dueOn },
      } as const;
      const done = await addToReview(db, scope, id, step);
      return done.ok ? back(c, 'added') : refused(c, db, scope, shown(form, { urn: WHY[done.reason] }), done.reason);
    })
    .post(`${REVIEW}/decision`, may(runDesignation, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, runDesignation);
      const form = await formOf(c);
      const read = readForm(reviewDecisionForm, { ...form, words: form['decision-words'] });
      if (!read.ok)
        return reviewPage(c, db, scope, shown(form, renamed(read.errors, { words: 'decision-words' })), 400);
      const { siteUrl } = c.get('site');
      const at = { id: idOf(c), version: Number(form.version) };
      const done = await decideReview(db, scope, at, read.value, {
        reviewMonthsOf,
        today: today(),
        linkTo: (urn) => siteUrl + paths.ownDesignation(urn),
      });
      return done.ok
        ? back(c, 'decided')
        : refused(c, db, scope, shown(form, { outcome: WHY[done.reason] }), done.reason);
    });
}

const WHY: Record<ReviewFailure, string> = {
  'no such review': 'There is no such review',
  'no such designation': 'There is no such designation',
  changed: 'Somebody added to the review since you opened this page. Look at it as it is now, then decide again',
  over: 'The review is decided: nothing is added to it any more',
  interest: 'You have a role or interest at the home school: others decide',
  'decided it': 'You decided on this review, so somebody else hears the appeal',
};

function idOf(c: Context): string {
  return idIn(c, 'review', 'review');
}

function back(c: Context, done: string) {
  return c.redirect(paths.designationReview(organisationOf(c).id, idOf(c), { done }), 303);
}

function refused(
  c: Context,
  db: Kysely<Database>,
  scope: DesignationScope,
  form: typeof NO_FORM,
  reason: ReviewFailure,
) {
  found(reason === 'no such review' ? null : reason, 'review');
  return reviewPage(c, db, scope, form, 409);
}

async function reviewsPage(
  c: Context,
  db: Kysely<Database>,
  scope: DesignationScope,
  form = NO_FORM,
  status: 200 | 400 | 409 = 200,
) {
  const organisation = organisationOf(c);
  const { reviews, designations } = await reviewsView(db, scope, organisation.id);
  const runs = mayAlso(c, runDesignation, organisationSubjectOf(c)) !== null;
  return page(
    c,
    <ReviewsPage
      organisation={organisation}
      reviews={reviews}
      designations={runs ? designations : null}
      form={form}
      done={c.req.query('done') ?? null}
    />,
    status,
  );
}

async function reviewPage(
  c: Context,
  db: Kysely<Database>,
  scope: DesignationScope,
  form = NO_FORM,
  status: 200 | 400 | 409 = 200,
) {
  const organisation = organisationOf(c);
  const [review] = await reviewsOf(db, scope, { organisationId: organisation.id, id: idOf(c) });
  return page(
    c,
    <ReviewPage
      organisation={organisation}
      review={found(review, 'review')}
      personId={c.get('person')?.id ?? ''}
      runs={mayAlso(c, runDesignation, organisationSubjectOf(c)) !== null}
      form={form}
      done={c.req.query('done') ?? null}
    />,
    status,
  );
}
