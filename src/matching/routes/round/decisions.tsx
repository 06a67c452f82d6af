import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Scope } from '../../../access/scope.ts';
import type { Database } from '../../../db/schema.ts';
import type { FormState } from '../../../need/pages/round/rounds.tsx';
import { boxesOf, formState, organisationOf, organisationSubjectOf } from '../../../need/routes/round/asked-for.tsx';
import { NotFound } from '../../../web/errors.tsx';
import { formOf } from '../../../web/forgery.ts';
import { may, scopeOf } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import { takeDecision } from '../../commands/round/take-decision.ts';
import { undoDecision } from '../../commands/round/undo-decision.ts';
import type { Deciding } from '../../pages/round/deciding.tsx';
import { LeaderFormPage } from '../../pages/round/leader-form.tsx';
import { NeedFormPage } from '../../pages/round/need-form.tsx';
import { NewLeaderPage } from '../../pages/round/new-leader.tsx';
import { NewNeedPage } from '../../pages/round/new-need.tsx';
import { PairPage } from '../../pages/round/pair.tsx';
import { UndoPage } from '../../pages/round/undo.tsx';
import { readPlanning, runPlanning } from '../../policy.ts';
import { leaderToAdd, needToAdd } from '../../queries/round/sides-to-add.ts';
import type { DecisionContent } from '../../rules/round/decision.ts';
import type { Leader, Need } from '../../rules/sides.ts';
import type { Read } from '../../../need/schema/form-fields.ts';
import {
  interestsTyped,
  readLeaderDecision,
  readNeedDecision,
  readNewLeader,
  readNewNeed,
  readPair,
  undoForm,
} from '../../schema/planning-forms.ts';
import { decidingIn, leadersShown, needsToPlan, type RoundAsked, wholeRoundAskedFor } from './asked-for.tsx';

const ROUND = '/organisations/:organisation/planning/:planning';

type Typed = Record<string, unknown>;
type Show = (c: Context, asked: RoundAsked, deciding: Deciding, form: Typed) => Response | Promise<Response>;

/** A form of a decision that was read: whose scenarios it is for, why, and what is decided; or what is wrong with it. */
type Decides = (c: Context, asked: RoundAsked, form: Typed) => Promise<Read<Parsed>>;
interface Parsed {
  scenario: string | null;
  reason: string;
  seen: string;
  content: DecisionContent;
}

/** Where decisions are taken in a planning round, one page a kind, and where they are undone. */
export function planningDecisionRoutes({ db }: { db: Kysely<Database> }): Hono {
  const routes = new Hono();
  const forms: [part: string, show: Show, decides: Decides][] = [
    ['pair', pairPage, decidesPair],
    ['need', needPage, decidesNeed],
    [
      'new-need',
      (c, asked, deciding) => newNeedPage(c, db, asked, deciding),
      (c, asked, form) => decidesNewNeed(c, db, asked, form),
    ],
    ['leader', leaderPage, decidesLeader],
    ['new-leader', newLeaderPage, (_, asked, form) => decidesNewLeader(db, asked, form)],
  ];
  for (const [part, show, decides] of forms) {
    // A need and a leader have a page for everybody who reads the round; the other forms are for those who decide.
    const isOfOne = part === 'need' || part === 'leader';
    const looks = isOfOne ? readPlanning : runPlanning;
    routes.get(`${ROUND}/${part}`, may(looks, organisationSubjectOf), async (c) => {
      const asked = await wholeRoundAskedFor(c, db, scopeOf(c, looks));
      const query = c.req.query();
      if (isOfOne && query.key === undefined)
        return c.redirect(paths.planningPart(organisationOf(c).id, asked.round.id, 'sides'), 303);
      return show(c, asked, decidingIn(asked, formState(query)), query);
    });
    routes.post(`${ROUND}/${part}`, may(runPlanning, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, runPlanning);
      const form = await formOf(c);
      const asked = await wholeRoundAskedFor(c, db, scope);
      const read = await decides(c, asked, form);
      if (!read.ok) return show(c, asked, decidingIn(asked, formState(form, read.errors)), form);
      return decide(c, db, scope, asked, { form, show, parsed: read.value });
    });
  }
  return routes
    .get(`${ROUND}/decided/:decision`, may(readPlanning, organisationSubjectOf), async (c) =>
      undoPage(c, await wholeRoundAskedFor(c, db, scopeOf(c, readPlanning))),
    )
    .post(`${ROUND}/decided/:decision`, may(runPlanning, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, runPlanning);
      const asked = await wholeRoundAskedFor(c, db, scope);
      const decision = decisionAskedFor(c, asked);
      const form = await formOf(c);
      const said = undoForm.safeParse(form);
      if (!said.success) return undoPage(c, asked, formState(form, { why: said.error.issues[0]!.message }));
      const undone = await undoDecision(db, scope, asked.round.id, { decisionId: decision.id, why: said.data.why });
      if (undone.ok)
        return c.redirect(paths.planningRound(organisationOf(c).id, asked.round.id, { done: 'undone' }), 303);
      if (undone.reason === 'no such decision') throw new NotFound('There is no such decision in this round.');
      const error = undone.reason === 'over' ? 'The round is over' : 'Somebody has undone it already';
      return undoPage(c, await wholeRoundAskedFor(c, db, scope), formState(form, { why: error }));
    });
}

