import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import type { Database } from '../../../db/schema.ts';
import type { FormState } from '../../../need/pages/round/rounds.tsx';
import { formState } from '../../../need/routes/round/asked-for.tsx';
import { londonIsoDay } from '../../../opendata/rules/london-time.ts';
import { policyAsAt } from '../../../policies.ts';
import { dateBoxes } from '../../../web/form-date.ts';
import { NotFound } from '../../../web/errors.tsx';
import { formOf } from '../../../web/forgery.ts';
import { may, mayAlso, scopeOf } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import {
  answerInReview,
  beginReview,
  deleteReview,
  type ReviewResult,
  saveReview,
} from '../../commands/life/review.ts';
import type { DatedForm } from '../../pages/agreement/form-fields.tsx';
import { ReviewAnswerPage } from '../../pages/life/review-answer.tsx';
import { ReviewFormPage } from '../../pages/life/review-form.tsx';
import { ReviewPage } from '../../pages/life/review.tsx';
import { MOVE_PERMISSIONS, type PlacementScope } from '../../policy.ts';
import { answerReview, holdReview, readReview, writeAgreement } from '../../policy/agreement.ts';
import { agreementOf } from '../../queries/agreement/versions.ts';
import { reviewsOf } from '../../queries/life/reviews.ts';
import { dayBetween } from '../../rules/life/day-between.ts';
import { DATED_MOVES } from '../../rules/life/dated-moves.ts';
import type { Review } from '../../rules/life/review.ts';
import { moveNamed, WORKING } from '../../rules/states.ts';
import { readReviewAnswer, readReviewForm } from '../../schema/life/life-forms.ts';
import { lifePolicyKind } from '../../schema/life/life-policy.ts';
import { datedForm, readDates } from '../agreement/dated-form.tsx';
import { revisionOf } from '../agreement/draft.tsx';
import { absolute } from '../agreement/sign.tsx';
import { placementAskedFor, placementSubjectOf } from '../asked-for.tsx';

const REVIEW = '/placements/:placement/review';

const DONE: Readonly<Record<string, string>> = {
  begun: 'The review is begun, and the leader and the supported head are asked.',
  saved: 'The review is saved. It is not recorded yet.',
  recorded: 'The review is recorded.',
  deleted: 'The review in progress is deleted.',
  answered: 'The answer is saved.',
  moved: 'Done: the placement stands as shown here.',
  already: 'It had been moved already: this is how it stands now.',
};

type Holding = Scope<typeof holdReview.verb>;

/** The review in the middle of a placement, and the way to its extension, pause and end. */
export function reviewRoutes({ db }: { db: Kysely<Database> }): Hono {
  const subject = placementSubjectOf(db);
  return new Hono()
    .get(REVIEW, may(readReview, subject), async (c) => {
      const scope = scopeOf(c, readReview);
      const { placement, part } = await placementAskedFor(c, db, scope);
      const about = await subject(c);
      const { review } = policyAsAt(lifePolicyKind, londonIsoDay(new Date()));
      const { startsOn, endsOn, state } = placement;
      const isWorking = WORKING.includes(state);
      const mayDo = (permission: Parameters<typeof mayAlso>[1]) => mayAlso(c, permission, about) !== null;
      return page(
        c,
        <ReviewPage
          placement={placement}
          part={part}
          reviews={await reviewsOf(db, scope)}
          objectives={await objectivesOf(db, scope)}
          statuses={review.statuses}
          dueOn={startsOn === null || endsOn === null ? null : dayBetween(startsOn, endsOn, review.dueAfterShare)}
          moves={DATED_MOVES.filter(
            (move) => (moveNamed(move).from as readonly string[]).includes(state) && mayDo(MOVE_PERMISSIONS[move]),
          )}
          can={{
            hold: isWorking && mayDo(holdReview),
            answer: isWorking && mayDo(answerReview),
            extend: state === 'under way' && mayDo(writeAgreement),
          }}
          done={DONE[c.req.query('done') ?? ''] ?? null}
        />,
      );
    })
    .post(`${REVIEW}/begin`, may(holdReview, subject), async (c) => {
      const scope = scopeOf(c, holdReview);
      const { placement } = await placementAskedFor(c, db, scope);
      const link = absolute(c, paths.placementPage(placement.id, 'review'));
      if (!(await beginReview(db, scope, link)).ok) throw notNow();
      return c.redirect(paths.placementPage(placement.id, 'review', { done: 'begun' }), 303);
    })
    .post(`${REVIEW}/delete`, may(holdReview, subject), async (c) => {
      const scope = scopeOf(c, holdReview);
      const result = await deleteReview(db, scope, revisionOf(await formOf(c)));
      if (!result.ok && result.reason === 'changed meanwhile') return formPage(c, db, scope, { changed: true });
      if (!result.ok) throw notNow();
      const { placement } = await placementAskedFor(c, db, scope);
      return c.redirect(paths.placementPage(placement.id, 'review', { done: 'deleted' }), 303);
    })
    .get(`${REVIEW}/words`, may(holdReview, subject), (c) => formPage(c, db, scopeOf(c, holdReview)))
    .post(`${REVIEW}/words`, may(holdReview, subject), async (c) => {
      const scope = scopeOf(c, holdReview);
      const form = await formOf(c);
      const { days, errors, dates } = readDates(form, {
        held: {
          name: 'the day of the review',
          required: false,
          when: 'today or past',
          today: londonIsoDay(new Date()),
        },
        exit: { name: 'the day on which the help ends', required: false },
      });
      const keys = (await objectivesOf(db, scope)).map(({ key }) => key);
      const read = readReviewForm(form, days, errors, keys);
      if (!read.ok) return formPage(c, db, scope, { form: datedForm(form, read.errors, dates) });
      const record = form.step === 'record';
      const result = await saveReview(db, scope, { revision: revisionOf(form), words: read.value, record });
      if (!result.ok) return notSaved(c, db, scope, result, form);
      const { placement } = await placementAskedFor(c, db, scope);
      return c.redirect(paths.placementPage(placement.id, 'review', { done: record ? 'recorded' : 'saved' }), 303);
    })
    .get(`${REVIEW}/answer`, may(answerReview, subject), (c) => answerPage(c, db))
    .post(`${REVIEW}/answer`, may(answerReview, subject), async (c) => {
      const scope = scopeOf(c, answerReview);
      const form = await formOf(c);
      const read = readReviewAnswer(form);
      if (!read.ok) return answerPage(c, db, formState(form, read.errors));
      const { placement, part } = await placementAskedFor(c, db, scope);
      const of = part === 'leader' || part === 'supported head' ? part : read.value.part;
      if (of === null) throw new NotFound('Whose answer it is was not said: go back to the review.');
      const result = await answerInReview(db, scope, { ...read.value, part: of, byService: part === 'service' });
      if (!result.ok) throw notNow();
      return c.redirect(paths.placementPage(placement.id, 'review', { done: 'answered' }), 303);
    });
}

