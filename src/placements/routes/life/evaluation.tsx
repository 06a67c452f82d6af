import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import { englandHolidays } from '../../../england-calendar.ts';
import type { FormState } from '../../../need/pages/round/rounds.tsx';
import { formState } from '../../../need/routes/round/asked-for.tsx';
import { londonIsoDay } from '../../../opendata/rules/london-time.ts';
import { policiesOf, policyAsAt } from '../../../policies.ts';
import { NotFound } from '../../../web/errors.tsx';
import { formOf } from '../../../web/forgery.ts';
import { may, mayAlso, scopeOf } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import {
  FOLLOWED_UP_IN,
  LOOKED_BACK_IN,
  type LookedBack,
  noteFollowUp,
  noteObjectiveImpact,
  sendAnswers,
} from '../../commands/life/look-back.ts';
import type { DatedForm } from '../../pages/agreement/form-fields.tsx';
import { AnswersFormPage } from '../../pages/life/answers-form.tsx';
import { EvaluationPage } from '../../pages/life/evaluation.tsx';
import { FollowUpFormPage } from '../../pages/life/follow-up-form.tsx';
import { ImpactFormPage } from '../../pages/life/impact-form.tsx';
import { type PlacementScope } from '../../policy.ts';
import {
  evaluatePlacement,
  followUpPlacement,
  noteImpact,
  readReview,
  reflectOnPlacement,
} from '../../policy/agreement.ts';
import { lookingBackOn, type SentAnswers } from '../../queries/life/looking-back.ts';
import { publishedAtEnd } from '../../queries/life/published-end.ts';
import { followUpsOf } from '../../rules/life/follow-up.ts';
import type { Placement } from '../../rules/placement.ts';
import { readAnswers, readFollowUp, readImpact } from '../../schema/life/life-forms.ts';
import { lifePolicyKind } from '../../schema/life/life-policy.ts';
import { datedForm, readDates } from '../agreement/dated-form.tsx';
import { placementAskedFor, placementSubjectOf } from '../asked-for.tsx';
import { objectivesOf } from './review.tsx';

const EVALUATION = '/placements/:placement/evaluation';

const DONE: Readonly<Record<string, string>> = {
  sent: 'It is sent.',
  noted: 'What the objective came to is noted.',
  followed: 'The follow-up is noted.',
};

/** The two who answer questions when the work has ended, each on a page of their own. */
const ANSWERED = [
  { kind: 'evaluation', page: 'evaluation/answers', permission: evaluatePlacement },
  { kind: 'reflection', page: 'evaluation/reflection', permission: reflectOnPlacement },
] as const;

type Answered = (typeof ANSWERED)[number];

