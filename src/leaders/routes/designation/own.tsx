import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import { readForm } from '../../../need/schema/form-fields.ts';
import { schoolAskedFor, schoolSubjectOf } from '../../../schools/routes/asked-for.tsx';
import { formOf } from '../../../web/forgery.ts';
import { may, scopeOf } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import { beginApplication, saveStep } from '../../commands/designation/apply.ts';
import { moveApplication } from '../../commands/designation/move-application.ts';
import { appealReview } from '../../commands/designation/review-steps.ts';
import { submitApplication } from '../../commands/designation/submit.ts';
import { ApplyStepPage } from '../../pages/designation/apply-step.tsx';
import { type FormShown, NO_FORM } from '../../pages/designation/form-shown.tsx';
import { OwnApplicationPage } from '../../pages/designation/own-application.tsx';
import { OwnDesignationPage } from '../../pages/designation/own.tsx';
import { applyForDesignation } from '../../policy.ts';
import { announcedRounds } from '../../queries/designation/rounds.ts';
import { ownFile, ownView } from '../../queries/designation/views.ts';
import type { Answers } from '../../rules/designation/application.ts';
import { openBefore } from '../../rules/designation/gates.ts';
import type { RuleSet } from '../../rules/designation/rule-set.ts';
import { APPLICATION_STEPS, stepAfter } from '../../rules/designation/steps.ts';
import { moveForm, readAnswers, readReferees, reviewWordsForm } from '../../schema/designation/forms.ts';
import { whyNotMoved, toStateOf } from './applications.tsx';
import { movesFrom } from '../../rules/designation/states.ts';
import { found, idIn, processOf, renamed, reviewMonthsOf, ruleSetOf, shown, today } from './asked-for.tsx';

const OWN = '/schools/:urn/designation';
const APPLICATION = '/schools/:urn/applications/:application';

/** What a head or system leader does from their school: apply in steps, submit, follow, withdraw, appeal. */
export function ownDesignationRoutes({ db }: { db: Kysely<Database> }): Hono {
  const ofSchool = (c: Context) => schoolSubjectOf(c, db);
  return new Hono()
    .get(OWN, may(applyForDesignation, ofSchool), (c) => ownPage(c, db))
    .post(`${OWN}/:round`, may(applyForDesignation, ofSchool), async (c) => {
      const { urn } = await schoolAskedFor(c, db);
      const id = idIn(c, 'round', 'round');
      const round = found(
        (await announcedRounds(db)).find((one) => one.id === id),
        'round',
      );
      const done = await beginApplication(db, scopeOf(c, applyForDesignation), round, today());
      if (done.ok) return c.redirect(paths.ownApplication(urn, done.id, { done: 'begun' }), 303);
      const why =
        done.reason === 'not open'
          ? 'This round is not open for applications'
          : 'Your account has no email address, so no letter could reach you';
      return ownPage(c, db, shown({}, { 'main-content': why }), 409);
    })
    .post('/schools/:urn/designation-reviews/:review/appeal', may(applyForDesignation, ofSchool), async (c) => {
      const { urn } = await schoolAskedFor(c, db);
      const form = await formOf(c);
      const read = readForm(reviewWordsForm, form);
      if (!read.ok) return ownPage(c, db, shown(form, { words: 'Enter why you appeal' }), 400);
      const scope = scopeOf(c, applyForDesignation);
      const done = await appealReview(db, scope, idIn(c, 'review', 'review'), read.value.words);
      if (done.ok) return c.redirect(paths.ownDesignation(urn, { done: 'appealed' }), 303);
      found(done.reason === 'no such review' ? null : done, 'review');
      return ownPage(c, db, shown(form, { words: 'There is no decision to appeal against' }), 409);
    })
    .get(APPLICATION, may(applyForDesignation, ofSchool), (c) => applicationPage(c, db))
    .get(`${APPLICATION}/steps/:step`, may(applyForDesignation, ofSchool), async (c) => {
      const { step } = stepIn(c);
      const { file, ruleSet } = await fileOf(c, db);
      const { answers } = file.application;
      const typed = step === 'references' ? boxesOf(ruleSet, answers) : (answers[step] ?? {});
      return stepPage(c, db, { ...NO_FORM, typed });
    })
    .post(`${APPLICATION}/steps/:step`, may(applyForDesignation, ofSchool), async (c) => {
      const { urn } = await schoolAskedFor(c, db);
      const { step } = stepIn(c);
      const form = await formOf(c);
      const { ruleSet } = await fileOf(c, db);
      const read =
        step === 'references' ? readReferees(ruleSet.references, form) : readAnswers(ruleSet.questions[step], form);
      if (!read.ok) return stepPage(c, db, shown(form, read.errors), 400);
      const answers: Answers = { [step]: read.value };
      const id = idIn(c, 'application', 'application');
      const done = await saveStep(db, scopeOf(c, applyForDesignation), id, answers, new Date());
      if (!done.ok) {
        found(done.reason === 'no such application' ? null : done, 'application');
        return c.redirect(paths.ownApplication(urn, id), 303);
      }
      const next = stepAfter(step);
      return c.redirect(
        next === null ? paths.ownApplication(urn, id, { done: 'saved' }) : paths.applicationStep(urn, id, next),
        303,
      );
    })
    .post(`${APPLICATION}/submit`, may(applyForDesignation, ofSchool), async (c) => {
      const { urn } = await schoolAskedFor(c, db);
      const { round, ruleSet } = await fileOf(c, db);
      const id = idIn(c, 'application', 'application');
      const { siteUrl } = c.get('site');
      const done = await submitApplication(db, scopeOf(c, applyForDesignation), id, {
        round,
        ruleSet,
        process: processOf(round.process),
        today: today(),
        linkTo: (token) => siteUrl + paths.reference(token),
      });
      // Sent twice, it is one.
      if (done.ok || done.reason === 'submitted')
        return c.redirect(paths.ownApplication(urn, id, { done: 'submitted' }), 303);
      found(done.reason === 'no such application' ? null : done, 'application');
      const submit =
        done.reason === 'incomplete'
          ? `These steps are not complete: ${done.steps.join(', ')}`
          : 'The round is not open for applications';
      return applicationPage(c, db, shown({}, { submit }), 409);
    })
    .post(`${APPLICATION}/moves`, may(applyForDesignation, ofSchool), async (c) => {
      const { urn } = await schoolAskedFor(c, db);
      const form = await formOf(c);
      const read = readForm(moveForm, { ...form, words: form['move-words'] });
      if (!read.ok) return applicationPage(c, db, shown(form, renamed(read.errors, { words: 'move-words' })), 400);
      const to = toStateOf(read.value.to);
      if (to !== 'withdrawn' && to !== 'appeal')
        return applicationPage(c, db, shown(form, { to: 'Choose what you would like to do' }), 400);
      const id = idIn(c, 'application', 'application');
      const done = await moveApplication(
        db,
        scopeOf(c, applyForDesignation),
        id,
        { ...read.value, to, untilOn: null },
        { processOf, reviewMonthsOf, today: today(), linkTo: paths.ownApplication },
      );
      if (done.ok) return c.redirect(paths.ownApplication(urn, id, { done: 'moved' }), 303);
      found(done.reason === 'no such application' ? null : done, 'application');
      const errors = { [done.reason === 'no reason' ? 'move-words' : 'to']: whyNotMoved(done) };
      return applicationPage(c, db, shown(form, errors), done.reason === 'no reason' ? 400 : 409);
    });
}

