import type { Kysely } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import type { PlanningScope } from '../../policy.ts';
import type { Ground } from '../../rules/explain/ground.ts';
import { pair } from '../../rules/pairing.ts';
import { remaking } from '../../rules/remake.ts';
import { frozenContext } from '../../rules/round/frozen-context.ts';
import { problemOfRound } from '../../rules/round/problem-of-round.ts';
import type { ProposalWithPlan } from '../../rules/round/round.ts';
import { placeOf } from '../../rules/travel.ts';
import { decisionsOf } from '../round/decisions.ts';
import { proposalWithPlan, solutionOfProposal } from '../round/proposals.ts';
import { inputsOf, scenariosOf } from '../round/rounds.ts';
import { furthestOf } from '../sides.ts';
import { townsAround } from './towns.ts';

/** So many grounds are kept, those made last: of a large round some ten megabytes each. A proposal that ended never changes. */
const MOST = 8;
const kept = new Map<string, Promise<Ground | null>>();

/**
 * What explanations of a proposal of a planning round stand on: the frozen inputs under the decisions and weights that it was asked for. Null
 * while it has no answer, or where what it was made from is no longer kept. The caller read the proposal under the same scope.
 */
export function groundOfProposal(
  db: Kysely<Database>,
  scope: PlanningScope,
  proposal: ProposalWithPlan,
): Promise<Ground | null> {
  const found = kept.get(proposal.id) ?? made(db, scope, proposal);
  kept.set(proposal.id, found);
  const forget = (): boolean => kept.delete(proposal.id);
  found.then((ground) => ground === null && forget(), forget);
  for (const oldest of [...kept.keys()].slice(0, -MOST)) kept.delete(oldest);
  return found;
}

async function made(db: Kysely<Database>, scope: PlanningScope, proposal: ProposalWithPlan): Promise<Ground | null> {
  const { roundId, scenarioId, asked } = proposal;
  const solution = await solutionOfProposal(db, scope, proposal.id);
  const inputs = await inputsOf(db, scope, roundId);
  const scenario = (await scenariosOf(db, scope, roundId)).find(({ id }) => id === scenarioId);
  if (solution === null || inputs === null || scenario === undefined) return null;
  const decided = await decisionsOf(db, scope, roundId);
  // As they were when it was asked for, whatever was undone since.
  const decisions = decided.flatMap((one) => (proposal.decisions.includes(one.id) ? [{ ...one, undone: null }] : []));
  const before = asked.near === null ? null : await proposalWithPlan(db, scope, roundId, asked.near);
  const near = before?.plan == null ? null : { plan: before.plan, price: asked.changePrice };
  const result = problemOfRound(inputs, { decisions, weights: scenario.weights, near });
  if (!result.ok || result.problem.needs.length !== solution.assignment.length) return null;
  const { problem, findings } = result;
  const context = frozenContext(inputs.context);
  const places = problem.needs.flatMap(({ school }) => placeOf(school) ?? []);
  return {
    problem,
    solution,
    findings,
    remaking: () => remaking(problem, context),
    pairOf: (need, leader, policy) => pair(need, leader, context, policy),
    spare: problem.pool.filter(({ key }) => !problem.leaderAt.has(key)),
    towns: await townsAround(db, places, furthestOf(problem.policy)),
  };
}
