import type { Kysely } from 'kysely';
import { memberOf } from '../../../access/on-school.ts';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import type { changeApproved } from '../../policy.ts';
import { standingList } from '../../queries/approval/approved.ts';
import { newestForward } from '../../queries/approval/forward.ts';
import { readDecisions } from '../../queries/round/decisions.ts';
import { readProposals } from '../../queries/round/proposals.ts';
import { readInputs, readScenarios } from '../../queries/round/rounds.ts';
import { aroundWhatStands } from '../../rules/approval/around.ts';
import { applyDecisions } from '../../rules/round/apply-decisions.ts';
import { inForce } from '../../rules/round/decision.ts';
import { rowOfDecision } from '../../rules/round/stored-decision.ts';
import { inRound, moveTo } from './in-round.ts';

export type Replanned =
  | {
      ok: true;
      scenarioId: string;
      /** The proposal that was put forward last: a plan to stay near. */
      near: string;
      open: number;
      standing: number;
    }
  | { ok: false; reason: 'no such round' | 'over' | 'nothing approved' | 'nothing open' | 'name taken' };

/** Kinds of decision that a new scenario does not take over: what is proposed by them is settled by what stands. */
const NOT_TAKEN_OVER = ['lock', 'take forward', 'leave out'];

/**
 * Makes a scenario in which only needs that lost their leader, newly urgent ones, and those whose pair waits for approval are open: every
 * other need that does not stand is left out. Weights and other decisions are those of the scenario that was put forward. What stands is kept by every proposal of a
 * round by itself, or moves at a price where it is asked for so.
 */
export function replan(
  db: Kysely<Database>,
  scope: Scope<typeof changeApproved.verb>,
  roundId: string,
  name: string,
): Promise<Replanned> {
  const { organisation, person, role } = memberOf(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<Replanned>> => {
    const failed = (reason: Extract<Replanned, { ok: false }>['reason']): Written<Replanned> => ({
      result: { ok: false, reason },
      outcome: 'failed',
      detail: { round: roundId, step: 'replan', reason },
    });
    const found = await inRound(transaction, organisation.id, roundId, 'replan');
    if (!found.ok) return failed(found.reason);
    const forward = await newestForward(transaction, roundId);
    const inputs = await readInputs(transaction, roundId);
    const { lines, changes, standing } = await standingList(transaction, roundId);
    if (forward === null || inputs === null || lines.length === 0) return failed('nothing approved');
    const [proposal] = await readProposals(transaction, roundId, forward.proposalId);
    const scenarios = await readScenarios(transaction, roundId);
    if (scenarios.some((scenario) => scenario.name === name)) return failed('name taken');
    const base = scenarios.find(({ id }) => id === proposal?.scenarioId) ?? scenarios[0]!;
    const decisions = await readDecisions(transaction, roundId);
    const taken = inForce(decisions, base.id).filter(
      ({ kind, scenarioId }) => scenarioId === null || !NOT_TAKEN_OVER.includes(kind),
    );
    const sides = applyDecisions(inputs, taken);
    const around = aroundWhatStands({
      needs: sides.needs.map(({ key, school }) => ({ key, urn: school.urn })),
      leaders: sides.leaders.map(({ key, school }) => ({ key, urn: school.urn })),
      standing,
      everApproved: lines.flatMap(({ needKey, leaderKey, pair }) =>
        leaderKey === null ? [] : [{ needKey, leaderKey, supportedUrn: pair.supported.urn, homeUrn: pair.home.urn }],
      ),
      changes,
      waiting: forward.lines.flatMap(({ line }) => (line.leaderKey === null ? [] : [line.needKey])),
    });
    if (around.open.length === 0) return failed('nothing open');
    const belongs = { round_id: roundId, organisation_id: organisation.id };
    const { id } = await transaction
      .insertInto('planning_scenario')
      .values({
        ...belongs,
        name,
        weights: JSON.stringify(base.weights),
        copied_from: base.id,
        made_by: person,
        made_in_role: role,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const own = taken
      .filter(({ scenarioId }) => scenarioId !== null)
      .map((decision) => ({ row: rowOfDecision(decision), reason: decision.reason }));
    const leftOut = around.leftOut.map((key) => ({
      row: rowOfDecision({ kind: 'leave out', leaderKey: null, needKey: key, value: {} }),
      reason: 'Planned around what stands: only needs that lost their leader and newly urgent ones are open',
    }));
    for (const { row, reason } of [...own, ...leftOut])
      await transaction
        .insertInto('planning_decision')
        .values({
          ...belongs,
          ...row,
          value: JSON.stringify(row.value),
          scenario_id: id,
          reason,
          decided_by: person,
          decided_in_role: role,
        })
        .execute();
    await moveTo(transaction, found.round, found.next);
    const counts = { open: around.open.length, standing: standing.length };
    return {
      result: { ok: true, scenarioId: id, near: forward.proposalId, ...counts },
      detail: { round: roundId, step: 'replan', ...counts },
    };
  });
}
