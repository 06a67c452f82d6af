import { type Kysely, sql } from 'kysely';
import { memberOf } from '../../../access/on-school.ts';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import type { approvePairs } from '../../policy.ts';
import { approvalState } from '../../queries/approval/approval-state.ts';
import { type Blocked, type Choosing, checkChoices } from '../../rules/approval/choices.ts';
import { isSettled } from '../../rules/approval/settled.ts';
import { standingList } from '../../queries/approval/approved.ts';
import { inRound } from './in-round.ts';

export interface Approving {
  /** The plan that the page showed. */
  forwardId: string;
  choices: readonly Choosing[];
  words: string | null;
}

export type Approved =
  | { ok: true; pairs: number; settled: boolean }
  | { ok: false; reason: 'no such round' | 'over' | 'nothing put forward' | 'newer plan' }
  | { ok: false; reason: 'open items'; blocked: readonly Blocked[] };

/**
 * Approves pairs of the plan that was put forward last, in the name of somebody independent of it: all of those chosen, or none with
 * what is open on each. What is approved is added to the list and never changed; with the last pair the round is approved.
 */
export function approve(
  db: Kysely<Database>,
  scope: Scope<typeof approvePairs.verb>,
  roundId: string,
  { forwardId, choices, words }: Approving,
): Promise<Approved> {
  const { organisation, person, role } = memberOf(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<Approved>> => {
    const failed = (result: Extract<Approved, { ok: false }>): Written<Approved> => ({
      result,
      outcome: 'failed',
      detail: { round: roundId, reason: result.reason },
    });
    const found = await inRound(transaction, organisation.id, roundId, 'approve');
    if (!found.ok) return failed({ ok: false, reason: found.reason });
    const state = await approvalState(transaction, found.round, person);
    if (state === null) return failed({ ok: false, reason: 'nothing put forward' });
    const { forward } = state;
    if (forward.id !== forwardId) return failed({ ok: false, reason: 'newer plan' });
    const { taken, blocked } = checkChoices(choices, state);
    if (blocked.length > 0) return failed({ ok: false, reason: 'open items', blocked });
    const belongs = { round_id: roundId, organisation_id: organisation.id };
    const { id } = await transaction
      .insertInto('planning_approval')
      .values({ ...belongs, put_forward_id: forwardId, words, approved_by: person, approved_in_role: role })
      .returning('id')
      .executeTakeFirstOrThrow();
    for (const { line, pair, leaderKey, days, differs } of taken)
      await transaction
        .insertInto('planning_approved_pair')
        .values({
          ...belongs,
          approval_id: id,
          need_key: pair.needKey,
          leader_key: leaderKey,
          supported_urn: pair.supported.urn,
          home_urn: leaderKey === null ? null : pair.home.urn,
          parties: [...line.parties],
          days,
          content: JSON.stringify(pair),
          differs,
          approved_by: person,
        })
        .execute();
    const { lines, standing } = await standingList(transaction, roundId);
    const settled = isSettled(forward, lines, standing);
    if (settled) await sql`select settle_planning(${roundId})`.execute(transaction);
    const detail = { round: roundId, approval: id, pairs: taken.length, settled };
    return { result: { ok: true, pairs: taken.length, settled }, detail };
  });
}
