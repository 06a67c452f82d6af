import { type PutPair, pairKey } from './pair.ts';

/** What is known of a person who would approve, in one round. */
export interface ApproverFacts {
  /** Started the run that made the plan, or put it forward. */
  madeProposal: boolean;
  /** Decisions of theirs that stand in the plan: locks, pairs forbidden, days set, and so on. */
  decisions: number;
  /** Pairs (`pairKey`) on whose declared interest they decided. */
  decidedOn: ReadonlySet<string>;
  /** The roles that they hold, by URN, in the school, its board or its trust (but for the organisation that runs the round): "headteacher". */
  rolesAt: ReadonlyMap<number, string>;
  /** Schools in which they declared an interest of their own. */
  interests: ReadonlySet<number>;
}

/**
 * Why a person may not approve any pair of a plan, each a sentence; empty when nothing of the plan is theirs. A plan is one whole:
 * who set one leader's days moved other pairs too.
 */
export function hadAHand({ madeProposal, decisions }: ApproverFacts): string[] {
  const why: string[] = [];
  if (madeProposal) why.push('You made this plan or put it forward.');
  if (decisions > 0)
    why.push(
      `${decisions === 1 ? 'A decision' : `${decisions} decisions`} in this plan ${decisions === 1 ? 'is' : 'are'} yours.`,
    );
  return why;
}

/** Why a person is not independent of one pair, each a sentence; empty when they are independent of both its sides. */
export function dependenceOn(
  pair: Pick<PutPair, 'needKey' | 'leaderKey' | 'supported' | 'home'>,
  { decidedOn, rolesAt, interests }: ApproverFacts,
): string[] {
  const why: string[] = [];
  for (const { urn, name } of [pair.supported, pair.home]) {
    const role = rolesAt.get(urn);
    if (role !== undefined) why.push(`You are ${role} at ${name}, its board or its trust.`);
    if (interests.has(urn)) why.push(`You declared an interest in ${name}.`);
  }
  if (decidedOn.has(pairKey(pair))) why.push('You decided on the interest that was declared in this pair.');
  return why;
}
