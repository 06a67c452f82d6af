import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import { organisationOf, organisationSubjectOf } from '../../../need/routes/round/asked-for.tsx';
import { readForm } from '../../../need/schema/form-fields.ts';
import { formOf } from '../../../web/forgery.ts';
import { readDate } from '../../../web/form-date.ts';
import { may, mayAlso, scopeOf } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import { askAnew } from '../../commands/designation/ask-anew.ts';
import { type Moved, moveApplication } from '../../commands/designation/move-application.ts';
import { checkAgain, ruleOnCheck } from '../../commands/designation/rule-on-check.ts';
import { declareInterest, giveScores } from '../../commands/designation/score.ts';
import { ApplicationPage, OnlyDeclarePage } from '../../pages/designation/application.tsx';
import { NO_FORM } from '../../pages/designation/form-shown.tsx';
import { type DesignationScope, readDesignation, runDesignation, sitOnPanel } from '../../policy.ts';
import { applicationView } from '../../queries/designation/views.ts';
import { openBefore } from '../../rules/designation/gates.ts';
import { type ApplicationState, APPLICATION_STATES, movesFrom } from '../../rules/designation/states.ts';
import { askAnewForm, moveForm, readInterest, readScores, rulingForm } from '../../schema/designation/forms.ts';
import { found, idIn, processOf, renamed, reviewMonthsOf, ruleSetOf, shown, today } from './asked-for.tsx';

const APPLICATION = '/organisations/:organisation/designation/:round/applications/:application';

/** An application for the service that designates: declared on, checked, scored and moved. */
export function designationApplicationRoutes({ db }: { db: Kysely<Database> }): Hono {
  return new Hono()
    .get(APPLICATION, may(readDesignation, organisationSubjectOf), (c) =>
      applicationPage(c, db, scopeOf(c, readDesignation)),
    )
    .post(`${APPLICATION}/interest`, may(sitOnPanel, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, sitOnPanel);
      const form = await formOf(c);
      const read = readInterest(form);
      if (!read.ok) return applicationPage(c, db, scope, shown(form, read.errors), 400);
      const at = { roundId: idIn(c, 'round', 'round'), applicationId: idOf(c) };
      const done = await declareInterest(db, scope, at, read.value);
      found(done.ok ? done : null, 'application');
      // With an interest the application is no longer theirs to see.
      if (read.value.hasInterest)
        return c.redirect(paths.designationRound(organisationOf(c).id, at.roundId, { done: 'declared' }), 303);
      return back(c, 'declared');
    })
    .post(`${APPLICATION}/scores`, may(sitOnPanel, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, sitOnPanel);
      const form = await formOf(c);
      const { round } = await viewOf(c, db, scope);
      const ruleSet = ruleSetOf(round.ruleSet);
      const read = readScores(ruleSet, form);
      if (!read.ok) return applicationPage(c, db, scope, shown(form, read.errors), 400);
      const done = await giveScores(db, scope, idOf(c), read.value);
      if (done.ok) return back(c, 'scored');
      found(done.reason === 'no such application' ? null : done, 'application');
      const field = `${ruleSet.criteria[0]!.key}-score`;
      return applicationPage(c, db, scope, shown(form, { [field]: NOT_SCORED[done.reason] ?? '' }), 409);
    })
    .post(`${APPLICATION}/rulings`, may(runDesignation, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, runDesignation);
      const form = await formOf(c);
      const read = readForm(rulingForm, form);
      if (!read.ok) return applicationPage(c, db, scope, shown(form, read.errors), 400);
      const done = await ruleOnCheck(db, scope, idOf(c), read.value);
      if (done.ok) return back(c, 'ruled');
      found(done.reason === 'no such application' ? null : done, 'application');
      const rule = done.reason === 'over' ? 'Eligibility is no longer open' : 'Choose a rule of the round';
      return applicationPage(c, db, scope, shown(form, { rule }), 409);
    })
    .post(`${APPLICATION}/check`, may(runDesignation, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, runDesignation);
      const { round, known } = await viewOf(c, db, scope);
      const asked = { urn: known.urn, ruleSet: ruleSetOf(round.ruleSet), today: today() };
      const done = await checkAgain(db, scope, idOf(c), asked);
      if (done.ok) return back(c, 'checked');
      found(done.reason === 'no such application' ? null : done, 'application');
      return applicationPage(c, db, scope, shown({}, { to: 'Eligibility is no longer open' }), 409);
    })
    .post(`${APPLICATION}/references`, may(runDesignation, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, runDesignation);
      const form = await formOf(c);
      const read = readForm(askAnewForm, form);
      if (!read.ok) {
        found(read.errors.reference === undefined ? read : null, 'reference');
        return applicationPage(c, db, scope, shown(form, read.errors), 400);
      }
      const { round } = await viewOf(c, db, scope);
      const { siteUrl } = c.get('site');
      const done = await askAnew(db, scope, idOf(c), read.value, {
        referenceDays: processOf(round.process).referenceDays,
        now: new Date(),
        today: today(),
        linkTo: (token) => siteUrl + paths.reference(token),
      });
      if (done.ok) return back(c, 'asked');
      found(done.reason === 'over' || done.reason === 'answered' ? done : null, 'reference');
      const name = done.reason === 'answered' ? 'This referee has answered' : 'References are no longer asked for';
      return applicationPage(c, db, scope, shown(form, { name }), 409);
    })
    .post(`${APPLICATION}/moves`, may(runDesignation, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, runDesignation);
      const form = await formOf(c);
      const read = readForm(moveForm, { ...form, words: form['move-words'] });
      if (!read.ok) return applicationPage(c, db, scope, shown(form, renamed(read.errors, WORDS)), 400);
      const to = toStateOf(read.value.to);
      if (to === null) return applicationPage(c, db, scope, shown(form, { to: 'Choose what you do' }), 400);
      const until =
        to === 'deferred'
          ? readDate(form, 'until', { name: 'the day until which you defer', when: 'future', today: today() })
          : null;
      if (until?.ok === false) return applicationPage(c, db, scope, shown(form, {}, { until: until.error }), 400);
      const { siteUrl } = c.get('site');
      const done = await moveApplication(
        db,
        scope,
        idOf(c),
        { ...read.value, to, untilOn: until?.day ?? null },
        { processOf, reviewMonthsOf, today: today(), linkTo: (urn, id) => siteUrl + paths.ownApplication(urn, id) },
      );
      if (done.ok) return back(c, 'moved');
      found(done.reason === 'no such application' ? null : done, 'application');
      const errors = { [done.reason === 'no reason' ? 'move-words' : 'to']: whyNotMoved(done) };
      return applicationPage(c, db, scope, shown(form, errors), done.reason === 'no reason' ? 400 : 409);
    });
}