async function decide(
  c: Context,
  db: Kysely<Database>,
  scope: Scope<typeof runPlanning.verb>,
  asked: RoundAsked,
  { form, show, parsed: { content, scenario, reason, seen } }: { form: Typed; show: Show; parsed: Parsed },
) {
  const taken = await takeDecision(db, scope, asked.round.id, { content, scenarioId: scenario, reason, seen });
  if (taken.ok) return c.redirect(paths.planningRound(organisationOf(c).id, asked.round.id, { done: 'decided' }), 303);
  if (taken.reason === 'no such round' || taken.reason === 'no such scenario')
    throw new NotFound('There is no such planning round or scenario.');
  c.status(409);
  // As it stands now, so that the form carries what its reader sees.
  const now = await wholeRoundAskedFor(c, db, scope);
  if (taken.reason === 'changed') return show(c, now, decidingIn(now, formState(form), taken.since), form);
  const errors: Record<string, string> =
    taken.reason === 'problem'
      ? { [taken.problem.field]: taken.problem.message }
      : { reason: 'The round is closed or approved: nothing more is decided in it' };
  return show(c, now, decidingIn(now, formState(form, errors)), form);
}

function statusOf({ form: { errors }, since }: Deciding): 200 | 400 | 409 {
  if (since !== null) return 409;
  return Object.keys(errors).length === 0 ? 200 : 400;
}

/** Keys in the order of what they name. */
function byName(keys: readonly string[], name: (key: string) => string): string[] {
  return keys.toSorted((a, b) => name(a).localeCompare(name(b)));
}

/** The leaders whom a need could have by name, and the one that is chosen already. */
function leadersToChoose(asked: RoundAsked, { leader }: Readonly<Record<string, string>>): string[] {
  const keys = leadersShown(asked).map(({ key }) => key);
  const chosen = asked.sides.leaders.filter(({ key }) => key === leader && !keys.includes(key)).map(({ key }) => key);
  return byName([...keys, ...chosen], (key) => asked.names.leader(key));
}

const pairPage: Show = (c, asked, deciding) => {
  const { round, sides, names } = asked;
  return page(
    c,
    <PairPage
      organisation={organisationOf(c)}
      round={round}
      leaders={leadersToChoose(asked, deciding.form.typed)}
      needs={byName(
        sides.needs.map(({ key }) => key).filter((key) => !sides.leftOut.includes(key)),
        (key) => names.need(key),
      )}
      deciding={deciding}
    />,
    statusOf(deciding),
  );
};