/** What a placement came to: evaluation, reflection, impact, follow-ups. */
export function evaluationRoutes({ db }: { db: Kysely<Database> }): Hono {
  const subject = placementSubjectOf(db);
  const routes = new Hono().get(EVALUATION, may(readReview, subject), async (c) => {
    const scope = scopeOf(c, readReview);
    const { placement, part } = await placementAskedFor(c, db, scope);
    const about = await subject(c);
    const { evaluation, reflection, impacts, followedUp } = await lookingBackOn(db, scope);
    const policy = todaysPolicy();
    const { state, endsOn, endedHow } = placement;
    const isOpen = LOOKED_BACK_IN.includes(state);
    const mayDo = (permission: Parameters<typeof mayAlso>[1]) => mayAlso(c, permission, about) !== null;
    const hasEnded = endsOn !== null && endedHow !== null;
    return page(
      c,
      <EvaluationPage
        placement={placement}
        part={part}
        evaluation={withQuestions(evaluation)}
        reflection={withQuestions(reflection)}
        objectives={await objectivesOf(db, scope)}
        impacts={impacts}
        impact={policy.impact}
        followUps={hasEnded ? followUpsOf(policy, endsOn, followedUp, englandHolidays(today())) : []}
        can={{
          evaluate: isOpen && mayDo(evaluatePlacement),
          reflect: isOpen && mayDo(reflectOnPlacement),
          note: isOpen && mayDo(noteImpact),
          follow: FOLLOWED_UP_IN.includes(state) && mayDo(followUpPlacement),
        }}
        done={DONE[c.req.query('done') ?? ''] ?? null}
      />,
    );
  });
  for (const answered of ANSWERED) {
    const path = `/placements/:placement/${answered.page}`;
    routes
      .get(path, may(answered.permission, subject), (c) => answersPage(c, db, answered))
      .post(path, may(answered.permission, subject), async (c) => {
        const scope = scopeOf<Answered['permission']['verb']>(c, answered.permission);
        const form = await formOf(c);
        const policy = todaysPolicy();
        const read = readAnswers(form, policy.evaluation[answered.kind]);
        if (!read.ok) return answersPage(c, db, answered, formState(form, read.errors));
        const result = await sendAnswers(db, scope, { kind: answered.kind, policyId: policy.id, ...read.value });
        if (!result.ok && result.reason === 'sent already')
          return answersPage(
            c,
            db,
            answered,
            formState(form, { reason: 'Enter why this takes the place of what you sent' }),
          );
        return lookedBack(c, db, scope, result, 'sent');
      });
  }
  return routes
    .get(`${EVALUATION}/impact`, may(noteImpact, subject), (c) => impactPage(c, db))
    .post(`${EVALUATION}/impact`, may(noteImpact, subject), async (c) => {
      const scope = scopeOf(c, noteImpact);
      const form = await formOf(c);
      const { placement } = await placementAskedFor(c, db, scope);
      const objective = await objectiveAskedFor(c, db, scope);
      const { days, errors, dates } = readDates(form, {
        taken: { name: 'the day of the figure', when: 'today or past', today: today() },
      });
      const read = readImpact(form, days.taken, errors);
      if (!read.ok) return impactPage(c, db, datedForm(form, read.errors, dates));
      const published = await publishedAtEnd(db, placement.supported.urn, objective.baseline);
      const comparator = published?.comparator ?? null;
      const result = await noteObjectiveImpact(db, scope, { ...read.value, objective: objective.key, comparator });
      return lookedBack(c, db, scope, result, 'noted');
    })
    .get(`${EVALUATION}/follow-up`, may(followUpPlacement, subject), (c) => followUpPage(c, db))
    .post(`${EVALUATION}/follow-up`, may(followUpPlacement, subject), async (c) => {
      const scope = scopeOf(c, followUpPlacement);
      const form = await formOf(c);
      const { placement } = await placementAskedFor(c, db, scope);
      const months = monthsAskedFor(c);
      const { days, errors, dates } = readDates(form, {
        held: { name: 'the day of the follow-up', when: 'today or past', today: today() },
      });
      if (days.held !== null && placement.endsOn !== null && days.held < placement.endsOn)
        errors['held-day'] = 'The day of the follow-up must be after the end of the placement';
      const read = readFollowUp(form, days.held, errors);
      if (!read.ok) return followUpPage(c, db, datedForm(form, read.errors, dates));
      const result = await noteFollowUp(db, scope, { months, ...read.value });
      // Sent twice: it is noted, and this is how.
      return lookedBack(
        c,
        db,
        scope,
        !result.ok && result.reason === 'sent already' ? { ok: true } : result,
        'followed',
      );
    });
}

function today(): string {
  return londonIsoDay(new Date());
}

function todaysPolicy() {
  return policyAsAt(lifePolicyKind, today());
}

/** What was sent, with the questions of the policy under which it was. */
function withQuestions(sent: SentAnswers | null) {
  if (sent === null) return null;
  const policy = policiesOf(lifePolicyKind).find(({ id }) => id === sent.policyId) ?? todaysPolicy();
  return { ...sent, questions: policy.evaluation[sent.kind] };
}