const WORDS = { words: 'move-words' };

const NOT_SCORED: Record<string, string> = {
  'not on the panel': 'You do not sit on the panel of this round',
  'declare first': 'Declare first whether you have an interest in the applicant',
  over: 'The application is not before the panel',
  'all in': 'All scores are in, and stand',
};

/** Why a move was refused, in words for its form. */
export function whyNotMoved(done: Extract<Moved, { ok: false }>): string {
  switch (done.reason) {
    case 'changed':
      return 'Somebody moved the application since you opened this page. Look at it as it is now, then decide again';
    case 'not yours':
      return 'This is not yours to do as the application stands';
    case 'no reason':
      return 'Enter your reason';
    case 'no day':
      return 'Enter a day after today until which you defer';
    case 'open':
      return `Still open: ${done.open.join('; ')}`;
    case 'no such application':
      return 'There is no such application';
  }
}

export function toStateOf(typed: string): ApplicationState | null {
  return APPLICATION_STATES.find((state) => state === typed) ?? null;
}

function idOf(c: Context): string {
  return idIn(c, 'application', 'application');
}

function back(c: Context, done: string) {
  const round = idIn(c, 'round', 'round');
  return c.redirect(paths.designationApplication(organisationOf(c).id, round, idOf(c), { done }), 303);
}

async function viewOf(c: Context, db: Kysely<Database>, scope: DesignationScope) {
  const asked = {
    organisationId: organisationOf(c).id,
    roundId: idIn(c, 'round', 'round'),
    applicationId: idOf(c),
  };
  return found(await applicationView(db, scope, asked), 'application');
}

async function applicationPage(
  c: Context,
  db: Kysely<Database>,
  scope: DesignationScope,
  form = NO_FORM,
  status: 200 | 400 | 409 = 200,
) {
  const { round, known, file, parts } = await viewOf(c, db, scope);
  const organisation = organisationOf(c);
  if (file === null)
    return page(c, <OnlyDeclarePage organisation={organisation} round={round} applicant={known} form={form} />, status);
  const process = processOf(round.process);
  const moves = movesFrom(file.application.state, parts)
    .filter(({ by }) => by.some((part) => part !== 'house' && part !== 'applicant' && parts.includes(part)))
    .map((move) => ({ move, open: openBefore({ ...file, to: move.to, process, today: today() }) }));
  return page(
    c,
    <ApplicationPage
      organisation={organisation}
      round={round}
      ruleSet={ruleSetOf(round.ruleSet)}
      file={file}
      personId={c.get('person')?.id ?? ''}
      runs={mayAlso(c, runDesignation, organisationSubjectOf(c)) !== null}
      moves={moves}
      form={form}
      done={c.req.query('done') ?? null}
    />,
    status,
  );
}
