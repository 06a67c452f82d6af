import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import { organisationOf, organisationSubjectOf } from '../../../need/routes/round/asked-for.tsx';
import { readForm } from '../../../need/schema/form-fields.ts';
import { formOf } from '../../../web/forgery.ts';
import { dateBoxes } from '../../../web/form-date.ts';
import { may, mayAlso, scopeOf } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import { endSeat, nameOnPanel, type PanelNamed } from '../../commands/designation/name-panel.ts';
import { openRound } from '../../commands/designation/open-round.ts';
import { type FormShown, NO_FORM } from '../../pages/designation/form-shown.tsx';
import { DesignationRoundPage } from '../../pages/designation/round.tsx';
import { DesignationRoundsPage } from '../../pages/designation/rounds.tsx';
import { type DesignationScope, openDesignation, readDesignation, runDesignation } from '../../policy.ts';
import { roundsOf, roundView } from '../../queries/designation/views.ts';
import { faultsOfDays, usualDays } from '../../rules/designation/round-dates.ts';
import { endSeatForm, namePanelForm, openRoundForm } from '../../schema/designation/forms.ts';
import { found, idIn, processOfToday, readDays, ruleSetsOfToday, shown, today, wrongDay } from './asked-for.tsx';

const ROUNDS = '/organisations/:organisation/designation';
const ROUND = `${ROUNDS}/:round`;

/** Rounds of a service: opened, and a panel named. */
export function designationRoundRoutes({ db }: { db: Kysely<Database> }): Hono {
  return new Hono()
    .get(ROUNDS, may(readDesignation, organisationSubjectOf), (c) => roundsPage(c, db, scopeOf(c, readDesignation)))
    .post(ROUNDS, may(openDesignation, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, openDesignation);
      const form = await formOf(c);
      const read = readForm(openRoundForm, form);
      const ruleSet = read.ok ? ruleSetsOfToday().find(({ id }) => id === read.value.ruleSet) : undefined;
      const { days, errors: dates } = readDays(form, {
        opens: { name: 'the first day for applications', when: 'today or future', today: today() },
        closes: { name: 'the last day for applications', when: 'today or future', today: today() },
        panel: { name: 'the day of the panel', when: 'today or future', today: today() },
      });
      const errors = read.ok ? {} : read.errors;
      if (read.ok && ruleSet === undefined) errors.ruleSet = 'Choose a role';
      const asked = { opensOn: days.opens, closesOn: days.closes, panelOn: days.panel };
      if (Object.keys(dates).length === 0)
        for (const [field, text] of Object.entries(faultsOfDays(asked))) dates[field] = wrongDay(field, text);
      if (!read.ok || ruleSet === undefined || Object.keys(dates).length > 0)
        return roundsPage(c, db, scope, shown(form, errors, dates), 400);
      const done = await openRound(db, scope, {
        ...asked,
        ruleSet,
        process: processOfToday(),
        words: read.value.words,
      });
      if (done.ok) return c.redirect(paths.designationRounds(organisationOf(c).id, { done: 'opened' }), 303);
      const there = { opens: wrongDay('opens', 'A round for this role opens on this day already') };
      return roundsPage(c, db, scope, shown(form, {}, there), 409);
    })
    .get(ROUND, may(readDesignation, organisationSubjectOf), (c) => roundPage(c, db, scopeOf(c, readDesignation)))
    .post(`${ROUND}/panel`, may(runDesignation, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, runDesignation);
      const form = await formOf(c);
      const read = readForm(namePanelForm, form);
      if (!read.ok) return roundPage(c, db, scope, shown(form, read.errors), 400);
      const done = await nameOnPanel(db, scope, idIn(c, 'round', 'round'), read.value);
      if (done.ok) return toRound(c, 'named');
      found(done.reason === 'no such round' ? null : done, 'round');
      return roundPage(c, db, scope, shown(form, NOT_NAMED[done.reason]), 409);
    })
    .post(`${ROUND}/seats`, may(runDesignation, organisationSubjectOf), async (c) => {
      const read = readForm(endSeatForm, await formOf(c));
      const seat = found(read.ok ? read.value.seat : null, 'part in a panel');
      const done = await endSeat(db, scopeOf(c, runDesignation), idIn(c, 'round', 'round'), seat, new Date());
      found(done ? done : null, 'part in a panel');
      return toRound(c, 'ended');
    });
}

const NOT_NAMED: Record<Extract<PanelNamed, { ok: false }>['reason'], Record<string, string>> = {
  'no such round': {},
  'no such person': { person: 'Choose a service lead, broker or adviser of your service' },
  'named already': { person: 'This person is named already' },
  'has a chair': { part: 'The panel has a chair; end that part first' },
  role: { part: 'A chair, and whoever hears appeals, is a service lead or broker' },
  'sat on the panel': { part: 'This person sat on the panel of the round, so others hear its appeals' },
};

function toRound(c: Context, done: string) {
  return c.redirect(paths.designationRound(organisationOf(c).id, idIn(c, 'round', 'round'), { done }), 303);
}

async function roundsPage(
  c: Context,
  db: Kysely<Database>,
  scope: DesignationScope,
  form?: FormShown,
  status: 200 | 400 | 409 = 200,
) {
  const organisation = organisationOf(c);
  const opens = mayAlso(c, openDesignation, organisationSubjectOf(c)) !== null;
  const { opensOn, closesOn, panelOn } = usualDays(processOfToday(), today());
  const typed = { ...dateBoxes('opens', opensOn), ...dateBoxes('closes', closesOn), ...dateBoxes('panel', panelOn) };
  return page(
    c,
    <DesignationRoundsPage
      organisation={organisation}
      rounds={await roundsOf(db, scope, organisation.id)}
      ruleSets={opens ? ruleSetsOfToday() : null}
      today={today()}
      form={form ?? { ...NO_FORM, typed }}
      done={c.req.query('done') ?? null}
    />,
    status,
  );
}

async function roundPage(
  c: Context,
  db: Kysely<Database>,
  scope: DesignationScope,
  form = NO_FORM,
  status: 200 | 400 | 409 = 200,
) {
  const organisation = organisationOf(c);
  const asked = { organisationId: organisation.id, roundId: idIn(c, 'round', 'round') };
  const view = found(await roundView(db, scope, asked), 'round');
  const runs = mayAlso(c, runDesignation, organisationSubjectOf(c)) !== null;
  return page(
    c,
    <DesignationRoundPage
      {...view}
      organisation={organisation}
      judges={runs ? view.judges : null}
      today={today()}
      form={form}
      done={c.req.query('done') ?? null}
    />,
    status,
  );
}
