import type { Kysely } from 'kysely';
import { memberOf } from '../../../access/on-school.ts';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import type { runPlanning } from '../../policy.ts';
import { readDecisions } from '../../queries/round/decisions.ts';
import { readPlanningRounds, readScenarios } from '../../queries/round/rounds.ts';
import { isPlannedIn, type ScenarioWeights } from '../../rules/round/round.ts';
import { rowOfDecision } from '../../rules/round/stored-decision.ts';
import { aloneInPlanning } from './open-planning-round.ts';

export interface ScenarioCopy {
  from: string;
  name: string;
  weights: ScenarioWeights;
}

export type CopiedScenario =
  | { ok: true; id: string }
  | { ok: false; reason: 'no such scenario' | 'over' | 'name taken' | 'too many' };

/** Most scenarios of a round: more than anybody can look at side by side. */
const MOST_SCENARIOS = 20;

/**
 * Copies a scenario of a round of the scope's organisation under another name with other weights. Decisions of the whole round count in
 * it as they do in all; the scenario's own that are not undone are taken over, in the name of whoever copies.
 */
export function copyScenario(
  db: Kysely<Database>,
  scope: Scope<typeof runPlanning.verb>,
  roundId: string,
  { from, name, weights }: ScenarioCopy,
): Promise<CopiedScenario> {
  const { organisation, person, role } = memberOf(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<CopiedScenario>> => {
    await aloneInPlanning(transaction, organisation.id);
    const [round] = await readPlanningRounds(transaction, organisation.id, roundId);
    const scenarios = await readScenarios(transaction, roundId);
    const step = { step: 'copy scenario', round: roundId, from };
    const failed = (reason: Extract<CopiedScenario, { ok: false }>['reason']): Written<CopiedScenario> => ({
      result: { ok: false, reason },
      outcome: 'failed',
      detail: { ...step, reason },
    });
    if (round === undefined || !scenarios.some(({ id }) => id === from)) return failed('no such scenario');
    if (!isPlannedIn(round.state)) return failed('over');
    if (scenarios.some((scenario) => scenario.name === name)) return failed('name taken');
    if (scenarios.length >= MOST_SCENARIOS) return failed('too many');
    const belongs = { round_id: roundId, organisation_id: organisation.id };
    const { id } = await transaction
      .insertInto('planning_scenario')
      .values({
        ...belongs,
        name,
        weights: JSON.stringify(weights),
        copied_from: from,
        made_by: person,
        made_in_role: role,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const own = (await readDecisions(transaction, roundId)).filter(
      ({ scenarioId, undone, kind }) => scenarioId === from && undone === null && kind !== 'take forward',
    );
    for (const decision of own) {
      const row = rowOfDecision(decision);
      await transaction
        .insertInto('planning_decision')
        .values({
          ...row,
          ...belongs,
          value: JSON.stringify(row.value),
          scenario_id: id,
          reason: decision.reason,
          decided_by: person,
          decided_in_role: role,
        })
        .execute();
    }
    return { result: { ok: true, id }, detail: { ...step, scenario: id, decisions: own.length } };
  });
}
