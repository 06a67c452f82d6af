import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { ApprovalFacts } from '../../rules/approval/choices.ts';
import { isPair, pairKey } from '../../rules/approval/pair.ts';
import type { PlanningRound } from '../../rules/round/round.ts';
import { type ListedLine, type RecordedChange, standingList } from './approved.ts';
import { approverFacts } from './approver.ts';
import { type AskShown, asksOf } from './asks.ts';
import { type Forward, linesOfForward, newestForward } from './forward.ts';
import { impossiblePairs } from './impossible.ts';

/** All that an approval is decided from, for whoever acts. */
export interface ApprovalState extends ApprovalFacts {
  forward: Forward;
  asks: readonly AskShown[];
  list: readonly (ListedLine & { leaderKey: string })[];
  changes: readonly RecordedChange[];
}

/** How the plan that was put forward last in a round stands for a person who would approve it; null when none was. */
export async function approvalState(
  transaction: ScopedTransaction,
  round: PlanningRound,
  person: string,
): Promise<ApprovalState | null> {
  const forward = await newestForward(transaction, round.id);
  if (forward === null) return null;
  const { standing, changes } = await standingList(transaction, round.id);
  const all = await linesOfForward(transaction, { roundId: round.id });
  return {
    forward,
    asks: await asksOf(transaction, { roundId: round.id }),
    impossible: await impossiblePairs(transaction, round, forward, changes),
    standing: new Map(standing.map((one) => [pairKey(one), one.days])),
    pairs: all.map(({ line }) => line).filter(isPair),
    list: standing,
    changes,
    approver: await approverFacts(transaction, { roundId: round.id, person }, forward),
  };
}
