import { setTimeout as pause } from 'node:timers/promises';
import { type Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../../db/schema.ts';
import type { FormState } from '../../../need/pages/round/rounds.tsx';
import { formState, organisationOf, organisationSubjectOf } from '../../../need/routes/round/asked-for.tsx';
import { listAreas } from '../../../schools/queries/areas.ts';
import { NotFound } from '../../../web/errors.tsx';
import { formOf } from '../../../web/forgery.ts';
import { may, mayAlso, scopeOf } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import { askProposal } from '../../commands/round/ask-proposal.ts';
import { cancelProposal } from '../../commands/round/cancel-proposal.ts';
import { copyScenario } from '../../commands/round/copy-scenario.ts';
import { takeDecision } from '../../commands/round/take-decision.ts';
import { type Compared, ComparePage, MOST_COMPARED } from '../../pages/round/compare.tsx';
import { ProposalPage } from '../../pages/round/proposal.tsx';
import { ScenarioCopyPage } from '../../pages/round/scenario-copy.tsx';
import { UnderWayPage } from '../../pages/round/under-way.tsx';
import { exportPlanning, type PlanningScope, readPlanning, runPlanning } from '../../policy.ts';
import { proposalOf, proposalsOf, proposalWithPlan } from '../../queries/round/proposals.ts';
import { scenariosOf } from '../../queries/round/rounds.ts';
import { type ChangeSince, stampOf } from '../../rules/round/changes-since.ts';
import { inForce, takenForward } from '../../rules/round/decision.ts';
import { roundPlanTable } from '../../rules/round/plan-table.ts';
import { planDifferences } from '../../rules/round/plan-differences.ts';
import { planTotals } from '../../rules/round/plan-totals.ts';
import { proposalWords } from '../../rules/round/proposal-words.ts';
import {
  isPlannedIn,
  isUnderWay,
  type Proposal,
  type ProposalWithPlan,
  type Scenario,
} from '../../rules/round/round.ts';
import { weightsChanged, weightsTyped } from '../../rules/round/weight-boxes.ts';
import { supportWords } from '../../rules/support-policy.ts';
import { readForward, readProposing } from '../../schema/planning-forms.ts';
import { readScenario } from '../../schema/scenario-form.ts';
import {
  boundaryOf,
  planningAskedFor,
  proposalAskedFor,
  type RoundAsked,
  todaysPlanning,
  wholeRoundAskedFor,
} from './asked-for.tsx';
import { planningPage } from './rounds.tsx';
import { type TableFile, tableFile } from '../table-file.tsx';

const ROUND = '/organisations/:organisation/planning/:planning';
const PROPOSAL = `${ROUND}/proposals/:proposal`;

/** How often a page that waits is told how far a search is, and how many times in one answer. */
const TOLD_EVERY_MS = 500;
// A first plan is there soon after it is asked for.
const TOLD_OFTEN = 20;
const TOLD_OFTEN_MS = 100;
const TOLD_IN_ONE_GO = 120;

/** Scenarios of a planning round and their proposals: asked for, followed, stopped, compared, taken forward. */
export function proposalRoutes({ db }: { db: Kysely<Database> }): Hono {
  return new Hono()
    .get(`${ROUND}/scenarios/:scenario/copy`, may(runPlanning, organisationSubjectOf), async (c) => {
      const asked = await wholeRoundAskedFor(c, db, scopeOf(c, runPlanning));
      return copyPage(c, asked);
    })
    .post(`${ROUND}/scenarios/:scenario/copy`, may(runPlanning, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, runPlanning);
      const asked = await wholeRoundAskedFor(c, db, scope);
      const form = await formOf(c);
      const read = readScenario(form, asked.inputs.policy);
      if (!read.ok) return copyPage(c, asked, formState(form, read.errors));
      const copied = await copyScenario(db, scope, asked.round.id, {
        from: scenarioAskedFor(c, asked).id,
        ...read.value,
      });
      const { id } = organisationOf(c);
      if (copied.ok) return c.redirect(paths.planningRound(id, asked.round.id, { done: 'scenario' }), 303);
      if (copied.reason === 'no such scenario') throw new NotFound('There is no such scenario in this round.');
      return copyPage(c, asked, formState(form, { name: NOT_COPIED[copied.reason] }));
    })
    .post(`${ROUND}/scenarios/:scenario/propose`, may(runPlanning, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, runPlanning);
      const round = await planningAskedFor(c, db, scope);
      const { search } = todaysPlanning().policy;
      const form = await formOf(c);
      const read = readProposing({ ...form, seconds: form.seconds || String(search.seconds) }, search.mostSeconds);
      if (!read.ok) return planningPage(c, db, scope, { form: formState(form, read.errors) });
      const scenario = z.uuid().safeParse(c.req.param('scenario'));
      if (!scenario.success) throw new NotFound('There is no such scenario in this round.');
      const asked = await askProposal(db, scope, round.id, scenario.data, { ...read.value, seed: search.seed });
      const { id } = organisationOf(c);
      if (asked.ok) return c.redirect(paths.planningProposal(id, round.id, asked.id), 303);
      if (asked.reason === 'no such scenario') throw new NotFound('There is no such scenario in this round.');
      if (asked.reason === 'no plan possible') return planningPage(c, db, scope, { findings: asked.findings });
      const errors = { seconds: 'The round is closed or approved: nothing more is proposed in it' };
      return planningPage(c, db, scope, { form: formState(form, errors) });
    })
    .get(PROPOSAL, may(readPlanning, organisationSubjectOf), (c) => proposalPage(c, db, scopeOf(c, readPlanning)))
    .get(`${PROPOSAL}/progress`, may(readPlanning, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, readPlanning);
      const round = await planningAskedFor(c, db, scope);
      const first = await proposalAskedFor(c, db, scope, round.id);
      return streamSSE(c, async (stream) => {
        let proposal: Proposal | null = first;
        // A proxy may end what goes on for ever: the browser asks again by itself.
        for (let told = 0; told < TOLD_IN_ONE_GO && proposal !== null && !stream.aborted; told += 1) {
          const data = { is: proposal.state, words: proposalWords(proposal), files: [] };
          await stream.writeSSE({ data: JSON.stringify(data), retry: isUnderWay(proposal) ? 1000 : 5000 });
          if (!isUnderWay(proposal)) return;
          await pause(told < TOLD_OFTEN ? TOLD_OFTEN_MS : TOLD_EVERY_MS);
          proposal = await proposalOf(db, scope, round.id, first.id);
        }
      });
    })
    .get(`${PROPOSAL}/plan.csv`, may(exportPlanning, organisationSubjectOf), (c) => planFile(c, db, 'csv'))
    .get(`${PROPOSAL}/plan.xlsx`, may(exportPlanning, organisationSubjectOf), (c) => planFile(c, db, 'xlsx'))
    .post(`${PROPOSAL}/cancel`, may(runPlanning, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, runPlanning);
      const round = await planningAskedFor(c, db, scope);
      const { id } = await proposalAskedFor(c, db, scope, round.id);
      await cancelProposal(db, scope, round.id, id);
      return c.redirect(paths.planningProposal(organisationOf(c).id, round.id, id), 303);
    })
    .post(`${PROPOSAL}/forward`, may(runPlanning, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, runPlanning);
      const round = await planningAskedFor(c, db, scope);
      const { id } = await proposalAskedFor(c, db, scope, round.id);
      const form = await formOf(c);
      const read = readForward(form);
      if (!read.ok)
        return proposalPage(c, db, scope, { form: formState(form, { forward: read.errors.reason ?? 'Enter why' }) });
      const content = { kind: 'take forward', leaderKey: null, needKey: null, value: { proposalId: id } } as const;
      const taken = await takeDecision(db, scope, round.id, { content, scenarioId: null, ...read.value });
      if (taken.ok)
        return c.redirect(
          paths.planningProposal(organisationOf(c).id, round.id, id, undefined, { done: 'forward' }),
          303,
        );
      if (taken.reason === 'changed')
        return proposalPage(c, db, scope, { form: formState(form), changes: taken.since });
      const error = taken.reason === 'problem' ? taken.problem.message : 'The round is closed or approved';
      return proposalPage(c, db, scope, { form: formState(form, { forward: error }) });
    })
    .get(`${ROUND}/compare`, may(readPlanning, organisationSubjectOf), (c) =>
      comparePage(c, db, scopeOf(c, readPlanning)),
    );
}

