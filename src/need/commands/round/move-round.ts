import type { Kysely } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import type { runRound } from '../../policy.ts';
import { organisationOfScope, readRounds } from '../../queries/round/rounds.ts';
import { goesBack, mayMove, type RoundState } from '../../rules/round/state.ts';
import { actingIn } from './acting-in.ts';
import { aloneInRounds } from './open-round.ts';

export type Moved =
  | { ok: true; unchanged: boolean }
  | { ok: false; reason: 'no such round' | 'not from here' | 'reason needed' | 'another is open' };

/**
 * Takes a round of the scope's organisation on to another state, or back with words that say why. Each step stays in its history.
 * A form sent twice counts once.
 */
export function moveRound(
  db: Kysely<Database>,
  scope: Scope<typeof runRound.verb>,
  roundId: string,
  { to, words }: { to: RoundState; words: string | null },
): Promise<Moved> {
  const organisationId = organisationOfScope(scope);
  const { person, role } = actingIn(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<Moved>> => {
    await aloneInRounds(transaction, organisationId);
    const rounds = await readRounds(transaction, organisationId);
    const round = rounds.find(({ id }) => id === roundId);
    const failed = (reason: Extract<Moved, { ok: false }>['reason']): Written<Moved> => ({
      result: { ok: false, reason },
      outcome: 'failed',
      detail: { round: roundId, step: to, reason },
    });
    if (round === undefined) return failed('no such round');
    const detail = { round: roundId, from: round.state, step: to };
    if (round.state === to) return { result: { ok: true, unchanged: true }, detail: { ...detail, unchanged: true } };
    if (!mayMove(round.state, to)) return failed('not from here');
    if (goesBack(round.state, to) && words === null) return failed('reason needed');
    if (round.state === 'closed' && rounds.some(({ state }) => state !== 'closed')) return failed('another is open');
    await transaction
      .insertInto('need_round_step')
      .values({
        round_id: roundId,
        organisation_id: organisationId,
        state: to,
        words,
        made_by: person,
        made_in_role: role,
      })
      .execute();
    return { result: { ok: true, unchanged: false }, detail };
  });
}