const decidesPair: Decides = async (_, __, form) => {
  const read = readPair(form);
  if (!read.ok) return read;
  const { what, leader, need, ...rest } = read.value;
  return { ok: true, value: { ...rest, content: { kind: what, leaderKey: leader, needKey: need, value: {} } } };
};

/** The need that the page is about, by its key in the query or the form. Throws NotFound when the round has none with it. */
function needOf({ sides }: RoundAsked, form: Typed): Need {
  const need = sides.needs.find(({ key }) => key === (form.need ?? form.key));
  if (need === undefined) throw new NotFound('There is no such need in this round.');
  return need;
}

const needPage: Show = (c, asked, deciding, form) => {
  const need = needOf(asked, form);
  const typed = {
    days: String(need.days),
    ...(need.from !== null && boxesOf('from', need.from)),
    ...(need.to !== null && boxesOf('to', need.to)),
    ...(need.confidentialKm !== null && { km: String(need.confidentialKm) }),
    ...deciding.form.typed,
  };
  return page(
    c,
    <NeedFormPage
      organisation={organisationOf(c)}
      round={asked.round}
      need={need}
      leftOut={asked.sides.leftOut.includes(need.key)}
      support={asked.inputs.policy.support}
      runs={asked.runs}
      deciding={{ ...deciding, form: { ...deciding.form, typed } }}
    />,
    statusOf(deciding),
  );
};

const decidesNeed: Decides = async (_, __, form) => {
  const read = readNeedDecision(form);
  if (!read.ok) return read;
  const { what, need, change, ...rest } = read.value;
  const content: DecisionContent =
    what === 'leave out'
      ? { kind: what, leaderKey: null, needKey: need, value: {} }
      : { kind: what, leaderKey: null, needKey: need, value: change };
  return { ok: true, value: { ...rest, content } };
};

async function newNeedPage(c: Context, db: Kysely<Database>, asked: RoundAsked, deciding: Deciding) {
  const read = await needsToPlan(c, db);
  const schools = (read?.needs ?? []).map(({ urn, name }) => ({ urn, name }));
  return page(
    c,
    <NewNeedPage
      organisation={organisationOf(c)}
      round={asked.round}
      schools={schools.toSorted((a, b) => a.name.localeCompare(b.name))}
      support={asked.inputs.policy.support}
      deciding={deciding}
    />,
    statusOf(deciding),
  );
}

async function decidesNewNeed(c: Context, db: Kysely<Database>, asked: RoundAsked, form: Typed): Promise<Read<Parsed>> {
  const read = readNewNeed(form);
  if (!read.ok) return read;
  const { school, field, change, ...rest } = read.value;
  const { support } = asked.inputs.policy;
  if (field !== 'lead' && !support.fields.some(({ code }) => code === field))
    return { ok: false, errors: { field: 'Choose a field' } };
  const needs = await needsToPlan(c, db);
  const assessed = needs?.needs.find(({ urn }) => urn === school);
  const need = assessed === undefined ? null : await needToAdd(db, asked.inputs, assessed, needs!.pack.policy);
  if (need === null) return { ok: false, errors: { school: 'Choose a school of yours' } };
  const key = `${school}:${field}`;
  const added: Need = { ...need, ...change, key, support: field };
  return {
    ok: true,
    value: { ...rest, content: { kind: 'add need', leaderKey: null, needKey: key, value: { need: added } } },
  };
}

function leaderOf({ sides }: RoundAsked, form: Typed): Leader {
  const leader = sides.leaders.find(({ key }) => key === (form.leader ?? form.key));
  if (leader === undefined) throw new NotFound('There is no such leader in this round, or they have withdrawn.');
  return leader;
}

const leaderPage: Show = (c, asked, deciding, form) => {
  const leader = leaderOf(asked, form);
  const isChanging = form.what === 'change leader';
  const typed = { days: String(leader.days), ...(isChanging ? {} : typedOf(leader)), ...deciding.form.typed };
  return page(
    c,
    <LeaderFormPage
      organisation={organisationOf(c)}
      round={asked.round}
      leader={leader}
      support={asked.inputs.policy.support}
      runs={asked.runs}
      fields={isChanging ? fieldsTyped(form) : leader.fields}
      deciding={{ ...deciding, form: { ...deciding.form, typed } }}
    />,
    statusOf(deciding),
  );
};