async function lookedBack(c: Context, db: Kysely<Database>, scope: PlacementScope, result: LookedBack, done: string) {
  if (!result.ok) throw notNow();
  const { placement } = await placementAskedFor(c, db, scope);
  return c.redirect(paths.placementPage(placement.id, 'evaluation', { done }), 303);
}

function notNow(): NotFound {
  return new NotFound('This placement is not being looked back on now: go back to it and see how it stands.');
}

function mustBeIn({ state }: Placement, states: readonly string[]): void {
  if (!states.includes(state)) throw notNow();
}

async function answersPage(
  c: Context,
  db: Kysely<Database>,
  { kind, page: address, permission }: Answered,
  form = formState(),
) {
  const scope = scopeOf<Answered['permission']['verb']>(c, permission);
  const { placement, part } = await placementAskedFor(c, db, scope);
  mustBeIn(placement, LOOKED_BACK_IN);
  const before = (await lookingBackOn(db, scope))[kind];
  const typed = Object.keys(form.typed).length > 0 || before === null ? form.typed : boxesOf(before);
  const shown: FormState = { ...form, typed };
  const status = Object.keys(form.errors).length > 0 ? 400 : 200;
  return page(
    c,
    <AnswersFormPage
      placement={placement}
      part={part}
      page={address}
      questions={todaysPolicy().evaluation[kind]}
      sentBefore={before !== null}
      form={shown}
    />,
    status,
  );
}

function boxesOf({ answers }: SentAnswers): Record<string, string> {
  return Object.fromEntries(Object.entries(answers).map(([code, answer]) => [`answer-${code}`, answer]));
}

/** The objective of the agreement in force that the address names; the first where it names none. Throws NotFound where there is none. */
async function objectiveAskedFor(c: Context, db: Kysely<Database>, scope: PlacementScope) {
  const asked = c.req.query('objective');
  const found = (await objectivesOf(db, scope)).find(({ key }) => asked === undefined || String(key) === asked);
  if (found === undefined) throw new NotFound('The agreement has no such objective.');
  return found;
}

async function impactPage(c: Context, db: Kysely<Database>, form?: DatedForm) {
  const scope = scopeOf(c, noteImpact);
  const { placement, part } = await placementAskedFor(c, db, scope);
  mustBeIn(placement, LOOKED_BACK_IN);
  const objective = await objectiveAskedFor(c, db, scope);
  const published = await publishedAtEnd(db, placement.supported.urn, objective.baseline);
  const shown = form ?? datedForm();
  const words = published === null ? null : published.newest;
  return page(
    c,
    <ImpactFormPage
      placement={placement}
      part={part}
      objective={objective}
      published={
        words === null
          ? null
          : {
              newest: `${words.value === null ? `No figure (${words.text})` : words.text}, ${words.year} to ${words.year + 1}`,
              comparator:
                published?.comparator == null ? null : `${published.comparator.of}: ${published.comparator.text}`,
            }
      }
      impact={todaysPolicy().impact}
      form={shown}
    />,
    Object.keys(shown.errors).length > 0 ? 400 : 200,
  );
}

/** The months after the end that the address names, as the policy has them; the first where it names none. Throws NotFound for others. */
function monthsAskedFor(c: Context): number {
  const asked = c.req.query('months');
  const found = todaysPolicy().followUp.find(({ months }) => asked === undefined || String(months) === asked);
  if (found === undefined) throw new NotFound('There is no such follow-up.');
  return found.months;
}

async function followUpPage(c: Context, db: Kysely<Database>, form = datedForm()) {
  const { placement, part } = await placementAskedFor(c, db, scopeOf(c, followUpPlacement));
  mustBeIn(placement, FOLLOWED_UP_IN);
  const status = Object.keys(form.errors).length > 0 ? 400 : 200;
  return page(c, <FollowUpFormPage placement={placement} part={part} months={monthsAskedFor(c)} form={form} />, status);
}