const NOT_COPIED = {
  over: 'The round is closed or approved: it takes no more scenarios',
  'name taken': 'Another scenario of the round has this name',
  'too many': 'The round has as many scenarios as anybody can look at',
} as const;

function scenarioAskedFor(c: Context, { scenarios }: RoundAsked): Scenario {
  const scenario = scenarios.find(({ id }) => id === c.req.param('scenario'));
  if (scenario === undefined) throw new NotFound('There is no such scenario in this round.');
  return scenario;
}

function copyPage(c: Context, asked: RoundAsked, form?: FormState) {
  const scenario = scenarioAskedFor(c, asked);
  const { change, budgetPounds } = scenario.weights;
  const stands = {
    ...weightsTyped(asked.inputs.policy, change),
    budget: budgetPounds === null ? '' : String(budgetPounds),
  };
  return page(
    c,
    <ScenarioCopyPage
      organisation={organisationOf(c)}
      round={asked.round}
      scenario={scenario}
      policy={asked.inputs.policy}
      form={form ?? formState(stands)}
    />,
    form === undefined ? 200 : 400,
  );
}

async function proposalPage(
  c: Context,
  db: Kysely<Database>,
  scope: PlanningScope,
  answer: { form?: FormState; changes?: ChangeSince[] } = {},
) {
  const { id: roundId } = await planningAskedFor(c, db, scope);
  const proposal = await proposalAskedFor(c, db, scope, roundId);
  // Who waits for a first plan does not wait for all that the round stands on.
  if (isUnderWay(proposal) && Object.keys(answer).length === 0) return underWayPage(c, db, scope, proposal);
  const { round, inputs, scenarios, decisions, runs } = await wholeRoundAskedFor(c, db, scope);
  const scenario = scenarios.find(({ id }) => id === proposal.scenarioId)!;
  const { policy } = todaysPlanning();
  const now = inForce(decisions, scenario.id).filter(({ kind }) => kind !== 'take forward');
  const then = new Set(proposal.decisions);
  const isCounted = new Set(now.map(({ id }) => id));
  const taken = new Set(decisions.filter(({ kind }) => kind === 'take forward').map(({ id }) => id));
  const gone = proposal.decisions.filter((id) => !isCounted.has(id) && !taken.has(id)).length;
  const stands = {
    seconds: String(policy.search.seconds),
    price: String(scenario.weights.change.weights?.change ?? inputs.policy.weights.change.weight),
  };
  const { form = formState() } = answer;
  const errors = Object.keys(form.errors).length > 0;
  return page(
    c,
    <ProposalPage
      organisation={organisationOf(c)}
      round={round}
      scenario={scenario}
      proposal={proposal}
      totals={proposal.plan === null ? null : planTotals(proposal.plan, await areaNames(db))}
      since={await differencesOf(db, scope, proposal)}
      decidedSince={now.filter(({ id }) => !then.has(id)).length + gone}
      policies={{ ...inputs.policies, matching: inputs.policy.title }}
      support={inputs.policy.support}
      boundary={await boundaryOf(c, db)}
      runs={runs}
      isTakenForward={takenForward(decisions)?.value.proposalId === proposal.id}
      stamp={stampOf(decisions)}
      changes={answer.changes ?? null}
      form={{ ...form, typed: { ...stands, ...form.typed } }}
      done={c.req.query('done') ?? null}
    />,
    answer.changes !== undefined ? 409 : errors ? 400 : 200,
  );
}