function notNow(): NotFound {
  return new NotFound('No review is in progress: go back to the placement and see how it stands.');
}

function notSaved(
  c: Context,
  db: Kysely<Database>,
  scope: Holding,
  result: Extract<ReviewResult, { ok: false }>,
  form: Record<string, unknown>,
) {
  if (result.reason === 'changed meanwhile') return formPage(c, db, scope, { form: datedForm(form), changed: true });
  if (result.reason !== 'missing') throw notNow();
  const errors = Object.fromEntries(result.missing.map(({ field, words }) => [field, words]));
  return formPage(c, db, scope, { form: datedForm(form, errors) });
}

/** The objectives of the agreement in force. */
export async function objectivesOf(db: Kysely<Database>, scope: PlacementScope) {
  const { inForce } = await agreementOf(db, scope);
  return inForce?.content.objectives ?? [];
}

async function openReview(db: Kysely<Database>, scope: PlacementScope): Promise<Review> {
  const review = (await reviewsOf(db, scope)).find(({ recordedAt }) => recordedAt === null);
  if (review === undefined) throw notNow();
  return review;
}

async function formPage(
  c: Context,
  db: Kysely<Database>,
  scope: Holding,
  { form, changed = false }: { form?: DatedForm; changed?: boolean } = {},
) {
  const { placement, part } = await placementAskedFor(c, db, scope);
  const review = await openReview(db, scope);
  if (!WORKING.includes(placement.state)) throw notNow();
  const { statuses } = policyAsAt(lifePolicyKind, londonIsoDay(new Date())).review;
  const shown = form ?? datedForm(boxesOf(review));
  return page(
    c,
    <ReviewFormPage
      placement={placement}
      part={part}
      revision={review.revision}
      objectives={await objectivesOf(db, scope)}
      statuses={statuses}
      form={shown}
      changed={changed}
    />,
    changed ? 409 : Object.keys(shown.errors).length > 0 ? 400 : 200,
  );
}

function boxesOf({ heldOn, working, appropriate, change, continues, exitOn, nextSteps, objectives }: Review) {
  return {
    ...dateBoxes('held', heldOn),
    ...dateBoxes('exit', exitOn),
    working: working ?? '',
    appropriate: appropriate ?? '',
    change: change ?? '',
    continues: continues ?? '',
    nextSteps: nextSteps ?? '',
    ...Object.fromEntries(
      objectives.flatMap(({ objective, status, details }) => [
        [`status-${objective}`, status ?? ''],
        [`details-${objective}`, details],
      ]),
    ),
  };
}

async function answerPage(c: Context, db: Kysely<Database>, form?: FormState) {
  const scope = scopeOf(c, answerReview);
  const { placement, part } = await placementAskedFor(c, db, scope);
  const review = await openReview(db, scope);
  if (!WORKING.includes(placement.state)) throw notNow();
  const asked = c.req.query('part');
  const of = part === 'service' ? (asked === 'leader' ? 'leader' : 'supported head') : null;
  const last = review.answers.find((answer) => answer.part === (of ?? part));
  const shown =
    form ??
    formState(last === undefined ? {} : { working: last.working, appropriate: last.appropriate, change: last.change });
  const status = Object.keys(shown.errors).length > 0 ? 400 : 200;
  return page(c, <ReviewAnswerPage placement={placement} part={part} of={of} form={shown} />, status);
}
