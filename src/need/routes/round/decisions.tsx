import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import { NotFound } from '../../../web/errors.tsx';
import { formOf } from '../../../web/forgery.ts';
import { may, mayAlso, scopeOf } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import { decideInRound as decide, type DecidedInRound, type SchoolDecision } from '../../commands/round/decide.ts';
import { notePanel } from '../../commands/round/note-panel.ts';
import { RoundSchoolPage } from '../../pages/round/round-school.tsx';
import type { FormState } from '../../pages/round/rounds.tsx';
import { decideInRound, notePanel as notePermission, readRounds, type RoundScope } from '../../policy.ts';
import { agendaOfRound } from '../../queries/round/agenda.ts';
import { participationOf } from '../../queries/round/participation.ts';
import { panelOf } from '../../queries/round/rounds.ts';
import { interestsOf } from '../../rules/round/round.ts';
import { clearForm, readInterest, roundDecisionForm } from '../../schema/round-forms.ts';
import {
  formState,
  leaveToModerate,
  organisationOf,
  organisationSubjectOf,
  roundAskedFor,
  todaysPolicies,
  urnIn,
} from './asked-for.tsx';
import { roundPage } from './rounds.tsx';

const ROUND = '/organisations/:organisation/rounds/:round';

/** Decisions of a panel: the clear cases in one go, the others school by school; and interests declared. */
export function roundDecisionRoutes({ db }: { db: Kysely<Database> }): Hono {
  return new Hono()
    .post(`${ROUND}/clear`, may(decideInRound, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, decideInRound);
      const round = await roundAskedFor(c, db, scope);
      const form = await formOf(c);
      const parsed = clearForm.safeParse(form);
      if (!parsed.success) return roundPage(c, db, scope, formState({}, firstErrors(parsed.error.issues)));
      const decisions: SchoolDecision[] = [];
      for (const urn of parsed.data.urn) {
        const own = await leaveToModerate(c, db, urn);
        if (own === null) return roundPage(c, db, scope, formState({}, { urn: PROBLEMS['no such school'] }));
        decisions.push({ scope: own, category: null, reason: null });
      }
      const done = await decide(db, scope, round.id, { decisions, noInterest: parsed.data.noInterest === 'yes' });
      if (done.ok) return c.redirect(paths.needRound(organisationOf(c).id, round.id, { done: 'confirmed' }), 303);
      return roundPage(
        c,
        db,
        scope,
        formState({}, { urn: `${PROBLEMS[done.reason]}${await named(c, db, scope, done.urn)}` }),
        409,
      );
    })
    .get(`${ROUND}/schools/:urn`, may(readRounds, organisationSubjectOf), (c) =>
      schoolPage(c, db, scopeOf(c, readRounds)),
    )
    .post(`${ROUND}/schools/:urn`, may(decideInRound, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, decideInRound);
      const round = await roundAskedFor(c, db, scope);
      const urn = urnIn(c);
      const own = await leaveToModerate(c, db, urn);
      if (own === null) throw new NotFound('There is no such school in this round.');
      const form = await formOf(c);
      const parsed = roundDecisionForm.safeParse(form);
      if (!parsed.success) return schoolPage(c, db, scope, formState(form, firstErrors(parsed.error.issues)));
      const { category, reason } = parsed.data;
      const decisions = [{ scope: own, category, reason }];
      const done = await decide(db, scope, round.id, { decisions, noInterest: parsed.data.noInterest === 'yes' });
      if (done.ok) return c.redirect(paths.needRound(organisationOf(c).id, round.id, { done: 'decided' }), 303);
      if (done.reason === 'no such school') throw new NotFound('There is no such school in this round.');
      const field = done.reason === 'reason needed' ? 'reason' : 'category';
      return schoolPage(c, db, scope, formState(form, { [field]: PROBLEMS[done.reason] }), 409);
    })
    .post(`${ROUND}/schools/:urn/interest`, may(notePermission, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, notePermission);
      const round = await roundAskedFor(c, db, scope);
      const urn = urnIn(c);
      const form = await formOf(c);
      const read = readInterest(form);
      if (!read.ok) return schoolPage(c, db, scope, formState(form, read.errors));
      const noted = await notePanel(db, scope, round.id, { ...read.value, urn });
      const back = `${paths.needRoundSchool(organisationOf(c).id, round.id, urn)}?done=noted`;
      if (noted.ok) return c.redirect(back, 303);
      if (noted.reason === 'no such school') throw new NotFound('There is no such school in this round.');
      return schoolPage(
        c,
        db,
        scope,
        formState(form, { interest: 'This cannot be written down any more: look at the page as it now stands' }),
        409,
      );
    });
}

const PROBLEMS: Record<Extract<DecidedInRound, { ok: false }>['reason'], string> = {
  'no such round': 'There is no such round',
  closed: 'The round is closed: open it again, or change the category on the page of the school’s need',
  'no such school': 'A school that was sent is not in this round',
  'no agreement': 'This academy takes part no longer',
  interest: 'You have declared an interest: somebody else decides',
  'reason needed': 'Enter why you set another category than the one proposed',
  'interest not denied': 'Say that you have no interest',
};

async function named(c: Context, db: Kysely<Database>, scope: RoundScope, urn: number | undefined): Promise<string> {
  if (urn === undefined) return '';
  const round = await roundAskedFor(c, db, scope);
  const [entry] = await agendaOfRound(db, scope, round, todaysPolicies().round, urn);
  return entry === undefined ? '' : `: ${entry.item.name}`;
}

function firstErrors(issues: readonly { path: PropertyKey[]; message: string }[]): Record<string, string> {
  return Object.fromEntries(issues.toReversed().map(({ path, message }) => [String(path[0]), message]));
}

async function schoolPage(
  c: Context,
  db: Kysely<Database>,
  scope: RoundScope,
  form: FormState = formState(),
  status: 200 | 400 | 409 = Object.keys(form.errors).length === 0 ? 200 : 400,
) {
  const round = await roundAskedFor(c, db, scope);
  const urn = urnIn(c);
  const [entry] = await agendaOfRound(db, scope, round, todaysPolicies().round, urn);
  if (entry === undefined) throw new NotFound('There is no such school in this round.');
  const [panel, schools] = [await panelOf(db, scope, round.id), await participationOf(db, scope)];
  return page(
    c,
    <RoundSchoolPage
      organisation={organisationOf(c)}
      round={round}
      entry={entry}
      takesPart={schools.some((school) => school.urn === urn && school.takesPart)}
      interest={interestsOf(panel, scope.person?.id ?? '').has(urn)}
      decides={mayAlso(c, decideInRound, organisationSubjectOf(c)) !== null}
      form={form}
      done={c.req.query('done') ?? null}
    />,
    status,
  );
}
