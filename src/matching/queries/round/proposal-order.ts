import type { Pool } from 'pg';
import { withBrought } from '../approval/brought.ts';
import { keeping } from '../../rules/approval/keeping.ts';
import type { PlanProblem } from '../../rules/plan-problem.ts';
import type { DecisionKind, RoundDecision } from '../../rules/round/decision.ts';
import { type PackedInputs, unpackInputs } from '../../rules/round/inputs.ts';
import { problemOfRound } from '../../rules/round/problem-of-round.ts';
import type { RoundPlan } from '../../rules/round/round-plan.ts';
import type { ProposalAsked, ScenarioWeights } from '../../rules/round/round.ts';
import { decisionOfRow } from '../../rules/round/stored-decision.ts';

/** What a search is begun with. */
export interface ProposalOrder {
  problem: PlanProblem;
  asked: ProposalAsked;
  /** The leader of each need in the plan to stay near, by their keys: a plan to begin from. */
  near: ReadonlyMap<string, string>;
  /** The plan to stay near as it was kept; null: none. */
  before: RoundPlan | null;
}

/**
 * A proposal's problem, worked out again from what is kept: the frozen inputs, the decisions that it was asked for under, the weights.
 * Read as the owner of the tables, for work that nobody's request waits for. Throws when there is no such proposal, or its inputs are gone.
 */
export async function orderOf(pool: Pool, proposalId: string): Promise<ProposalOrder> {
  const { rows } = await pool.query<{
    asked: ProposalAsked;
    content: PackedInputs;
    round_id: string;
    weights: ScenarioWeights;
    near_plan: RoundPlan | null;
  }>(
    `select p.asked, p.round_id, i.content, s.weights, n.plan as near_plan
     from planning_proposal p
     join planning_input i on i.round_id = p.round_id
     join planning_scenario s on s.id = p.scenario_id
     left join planning_proposal n on n.id = (p.asked->>'near')::uuid and n.round_id = p.round_id
     where p.id = $1`,
    [proposalId],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`The proposal ${proposalId} has nothing to be worked out from`);
  const kept = keeping(row.asked, row.near_plan, await decisionsOfProposal(pool, proposalId));
  const inputs = await withBrought(pool, row.round_id, unpackInputs(row.content), row.asked.brought ?? []);
  const made = problemOfRound(inputs, {
    weights: row.weights,
    ...kept,
  });
  if (!made.ok) throw new Error(made.findings.map(({ sentence }) => sentence).join(' '));
  const pairs = [...(kept.near?.plan.pairs ?? []), ...(kept.standing ?? [])];
  return {
    problem: made.problem,
    asked: row.asked,
    before: row.near_plan,
    near: new Map(pairs.map(({ needKey, leaderKey }) => [needKey, leaderKey])),
  };
}

async function decisionsOfProposal(pool: Pool, proposalId: string): Promise<RoundDecision[]> {
  const { rows } = await pool.query<{
    id: string;
    scenario_id: string | null;
    kind: DecisionKind;
    leader_key: string | null;
    need_key: string | null;
    value: unknown;
    reason: string;
    decided_in_role: string;
    decided_at: Date;
  }>(
    `select d.* from planning_decision d join planning_proposal p on d.id = any(p.decisions) where p.id = $1 order by d.decided_at`,
    [proposalId],
  );
  return rows.map((row) => ({
    ...decisionOfRow(row),
    id: row.id,
    scenarioId: row.scenario_id,
    reason: row.reason,
    by: '',
    role: row.decided_in_role,
    at: row.decided_at.toISOString(),
    undone: null,
  }));
}
