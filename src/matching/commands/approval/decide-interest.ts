import type { Kysely } from 'kysely';
import { memberOf } from '../../../access/on-school.ts';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import type { handleInterests } from '../../policy.ts';
import { asksOf } from '../../queries/approval/asks.ts';
import type { Outcome } from '../../rules/approval/declaration.ts';
import { inRound } from './in-round.ts';

export type InterestDecided =
  | { ok: true }
  | { ok: false; reason: 'no such round' | 'over' | 'no such question' | 'no interest to decide' };

/**
 * Decides on a declared interest: the pair stands, stands with safeguards, or is dropped; then it is forbidden in every scenario of the
 * round, so that no later proposal makes it again.
 */
export function decideInterest(
  db: Kysely<Database>,
  scope: Scope<typeof handleInterests.verb>,
  roundId: string,
  askId: string,
  { outcome, words }: { outcome: Outcome; words: string },
): Promise<InterestDecided> {
  const { organisation, person, role } = memberOf(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<InterestDecided>> => {
    const failed = (reason: Extract<InterestDecided, { ok: false }>['reason']): Written<InterestDecided> => ({
      result: { ok: false, reason },
      outcome: 'failed',
      detail: { round: roundId, question: askId, reason },
    });
    const found = await inRound(transaction, organisation.id, roundId, 'declare');
    if (!found.ok) return failed(found.reason);
    const [ask] = await asksOf(transaction, { roundId, id: askId });
    if (ask === undefined) return failed('no such question');
    if (ask.declaration?.says.says !== 'interest') return failed('no interest to decide');
    const belongs = { round_id: roundId, organisation_id: organisation.id };
    const decided = { decided_by: person, decided_in_role: role };
    await transaction
      .insertInto('planning_interest_decision')
      .values({
        ...belongs,
        declaration_id: ask.declaration.id,
        ask_id: askId,
        urn: ask.urn,
        outcome,
        words,
        ...decided,
      })
      .execute();
    if (outcome === 'dropped')
      await transaction
        .insertInto('planning_decision')
        .values({
          ...belongs,
          scenario_id: null,
          kind: 'forbid',
          leader_key: ask.leaderKey,
          need_key: ask.needKey,
          // What was declared stays private to its parties: everybody who plans reads decisions.
          reason: 'Dropped after a declared interest',
          ...decided,
        })
        .execute();
    return { result: { ok: true }, detail: { round: roundId, question: askId, outcome } };
  });
}