/** A proposal as a file to keep. */
async function planFile(c: Context, db: Kysely<Database>, kind: TableFile): Promise<Response> {
  const scope = scopeOf(c, exportPlanning);
  const { round, inputs } = await wholeRoundAskedFor(c, db, scope);
  const { plan } = await proposalAskedFor(c, db, scope, round.id);
  if (plan === null) throw new NotFound('This proposal has no plan yet.');
  const table = roundPlanTable(plan, (support) => supportWords(inputs.policy.support, support));
  return tableFile(c, kind, table, { name: `plan-${round.schoolYear}-${round.term}`, sheet: 'Plan' });
}

/** The page of a search that goes on. */
async function underWayPage(c: Context, db: Kysely<Database>, scope: PlanningScope, proposal: Proposal) {
  const round = await planningAskedFor(c, db, scope);
  const scenario = (await scenariosOf(db, scope, round.id)).find(({ id }) => id === proposal.scenarioId)!;
  return page(
    c,
    <UnderWayPage
      organisation={organisationOf(c)}
      round={round}
      scenario={scenario.name}
      proposal={proposal}
      runs={isPlannedIn(round.state) && mayAlso(c, runPlanning, organisationSubjectOf(c)) !== null}
    />,
  );
}

/** What changed from the plan that it was to stay near, or else from the scenario's plan before it. */
async function differencesOf(db: Kysely<Database>, scope: PlanningScope, proposal: ProposalWithPlan) {
  if (proposal.plan === null) return null;
  const all = await proposalsOf(db, scope, proposal.roundId);
  const earlier = all.find(
    ({ scenarioId, at, progress, id }) =>
      scenarioId === proposal.scenarioId && at < proposal.at && progress !== null && id !== proposal.id,
  );
  const before = proposal.asked.near ?? earlier?.id;
  const other = before === undefined ? null : await proposalWithPlan(db, scope, proposal.roundId, before);
  if (other?.plan == null) return null;
  const { id, plan, number } = other;
  const { near } = proposal.asked;
  const differences = planDifferences({ id, plan }, { id: proposal.id, near, plan: proposal.plan });
  return { differences, proposalId: id, number };
}

