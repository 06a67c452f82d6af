import type { Kysely } from 'kysely';
import { memberOf } from '../../../access/on-school.ts';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import type { runPlanning } from '../../policy.ts';
import { readPlanningRounds } from '../../queries/round/rounds.ts';
import { aloneInPlanning } from './open-planning-round.ts';

export type ClosedPlanning = { ok: true } | { ok: false; reason: 'no such round' | 'term taken' };

/** Closes a round of the scope's organisation that is not approved, or opens a closed one again where its term has no other. */
export function closePlanningRound(
  db: Kysely<Database>,
  scope: Scope<typeof runPlanning.verb>,
  roundId: string,
  to: 'open' | 'closed',
): Promise<ClosedPlanning> {
  const { organisation } = memberOf(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<ClosedPlanning>> => {
    await aloneInPlanning(transaction, organisation.id);
    const rounds = await readPlanningRounds(transaction, organisation.id);
    const round = rounds.find(({ id }) => id === roundId);
    const step = { step: to === 'closed' ? 'close' : 'open again', round: roundId };
    const failed = (reason: Extract<ClosedPlanning, { ok: false }>['reason']): Written<ClosedPlanning> => ({
      result: { ok: false, reason },
      outcome: 'failed',
      detail: { ...step, reason },
    });
    if (round === undefined || round.state === 'approved') return failed('no such round');
    const others = rounds.some(
      ({ id, schoolYear, term, state }) =>
        id !== roundId && schoolYear === round.schoolYear && term === round.term && state !== 'closed',
    );
    if (to === 'open' && others) return failed('term taken');
    if (round.state !== to && !(to === 'open' && round.state === 'shared'))
      await transaction.updateTable('planning_round').set({ state: to }).where('id', '=', roundId).execute();
    return { result: { ok: true }, detail: { ...step, from: round.state } };
  });
}
