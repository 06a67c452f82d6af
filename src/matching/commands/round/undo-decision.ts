import { type Kysely, sql } from 'kysely';
import { memberOf } from '../../../access/on-school.ts';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import type { runPlanning } from '../../policy.ts';
import { readDecisions } from '../../queries/round/decisions.ts';
import { readPlanningRounds } from '../../queries/round/rounds.ts';
import { isPlannedIn } from '../../rules/round/round.ts';
import { aloneInPlanning } from './open-planning-round.ts';

export type Undone = { ok: true } | { ok: false; reason: 'no such decision' | 'over' | 'undone already' };

/** Undoes a decision of a round of the scope's organisation: it stays in the list with who undid it and why, and counts no longer. */
export function undoDecision(
  db: Kysely<Database>,
  scope: Scope<typeof runPlanning.verb>,
  roundId: string,
  { decisionId, why }: { decisionId: string; why: string | null },
): Promise<Undone> {
  const { organisation, person, role } = memberOf(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<Undone>> => {
    await aloneInPlanning(transaction, organisation.id);
    const [round] = await readPlanningRounds(transaction, organisation.id, roundId);
    const decision = (await readDecisions(transaction, roundId)).find(({ id }) => id === decisionId);
    const step = { step: 'undo', round: roundId, decision: decisionId, kind: decision?.kind };
    const failed = (reason: Extract<Undone, { ok: false }>['reason']): Written<Undone> => ({
      result: { ok: false, reason },
      outcome: 'failed',
      detail: { ...step, reason },
    });
    if (round === undefined || decision === undefined) return failed('no such decision');
    if (!isPlannedIn(round.state)) return failed('over');
    if (decision.undone !== null) return failed('undone already');
    await transaction
      .updateTable('planning_decision')
      .set({ undone_at: sql<Date>`clock_timestamp()`, undone_by: person, undone_in_role: role, undone_why: why })
      .where('id', '=', decisionId)
      .execute();
    return { result: { ok: true }, detail: step };
  });
}
