import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import { daysAfter } from '../../../opendata/rules/london-time.ts';
import { NotFound } from '../../../web/errors.tsx';
import { formOf } from '../../../web/forgery.ts';
import { may, mayAlso, scopeOf } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import { moveRound } from '../../commands/round/move-round.ts';
import { notePanel } from '../../commands/round/note-panel.ts';
import { openRound } from '../../commands/round/open-round.ts';
import { RoundPage } from '../../pages/round/round.tsx';
import { type FormState, RoundsPage } from '../../pages/round/rounds.tsx';
import {
  decideInRound,
  exportAgenda,
  notePanel as notePermission,
  readRounds,
  type RoundScope,
  runRound,
} from '../../policy.ts';
import { entitlements } from '../../queries/entitlements.ts';
import { agendaOfRound } from '../../queries/round/agenda.ts';
import { participationOf } from '../../queries/round/participation.ts';
import { panelOf, roundsOf } from '../../queries/round/rounds.ts';
import { agendaCsv } from '../../rules/round/agenda-csv.ts';
import { interestsOf } from '../../rules/round/round.ts';
import { termOf, TERMS, termWords } from '../../rules/round/term.ts';
import { readNewRound, readPanelNote, stepForm } from '../../schema/round-forms.ts';
import {
  boxesOf,
  formState,
  needsOfService,
  organisationOf,
  organisationSubjectOf,
  roundAskedFor,
  todaysPolicies,
} from './asked-for.tsx';

const ROUND = '/organisations/:organisation/rounds/:round';

/** The rounds of a service: opened, read as the agenda of a panel, taken on and back. */
export function roundRoutes({ db }: { db: Kysely<Database> }): Hono {
  return new Hono()
    .get('/organisations/:organisation/rounds', may(readRounds, organisationSubjectOf), (c) =>
      roundsPage(c, db, scopeOf(c, readRounds)),
    )
    .post('/organisations/:organisation/rounds', may(runRound, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, runRound);
      const form = await formOf(c);
      const asked = readNewRound(form);
      if (!asked.ok) return roundsPage(c, db, scope, formState(form, asked.errors));
      const read = await needsOfService(c, db, scope);
      if (read === null || read.needs.length === 0)
        throw new NotFound('No school of this service is assessed yet, so there is nothing to moderate.');
      const opened = await openRound(db, scope, asked.value, read);
      const { id } = organisationOf(c);
      if (opened.ok) return c.redirect(paths.needRound(id, opened.id, { done: 'opened' }), 303);
      return roundsPage(c, db, scope, formState(form, { term: NOT_OPENED[opened.reason] }), 409);
    })
    .get(ROUND, may(readRounds, organisationSubjectOf), (c) => roundPage(c, db, scopeOf(c, readRounds)))
    .get(`${ROUND}/agenda.csv`, may(exportAgenda, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, exportAgenda);
      const round = await roundAskedFor(c, db, scope);
      const agenda = await agendaOfRound(db, scope, round, todaysPolicies().round);
      c.header('Content-Type', 'text/csv; charset=utf-8');
      c.header('Content-Disposition', `attachment; filename="agenda-${termWords(round).replaceAll(' ', '-')}.csv"`);
      return c.body(agendaCsv(agenda));
    })
    .post(`${ROUND}/step`, may(runRound, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, runRound);
      const round = await roundAskedFor(c, db, scope);
      const form = await formOf(c);
      const step = stepForm.safeParse(form);
      if (!step.success) return roundPage(c, db, scope, formState(form, { words: step.error.issues[0]!.message }));
      const moved = await moveRound(db, scope, round.id, step.data);
      if (moved.ok) return c.redirect(paths.needRound(organisationOf(c).id, round.id, { done: 'moved' }), 303);
      if (moved.reason === 'no such round') throw new NotFound('There is no such round.');
      return roundPage(c, db, scope, formState(form, { words: NOT_MOVED[moved.reason] }), 409);
    })
    .post(`${ROUND}/panel`, may(notePermission, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, notePermission);
      const round = await roundAskedFor(c, db, scope);
      const form = await formOf(c);
      const read = readPanelNote(form);
      if (!read.ok) return roundPage(c, db, scope, formState({}, read.errors));
      const noted = await notePanel(db, scope, round.id, { ...read.value, urn: null });
      if (noted.ok) return c.redirect(paths.needRound(organisationOf(c).id, round.id, { done: 'noted' }), 303);
      return roundPage(c, db, scope, formState({}, { [read.value.kind]: 'The round is closed' }), 409);
    });
}

