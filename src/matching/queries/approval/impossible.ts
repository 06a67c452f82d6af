import { sql } from 'kysely';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { isPair, pairKey } from '../../rules/approval/pair.ts';
import { CHANGE_WORDS, type Change, ends } from '../../rules/approval/standing.ts';
import type { Forward } from './forward.ts';

/**
 * Which pairs of a plan that was put forward are no longer possible, by `pairKey`, and why: something changed since the plan was asked
 * for, a person decided against it since, or a partner whom it concerns left the round.
 */
export async function impossiblePairs(
  transaction: ScopedTransaction,
  { id: roundId }: { id: string },
  { proposalId, lines }: Pick<Forward, 'proposalId' | 'lines'>,
  changes: readonly Change[],
): Promise<Map<string, string>> {
  const proposal = await transaction
    .selectFrom('planning_proposal')
    .select(['scenario_id', 'asked_at', 'decisions'])
    .where('id', '=', proposalId)
    .executeTakeFirstOrThrow();
  const since = changes.filter(({ at }) => at > proposal.asked_at.toISOString());
  const decisions = await transaction
    .selectFrom('planning_decision')
    .select(['kind', 'leader_key', 'need_key'])
    .where('round_id', '=', roundId)
    .where('undone_at', 'is', null)
    .where((eb) => eb.or([eb('scenario_id', 'is', null), eb('scenario_id', '=', proposal.scenario_id)]))
    .where((eb) => eb.not(eb('id', '=', sql<string>`any(${proposal.decisions}::uuid[])`)))
    .where('kind', 'in', ['forbid', 'leave out', 'withdraw leader'])
    .execute();
  const left = await transaction
    .selectNoFrom(
      sql<string[]>`array(
      select p.organisation_id from parties_of_planning(${roundId}) p where p.state not in ('runs', 'joined'))`.as(
        'parties',
      ),
    )
    .executeTakeFirstOrThrow();
  const found = new Map<string, string>();
  for (const { line, parties } of lines) {
    if (!isPair(line)) continue;
    const { needKey, leaderKey, supported, home } = line;
    const of = { leaderKey, supportedUrn: supported.urn, homeUrn: home.urn };
    const change = since.find((one) => ends(one, of));
    const against = decisions.find(
      ({ leader_key, need_key }) =>
        (need_key === null || need_key === needKey) && (leader_key === null || leader_key === leaderKey),
    );
    const why =
      change !== undefined
        ? `${CHANGE_WORDS[change.kind]}, ${dayText(change.on)}: ${change.reason}`
        : against !== undefined
          ? DECIDED[against.kind as keyof typeof DECIDED]
          : parties.some((party) => left.parties.includes(party))
            ? 'A partner whom this pair concerns no longer takes part in the round.'
            : undefined;
    if (why !== undefined) found.set(pairKey(line), why);
  }
  return found;
}

const DECIDED = {
  forbid: 'The pair was forbidden after this plan was made.',
  'leave out': 'The need was left out after this plan was made.',
  'withdraw leader': 'The leader was withdrawn after this plan was made.',
} as const;
