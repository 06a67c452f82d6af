import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import type { FormState } from '../../../need/pages/round/rounds.tsx';
import { formState, organisationOf, organisationSubjectOf } from '../../../need/routes/round/asked-for.tsx';
import { NotFound } from '../../../web/errors.tsx';
import { formOf } from '../../../web/forgery.ts';
import { may, mayAlso, scopeOf } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import { closePlanningRound } from '../../commands/round/close-planning-round.ts';
import { openPlanningRound } from '../../commands/round/open-planning-round.ts';
import { DecisionsPage } from '../../pages/round/decisions.tsx';
import { PlanningRoundPage, roundTitle } from '../../pages/round/planning-round.tsx';
import { PlanningRoundsPage } from '../../pages/round/planning-rounds.tsx';
import { SidesPage } from '../../pages/round/sides.tsx';
import { type PlanningScope, readPlanning, runPlanning } from '../../policy.ts';
import { freezeInputs } from '../../queries/round/freeze-inputs.ts';
import { proposalsOf } from '../../queries/round/proposals.ts';
import { planningRoundsOf } from '../../queries/round/rounds.ts';
import type { Finding } from '../../rules/finding.ts';
import { inForce, takenForward } from '../../rules/round/decision.ts';
import { daysOfTerm, termsToPlan } from '../../rules/round/planning-term.ts';
import { problemOfRound } from '../../rules/round/problem-of-round.ts';
import { weightsChanged } from '../../rules/round/weight-boxes.ts';
import type { AskRoads } from '../../rules/travel/road-times.ts';
import { readOpening } from '../../schema/planning-forms.ts';
import { leadersShown, needsToPlan, planningAskedFor, todaysPlanning, wholeRoundAskedFor } from './asked-for.tsx';

const ROUNDS = '/organisations/:organisation/planning';
const ROUND = `${ROUNDS}/:planning`;

/** The planning rounds of a service: opened, read, closed. */
export function planningRoundRoutes({ db, askRoads }: { db: Kysely<Database>; askRoads: AskRoads | null }): Hono {
  return new Hono()
    .get(ROUNDS, may(readPlanning, organisationSubjectOf), (c) => roundsPage(c, db, scopeOf(c, readPlanning)))
    .post(ROUNDS, may(runPlanning, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, runPlanning);
      const form = await formOf(c);
      const asked = readOpening(form);
      if (!asked.ok) return roundsPage(c, db, scope, formState(form, asked.errors));
      const read = await needsToPlan(c, db);
      const { policy } = todaysPlanning();
      const inputs =
        read === null
          ? null
          : await freezeInputs(db, scope, read, { term: asked.value, roundPolicy: policy }, askRoads);
      if (inputs === null)
        throw new NotFound('No school of this service is assessed yet, so there is nothing to plan.');
      const round = { ...asked.value, title: roundTitle(asked.value), ...daysOfTerm(asked.value, policy) };
      const opened = await openPlanningRound(db, scope, round, inputs);
      const { id } = organisationOf(c);
      if (opened.ok) return c.redirect(paths.planningRound(id, opened.id, { done: 'opened' }), 303);
      const errors = { term: 'This term has a round under way: close it first' };
      return roundsPage(c, db, scope, formState(form, errors), 409);
    })
    .get(ROUND, may(readPlanning, organisationSubjectOf), (c) => planningPage(c, db, scopeOf(c, readPlanning)))
    .post(`${ROUND}/state`, may(runPlanning, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, runPlanning);
      const round = await planningAskedFor(c, db, scope);
      const to = (await formOf(c)).do === 'open' ? 'open' : 'closed';
      const done = await closePlanningRound(db, scope, round.id, to);
      const { id } = organisationOf(c);
      if (!done.ok && done.reason === 'term taken')
        return planningPage(c, db, scope, {
          form: formState({}, { do: 'The term has another round under way: close it first' }),
        });
      if (!done.ok) throw new NotFound('There is no such planning round that could be closed or opened.');
      if (to === 'closed') return c.redirect(paths.planningRounds(id, { done: 'closed' }), 303);
      return c.redirect(paths.planningRound(id, round.id, { done: 'open' }), 303);
    })
    .get(`${ROUND}/sides`, may(readPlanning, organisationSubjectOf), async (c) => {
      const asked = await wholeRoundAskedFor(c, db, scopeOf(c, readPlanning));
      const { round, inputs, sides, runs } = asked;
      const leaders = leadersShown(asked);
      return page(
        c,
        <SidesPage
          organisation={organisationOf(c)}
          round={round}
          needs={sides.needs}
          leftOut={sides.leftOut}
          leaders={leaders.toSorted((a, b) => a.school.name.localeCompare(b.school.name))}
          notShown={sides.leaders.length - leaders.length}
          support={inputs.policy.support}
          runs={runs}
        />,
      );
    })
    .get(`${ROUND}/decisions`, may(readPlanning, organisationSubjectOf), async (c) => {
      const { round, decisions, scenarios, names, runs } = await wholeRoundAskedFor(c, db, scopeOf(c, readPlanning));
      return page(
        c,
        <DecisionsPage
          organisation={organisationOf(c)}
          round={round}
          decisions={decisions.toReversed()}
          scenarios={scenarios}
          names={names}
          runs={runs}
        />,
      );
    });
}