function stepIn(c: Context) {
  return found(
    APPLICATION_STEPS.find(({ step }) => step === c.req.param('step')),
    'step',
  );
}

async function fileOf(c: Context, db: Kysely<Database>) {
  const asked = { applicationId: idIn(c, 'application', 'application'), personId: c.get('person')?.id ?? '' };
  const view = found(await ownFile(db, scopeOf(c, applyForDesignation), asked), 'application');
  const round = found(
    (await announcedRounds(db)).find(({ id }) => id === view.file.application.roundId),
    'round',
  );
  return { ...view, round, ruleSet: ruleSetOf(round.ruleSet) };
}

function boxesOf({ references }: RuleSet, answers: Answers): Record<string, string> {
  return Object.fromEntries(
    references.flatMap(({ from }) =>
      (['name', 'position', 'email'] as const).map((box) => [
        `${from}-${box}`,
        answers.references?.[from]?.[box] ?? '',
      ]),
    ),
  );
}

async function stepPage(c: Context, db: Kysely<Database>, form: FormShown, status: 200 | 400 = 200) {
  const school = await schoolAskedFor(c, db);
  const { file, round, ruleSet } = await fileOf(c, db);
  const { application } = file;
  if (application.state !== 'draft') return c.redirect(paths.ownApplication(school.urn, application.id), 303);
  return page(
    c,
    <ApplyStepPage
      school={school}
      round={round}
      ruleSet={ruleSet}
      application={application}
      step={stepIn(c)}
      form={form}
    />,
    status,
  );
}

async function applicationPage(c: Context, db: Kysely<Database>, form = NO_FORM, status: 200 | 400 | 409 = 200) {
  const school = await schoolAskedFor(c, db);
  const { file, parts, round, ruleSet } = await fileOf(c, db);
  const process = processOf(round.process);
  const moves = movesFrom(file.application.state, parts)
    .filter(({ by }) => by.includes('applicant'))
    .map((move) => ({ move, open: openBefore({ ...file, to: move.to, process, today: today() }) }));
  return page(
    c,
    <OwnApplicationPage
      school={school}
      round={round}
      ruleSet={ruleSet}
      file={file}
      isOpen={today() >= round.opensOn && today() <= round.closesOn}
      moves={moves}
      form={form}
      done={c.req.query('done') ?? null}
    />,
    status,
  );
}

async function ownPage(c: Context, db: Kysely<Database>, form = NO_FORM, status: 200 | 400 | 409 = 200) {
  const school = await schoolAskedFor(c, db);
  const { applications, reviews } = await ownView(db, scopeOf(c, applyForDesignation), c.get('person')?.id ?? '');
  const rounds = await announcedRounds(db);
  const day = today();
  return page(
    c,
    <OwnDesignationPage
      school={school}
      rounds={rounds.filter(({ opensOn, closesOn }) => opensOn <= day && day <= closesOn)}
      applications={applications.flatMap((application) => {
        const round = rounds.find(({ id }) => id === application.roundId);
        return round === undefined ? [] : [{ application, round }];
      })}
      reviews={reviews}
      form={form}
      done={c.req.query('done') ?? null}
    />,
    status,
  );
}
