import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { memberOf } from '../../../access/on-school.ts';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import type { runPlanning } from '../../policy.ts';
import { standingPairs } from '../../queries/approval/approved.ts';
import { broughtIn } from '../../queries/approval/partners.ts';
import { readDecisions } from '../../queries/round/decisions.ts';
import { readPlan, readProposals } from '../../queries/round/proposals.ts';
import { readInputs, readPlanningRounds, readScenarios } from '../../queries/round/rounds.ts';
import type { Finding } from '../../rules/finding.ts';
import { inForce } from '../../rules/round/decision.ts';
import { problemOfRound } from '../../rules/round/problem-of-round.ts';
import { keeping } from '../../rules/approval/keeping.ts';
import { isPlannedIn, isUnderWay, type ProposalAsked } from '../../rules/round/round.ts';
import { rowOfDecision } from '../../rules/round/stored-decision.ts';
import { aloneInPlanning } from './open-planning-round.ts';

export type AskedProposal =
  | { ok: true; id: string; unchanged: boolean }
  | { ok: false; reason: 'no such scenario' | 'over' }
  | { ok: false; reason: 'no plan possible'; findings: Finding[] };

/**
 * Asks for a proposal in a scenario of a round of the scope's organisation: the search is queued and begins at once where there is room.
 * A scenario has one search at a time: asking again leads to it. Where no plan can keep to what is decided, nothing is queued, and what
 * stands against it comes back in words. `near` must be a proposal of the same round that has a plan; else it counts for nothing.
 */
export function askProposal(
  db: Kysely<Database>,
  scope: Scope<typeof runPlanning.verb>,
  roundId: string,
  scenarioId: string,
  asked: ProposalAsked,
): Promise<AskedProposal> {
  const { organisation, person, role } = memberOf(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<AskedProposal>> => {
    await aloneInPlanning(transaction, organisation.id);
    const step = { step: 'propose', round: roundId, scenario: scenarioId };
    const failed = (result: Extract<AskedProposal, { ok: false }>): Written<AskedProposal> => ({
      result,
      outcome: 'failed',
      detail: { ...step, reason: result.reason },
    });
    const [round] = await readPlanningRounds(transaction, organisation.id, roundId);
    const inputs = await readInputs(transaction, roundId);
    const scenario = (await readScenarios(transaction, roundId)).find(({ id }) => id === scenarioId);
    if (round === undefined || inputs === null || scenario === undefined)
      return failed({ ok: false, reason: 'no such scenario' });
    if (!isPlannedIn(round.state)) return failed({ ok: false, reason: 'over' });
    const proposals = await readProposals(transaction, roundId);
    const running = proposals.find((proposal) => proposal.scenarioId === scenarioId && isUnderWay(proposal));
    if (running !== undefined)
      return { result: { ok: true, id: running.id, unchanged: true }, detail: { ...step, unchanged: true } };
    const near = proposals.some(({ id }) => id === asked.near) ? asked.near : null;
    const plan = near === null ? null : await readPlan(transaction, near);
    const decisions = inForce(await readDecisions(transaction, roundId), scenarioId);
    const { weights } = scenario;
    const standing = await standingPairs(transaction, roundId);
    const order = {
      ...asked,
      near: plan === null ? null : near,
      standing,
      brought: await broughtIn(transaction, roundId),
    };
    const terms = { weights, ...keeping(order, plan, decisions) };
    const made = problemOfRound(inputs, terms);
    if (!made.ok) return failed({ ok: false, reason: 'no plan possible', findings: made.findings });
    const hashed = { inputs: round.inputsSha256, weights, decisions: decisions.map(rowOfDecision), asked: order };
    const { id } = await transaction
      .insertInto('planning_proposal')
      .values({
        round_id: roundId,
        scenario_id: scenarioId,
        organisation_id: organisation.id,
        asked: JSON.stringify(order),
        decisions: decisions.map((decision) => decision.id),
        inputs_sha256: createHash('sha256').update(JSON.stringify(hashed)).digest('hex'),
        asked_by: person,
        asked_in_role: role,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await sql`select queue_proposals()`.execute(transaction);
    return { result: { ok: true, id, unchanged: false }, detail: { ...step, proposal: id } };
  });
}