async function areaNames(db: Kysely<Database>): Promise<(laCode: number) => string> {
  const names = new Map((await listAreas(db)).map(({ code, name }) => [code, name]));
  return (laCode) => names.get(laCode) ?? String(laCode);
}

async function comparePage(c: Context, db: Kysely<Database>, scope: PlanningScope) {
  const { round, inputs, scenarios } = await wholeRoundAskedFor(c, db, scope);
  const proposals = (await proposalsOf(db, scope, round.id)).filter(
    (proposal) => proposal.progress !== null && !isUnderWay(proposal) && proposal.state !== 'failed',
  );
  const nameOf = ({ scenarioId, number }: Proposal) =>
    `Proposal ${number}: ${scenarios.find(({ id }) => id === scenarioId)?.name ?? ''}`;
  const choices = proposals.map((proposal) => ({ id: proposal.id, name: nameOf(proposal), at: proposal.at }));
  const given = [...new Set(c.req.queries('proposal') ?? [])];
  // Without a choice: the newest of each scenario, or the two newest of the one that there is.
  const newest = scenarios.flatMap(({ id }) => proposals.find(({ scenarioId }) => scenarioId === id)?.id ?? []);
  const byDefault = (
    newest.length > 1
      ? newest
      : choices
          .map(({ id }) => id)
          .slice(0, 2)
          .toReversed()
  ).slice(0, MOST_COMPARED);
  const wanted = given.length === 0 ? byDefault : given;
  const isRight = wanted.length >= 2 && wanted.length <= MOST_COMPARED;
  const problem = given.length > 0 && !isRight ? 'Choose two or three proposals' : null;
  const areas = await areaNames(db);
  const compared: Compared[] = [];
  for (const id of isRight ? wanted : []) {
    const one = proposals.find((proposal) => proposal.id === id);
    const plan = one === undefined ? null : (await proposalWithPlan(db, scope, round.id, one.id))?.plan;
    if (one === undefined || plan == null) throw new NotFound('There is no such proposal with a plan in this round.');
    const { weights } = scenarios.find(({ id: scenario }) => scenario === one.scenarioId)!;
    compared.push({
      id,
      name: nameOf(one),
      at: one.at,
      near: one.asked.near,
      differs: weightsChanged(inputs.policy, weights.change),
      plan,
      totals: planTotals(plan, areas),
    });
  }
  return page(
    c,
    <ComparePage
      organisation={organisationOf(c)}
      round={round}
      choices={choices}
      compared={compared}
      support={inputs.policy.support}
      boundary={await boundaryOf(c, db)}
      problem={problem}
    />,
    problem === null ? 200 : 400,
  );
}
