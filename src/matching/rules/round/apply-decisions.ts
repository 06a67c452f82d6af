import type { PairKey, Wishes } from '../problem-options.ts';
import type { Leader, Need } from '../sides.ts';
import type { RoundDecision } from './decision.ts';

/** What a round plans with once people have decided: sides with what was changed and added, and what the model is asked to keep to. */
export interface DecidedSides extends Required<Pick<Wishes, 'locks' | 'forbids' | 'leftOut' | 'overrides'>> {
  /** With those left out. */
  needs: Need[];
  /** Without those who have withdrawn. */
  leaders: Leader[];
}

/** The frozen needs and leaders with the decisions in force laid over them, in the order in which they were made: the later counts. */
export function applyDecisions(
  frozen: { needs: readonly Need[]; leaders: readonly Leader[] },
  decisions: readonly RoundDecision[],
): DecidedSides {
  const needs = new Map(frozen.needs.map((need) => [need.key, need]));
  const leaders = new Map(frozen.leaders.map((leader) => [leader.key, leader]));
  const pairs = new Map<string, PairKey & { kind: 'lock' | 'forbid' }>();
  const overrides = new Map<string, string>();
  const leftOut = new Set<string>();
  for (const decision of decisions) {
    switch (decision.kind) {
      case 'lock':
      case 'forbid': {
        const { kind, leaderKey, needKey } = decision;
        pairs.set(`${leaderKey} ${needKey}`, { kind, leaderKey, needKey });
        break;
      }
      case 'leave out':
        leftOut.add(decision.needKey);
        break;
      case 'change need':
        change(needs, decision.needKey, decision.value);
        break;
      case 'add need':
        needs.set(decision.needKey, decision.value.need);
        leftOut.delete(decision.needKey);
        break;
      case 'set days':
        change(leaders, decision.leaderKey, { days: decision.value.days });
        break;
      case 'change leader':
        change(leaders, decision.leaderKey, decision.value);
        break;
      case 'add leader':
        leaders.set(decision.leaderKey, decision.value.leader);
        break;
      case 'withdraw leader':
        leaders.delete(decision.leaderKey);
        break;
      case 'override lender':
        overrides.set(decision.leaderKey, decision.reason);
        break;
      case 'take forward':
        break;
    }
  }
  // A pair whose leader has withdrawn or whose need is left out has nothing to keep to, and comes back with them.
  const pairsOf = (kind: 'lock' | 'forbid'): PairKey[] =>
    [...pairs.values()]
      .filter((pair) => pair.kind === kind && leaders.has(pair.leaderKey) && needs.has(pair.needKey))
      .filter(({ needKey }) => !leftOut.has(needKey))
      .map(({ leaderKey, needKey }) => ({ leaderKey, needKey }));
  return {
    needs: [...needs.values()],
    leaders: [...leaders.values()],
    locks: pairsOf('lock'),
    forbids: pairsOf('forbid'),
    leftOut: [...leftOut].filter((key) => needs.has(key)),
    overrides: [...overrides].map(([leaderKey, reason]) => ({ leaderKey, reason })),
  };
}

function change<T>(sides: Map<string, T>, key: string, changed: Partial<T>): void {
  const side = sides.get(key);
  if (side !== undefined) sides.set(key, { ...side, ...changed });
}
