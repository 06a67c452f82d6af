import type { Kysely } from 'kysely';
import { memberOf } from '../../../access/on-school.ts';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import type { approvePairs } from '../../policy.ts';
import { interestsOf } from '../../queries/approval/approver.ts';
import { linesOfForward } from '../../queries/approval/forward.ts';
import { inRound } from './in-round.ts';

export type InterestNoted =
  | { ok: true; unchanged: boolean }
  | { ok: false; reason: 'no such round' | 'over' | 'no such school' | 'no interest to withdraw' };

/**
 * Writes down an interest of one's own in a school of the plan, or that it is over: who has one approves no pair of that school. One that was
 * declared on a panel of moderation is withdrawn there.
 */
export function noteInterest(
  db: Kysely<Database>,
  scope: Scope<typeof approvePairs.verb>,
  roundId: string,
  { kind, urn, words }: { kind: 'interest' | 'interest withdrawn'; urn: number; words: string },
): Promise<InterestNoted> {
  const { organisation, person, role } = memberOf(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<InterestNoted>> => {
    const detail = { round: roundId, step: kind };
    const failed = (reason: Extract<InterestNoted, { ok: false }>['reason']): Written<InterestNoted> => ({
      result: { ok: false, reason },
      outcome: 'failed',
      detail: { ...detail, reason },
    });
    const found = await inRound(transaction, organisation.id, roundId, 'declare');
    if (!found.ok) return failed(found.reason);
    const lines = await linesOfForward(transaction, { roundId });
    if (!lines.some(({ supportedUrn, homeUrn }) => supportedUrn === urn || homeUrn === urn))
      return failed('no such school');
    const has = (await interestsOf(transaction, person)).here.has(urn);
    if (kind === 'interest withdrawn' && !has) return failed('no interest to withdraw');
    if (kind === 'interest' && has)
      return { result: { ok: true, unchanged: true }, detail: { ...detail, unchanged: true } };
    await transaction
      .insertInto('planning_interest')
      .values({
        round_id: roundId,
        organisation_id: organisation.id,
        urn,
        kind,
        words,
        made_by: person,
        made_in_role: role,
      })
      .execute();
    return { result: { ok: true, unchanged: false }, detail };
  });
}