const NOT_OPENED = {
  'one is open': 'Another round is under way: close it first',
  'term taken': 'This term has had its round: open it again from its page',
  'nobody takes part': 'No school takes part: academies need an agreement',
} as const;

const NOT_MOVED = {
  'not from here': 'The round has moved on since you opened this page: look at it as it now stands',
  'reason needed': 'Enter why the round goes back',
  'another is open': 'Another round is under way: close it first',
} as const;

async function roundsPage(
  c: Context,
  db: Kysely<Database>,
  scope: RoundScope,
  form?: FormState,
  status: 200 | 400 | 409 = form === undefined ? 200 : 400,
) {
  const organisation = organisationOf(c);
  const { today, round: policy } = todaysPolicies();
  const [rounds, days, schools] = [
    await roundsOf(db, scope),
    await entitlements(db, scope),
    await participationOf(db, scope),
  ];
  const opens = mayAlso(c, runRound, organisationSubjectOf(c)) === null ? null : termsFrom(today);
  const proposed = {
    ...boxesOf('panel', daysAfter(today, policy.days.panel)),
    ...boxesOf('letters', daysAfter(today, policy.days.letters)),
    ...boxesOf('answer', daysAfter(today, policy.days.answer)),
  };
  return page(
    c,
    <RoundsPage
      organisation={organisation}
      rounds={rounds}
      entitlements={days}
      opens={opens}
      takingPart={{
        schools: schools.filter(({ takesPart }) => takesPart).length,
        without: schools.filter(({ takesPart }) => !takesPart).length,
        isAuthority: c.get('person')?.acting?.organisation.kind === 'local authority',
      }}
      form={form ?? formState(proposed)}
      done={c.req.query('done') ?? null}
    />,
    status,
  );
}

/** The term of today and the two that follow. */
function termsFrom(today: string) {
  const { schoolYear, term } = termOf(today);
  const first = TERMS.indexOf(term);
  return [0, 1, 2].map((step) => ({
    schoolYear: schoolYear + Math.floor((first + step) / TERMS.length),
    term: TERMS[(first + step) % TERMS.length]!,
  }));
}

/** The agenda as a page, also as the answer to a form on it that could not be taken. */
export async function roundPage(
  c: Context,
  db: Kysely<Database>,
  scope: RoundScope,
  form: FormState = formState(),
  status: 200 | 400 | 409 = Object.keys(form.errors).length === 0 ? 200 : 400,
) {
  const round = await roundAskedFor(c, db, scope);
  const { round: policy } = todaysPolicies();
  const [agenda, panel] = [await agendaOfRound(db, scope, round, policy), await panelOf(db, scope, round.id)];
  const subject = organisationSubjectOf(c);
  const personId = scope.person?.id ?? '';
  return page(
    c,
    <RoundPage
      organisation={organisationOf(c)}
      round={round}
      agenda={agenda}
      panel={panel}
      policy={policy}
      viewer={{
        personId,
        decides: mayAlso(c, decideInRound, subject) !== null,
        runs: mayAlso(c, runRound, subject) !== null,
      }}
      interests={interestsOf(panel, personId)}
      form={form}
      done={c.req.query('done') ?? null}
    />,
    status,
  );
}
