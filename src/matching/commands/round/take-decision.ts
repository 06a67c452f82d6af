import type { Kysely } from 'kysely';
import { memberOf } from '../../../access/on-school.ts';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import type { runPlanning } from '../../policy.ts';
import { readDecisions } from '../../queries/round/decisions.ts';
import { readProposals } from '../../queries/round/proposals.ts';
import { readInputs, readPlanningRounds, readScenarios } from '../../queries/round/rounds.ts';
import { applyDecisions } from '../../rules/round/apply-decisions.ts';
import { type ChangeSince, changesSince, stampOf } from '../../rules/round/changes-since.ts';
import { type DecisionProblem, decisionProblem } from '../../rules/round/check-decision.ts';
import { type DecisionContent, inForce, type RoundDecision } from '../../rules/round/decision.ts';
import { problemOfRound } from '../../rules/round/problem-of-round.ts';
import { isPlannedIn, isUnderWay } from '../../rules/round/round.ts';
import { rowOfDecision } from '../../rules/round/stored-decision.ts';
import { aloneInPlanning } from './open-planning-round.ts';

export interface NewDecision {
  content: DecisionContent;
  /** Null: for all scenarios of the round. */
  scenarioId: string | null;
  reason: string;
  /** What the page showed of the list of decisions. */
  seen: string;
}

export type TakenDecision =
  | { ok: true; id: string }
  | { ok: false; reason: 'no such round' }
  | { ok: false; reason: 'over' }
  | { ok: false; reason: 'no such scenario' }
  | { ok: false; reason: 'changed'; since: ChangeSince[] }
  | { ok: false; reason: 'problem'; problem: DecisionProblem };

/**
 * Adds a decision to a round of the scope's organisation. Nothing is added when somebody else decided since the page was shown, so that
 * both see what the other did; nor when it contradicts what is decided already, with what would mend it.
 */
export function takeDecision(
  db: Kysely<Database>,
  scope: Scope<typeof runPlanning.verb>,
  roundId: string,
  { content, scenarioId, reason, seen }: NewDecision,
): Promise<TakenDecision> {
  const { organisation, person, role } = memberOf(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<TakenDecision>> => {
    await aloneInPlanning(transaction, organisation.id);
    const step = { step: 'decide', kind: content.kind, round: roundId };
    const failed = (result: Extract<TakenDecision, { ok: false }>): Written<TakenDecision> => ({
      result,
      outcome: 'failed',
      detail: { ...step, reason: result.reason },
    });
    const [round] = await readPlanningRounds(transaction, organisation.id, roundId);
    const inputs = await readInputs(transaction, roundId);
    if (round === undefined || inputs === null) return failed({ ok: false, reason: 'no such round' });
    if (!isPlannedIn(round.state)) return failed({ ok: false, reason: 'over' });
    const scenarios = await readScenarios(transaction, roundId);
    const scenario = scenarios.find(({ id }) => id === (scenarioId ?? scenarios[0]?.id));
    if (scenario === undefined) return failed({ ok: false, reason: 'no such scenario' });
    const decisions = await readDecisions(transaction, roundId);
    if (stampOf(decisions) !== seen)
      return failed({ ok: false, reason: 'changed', since: changesSince(decisions, seen) });
    const standing = inForce(decisions, scenario.id);
    const problem =
      content.kind === 'take forward'
        ? await proposalProblem(content.value.proposalId)
        : (decisionProblem(content, applyDecisions(inputs, standing)) ?? contradiction());
    if (problem !== null) return failed({ ok: false, reason: 'problem', problem });
    const row = rowOfDecision(content);
    const { id } = await transaction
      .insertInto('planning_decision')
      .values({
        ...row,
        value: JSON.stringify(row.value),
        round_id: roundId,
        scenario_id: scenarioId,
        organisation_id: organisation.id,
        reason,
        decided_by: person,
        decided_in_role: role,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const about = { leader: content.leaderKey, need: content.needKey };
    return { result: { ok: true, id }, detail: { ...step, decision: id, ...about } };

    async function proposalProblem(proposalId: string): Promise<DecisionProblem | null> {
      const [proposal] = await readProposals(transaction, roundId, proposalId);
      if (proposal === undefined) return { field: 'what', message: 'Choose a proposal of this round' };
      return isUnderWay(proposal) || proposal.state === 'failed'
        ? { field: 'what', message: 'Choose a proposal that has ended with a plan' }
        : null;
    }

    /** What the decision would make impossible that is possible now. */
    function contradiction(): DecisionProblem | null {
      const { weights } = scenario!;
      const added = { ...content, id: '', scenarioId, reason, by: '', role, at: '', undone: null } as RoundDecision;
      const blocking = (of: readonly RoundDecision[]) =>
        problemOfRound(inputs!, { decisions: of, weights }).findings.filter(({ blocks }) => blocks);
      const before = new Set(blocking(standing).map(({ sentence }) => sentence));
      const [found] = blocking([...standing, added]).filter(({ sentence }) => !before.has(sentence));
      return found === undefined ? null : { field: 'what', message: `${found.sentence} ${found.mend}` };
    }
  });
}