/** What a leader can give, as it stands in the boxes of the form. */
function typedOf(leader: Leader): Record<string, string> {
  const { mostSchools, furthestMinutes, pencePerDay, released, from, to, interests } = leader;
  return {
    mostSchools: String(mostSchools),
    minutes: furthestMinutes === null ? '' : String(furthestMinutes),
    pounds: pencePerDay === null ? '' : String(pencePerDay / 100),
    released: released === null ? 'not asked' : released ? 'yes' : 'no',
    interests: interestsTyped(interests),
    ...(from !== null && boxesOf('from', from)),
    ...(to !== null && boxesOf('to', to)),
  };
}

function fieldsTyped(form: Typed): string[] {
  return [form.field].flat().filter((field): field is string => typeof field === 'string');
}

const decidesLeader: Decides = async (_, asked, form) => {
  const read = readLeaderDecision(form);
  if (!read.ok) return read;
  const { what, leader, days, change, ...rest } = read.value;
  const about = { leaderKey: leader, needKey: null };
  const known = knownFields(asked, change.fields ?? []);
  const contents: Record<typeof what, DecisionContent> = {
    'set days': { kind: 'set days', ...about, value: { days } },
    'change leader': { kind: 'change leader', ...about, value: { ...change, fields: known } },
    'withdraw leader': { kind: 'withdraw leader', ...about, value: {} },
    'override lender': { kind: 'override lender', ...about, value: {} },
  };
  return { ok: true, value: { ...rest, content: contents[what] } };
};

function knownFields({ inputs }: RoundAsked, fields: readonly string[]): string[] {
  return inputs.policy.support.fields.map(({ code }) => code).filter((code) => fields.includes(code));
}

const newLeaderPage: Show = (c, asked, deciding, form) =>
  page(
    c,
    <NewLeaderPage
      organisation={organisationOf(c)}
      round={asked.round}
      support={asked.inputs.policy.support}
      fields={fieldsTyped(form)}
      deciding={{ ...deciding, form: { ...deciding.form, typed: { mostSchools: '1', ...deciding.form.typed } } }}
    />,
    statusOf(deciding),
  );

async function decidesNewLeader(db: Kysely<Database>, asked: RoundAsked, form: Typed): Promise<Read<Parsed>> {
  const read = readNewLeader(form);
  if (!read.ok) return read;
  const { school, title, role, days, change, ...rest } = read.value;
  if (!asked.inputs.policy.support.roles.some(({ code }) => code === role))
    return { ok: false, errors: { role: 'Choose a role' } };
  const leader = await leaderToAdd(db, asked.inputs, school!, {
    title,
    role,
    days: days!,
    ...change,
    fields: knownFields(asked, change.fields),
    organisationId: asked.round.organisationId,
  });
  if (leader === null)
    return {
      ok: false,
      errors: { school: `No open mainstream school has the URN ${school} in the data of this round` },
    };
  return {
    ok: true,
    value: { ...rest, content: { kind: 'add leader', leaderKey: leader.key, needKey: null, value: { leader } } },
  };
}

function decisionAskedFor(c: Context, { decisions }: RoundAsked) {
  const id = z.uuid().safeParse(c.req.param('decision'));
  const decision = decisions.find((one) => one.id === id.data);
  if (decision === undefined) throw new NotFound('There is no such decision in this round.');
  return decision;
}

function undoPage(c: Context, asked: RoundAsked, form: FormState = formState()) {
  return page(
    c,
    <UndoPage
      organisation={organisationOf(c)}
      round={asked.round}
      decision={decisionAskedFor(c, asked)}
      names={asked.names}
      runs={asked.runs}
      form={form}
    />,
    Object.keys(form.errors).length === 0 ? 200 : 400,
  );
}