async function roundsPage(
  c: Context,
  db: Kysely<Database>,
  scope: PlanningScope,
  form: FormState = formState(),
  status: 200 | 400 | 409 = Object.keys(form.errors).length === 0 ? 200 : 400,
) {
  const rounds = await planningRoundsOf(db, scope);
  const opens = mayAlso(c, runPlanning, organisationSubjectOf(c)) === null ? null : termsToPlan(todaysPlanning().today);
  return page(
    c,
    <PlanningRoundsPage
      organisation={organisationOf(c)}
      rounds={rounds}
      opens={opens}
      form={form}
      done={c.req.query('done') ?? null}
    />,
    status,
  );
}

/** The page of a round, also as the answer to a form on it that could not be taken. */
export async function planningPage(
  c: Context,
  db: Kysely<Database>,
  scope: PlanningScope,
  answer: { form?: FormState; findings?: readonly Finding[] } = {},
) {
  const asked = await wholeRoundAskedFor(c, db, scope);
  const { round, inputs, scenarios, decisions, sides, names, runs } = asked;
  const proposals = await proposalsOf(db, scope, round.id);
  const { policy } = todaysPlanning();
  const first = scenarios[0];
  const nothingYet = proposals.length === 0 && first !== undefined;
  const findings =
    answer.findings ??
    (nothingYet
      ? problemOfRound(inputs, { decisions: inForce(decisions, first.id), weights: first.weights }).findings
      : []);
  const isWell = answer.form === undefined && answer.findings === undefined;
  const planned = sides.needs.filter(({ key }) => !sides.leftOut.includes(key));
  return page(
    c,
    <PlanningRoundPage
      organisation={organisationOf(c)}
      round={round}
      sides={{
        needs: sides.needs.length,
        leftOut: sides.leftOut.length,
        needDays: sum(planned.map(({ days }) => days)),
        leaders: sides.leaders.length,
        leaderDays: sum(sides.leaders.map(({ days }) => days)),
      }}
      scenarios={scenarios.map((scenario) => ({
        ...scenario,
        differs: [
          ...weightsChanged(inputs.policy, scenario.weights.change),
          ...(scenario.weights.budgetPounds === null
            ? []
            : [`Budget £${scenario.weights.budgetPounds.toLocaleString('en-GB')}`]),
        ],
      }))}
      proposals={proposals}
      decisions={decisions.filter(({ undone }) => undone === null).toReversed()}
      names={names}
      takenForward={takenForward(decisions)?.value.proposalId ?? null}
      findings={findings}
      runs={runs}
      form={answer.form ?? formState({ seconds: String(policy.search.seconds) })}
      done={isWell ? (c.req.query('done') ?? null) : null}
    />,
    isWell ? 200 : 409,
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
