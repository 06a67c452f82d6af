import type { PlannedNeed, PlannedPair, RoundPlan } from './round-plan.ts';

/** A need that two plans treat otherwise: with whom, and at what cost. Null: nobody. */
export interface NeedDifference {
  need: PlannedNeed;
  before: PlannedPair | null;
  after: PlannedPair | null;
  kind: 'gains a leader' | 'loses its leader' | 'changes leader' | 'new in the plan' | 'no longer in the plan';
}

/** What changes from one plan to another, need by need, in the order of the second. A need that keeps its leader, or nobody, is left out. */
export function planDifferences(before: RoundPlan, after: RoundPlan): NeedDifference[] {
  const [was, is] = [needsOf(before), needsOf(after)];
  const found: NeedDifference[] = [];
  for (const [key, { need, pair }] of is) {
    const old = was.get(key);
    if (old === undefined) found.push({ need, before: null, after: pair, kind: 'new in the plan' });
    else if (old.pair?.leaderKey !== pair?.leaderKey) {
      const kind = old.pair === null ? 'gains a leader' : pair === null ? 'loses its leader' : 'changes leader';
      found.push({ need, before: old.pair, after: pair, kind });
    }
  }
  for (const [key, { need, pair }] of was)
    if (!is.has(key)) found.push({ need, before: pair, after: null, kind: 'no longer in the plan' });
  return found;
}

function needsOf({ pairs, uncovered }: RoundPlan): Map<string, { need: PlannedNeed; pair: PlannedPair | null }> {
  const found = new Map<string, { need: PlannedNeed; pair: PlannedPair | null }>();
  for (const pair of pairs) found.set(pair.needKey, { need: pair, pair });
  for (const need of uncovered) found.set(need.needKey, { need, pair: null });
  return found;
}
