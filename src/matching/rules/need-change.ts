/** What became of a need from one plan to another. */
export type NeedChange =
  | 'same'
  | 'days changed'
  | 'new leader'
  | 'newly covered'
  | 'lost its leader'
  | 'still without'
  | 'not planned before'
  | 'no longer planned';

interface NeedOfPlan {
  needKey: string;
  days: number;
}

/** A plan as far as changes from it are told by: its pairs, and its needs without a leader. */
interface PlanOfNeeds<Left extends NeedOfPlan, Pair extends NeedOfPlan & { leaderKey: string }> {
  readonly pairs: readonly Pair[];
  readonly uncovered: readonly Left[];
}

/** A need in two plans. */
export interface NeedBetween<Left, Pair> {
  /** As in the later plan, or in the earlier where only that has it. */
  need: Left | Pair;
  change: NeedChange;
  /** Null: without a leader, or not in that plan. */
  before: Pair | null;
  after: Pair | null;
}

/** What became of each need of either plan: those of the later one in its order, and then those that only the earlier has. */
export function needChanges<Left extends NeedOfPlan, Pair extends NeedOfPlan & { leaderKey: string }>(
  before: PlanOfNeeds<Left, Pair>,
  after: PlanOfNeeds<Left, Pair>,
): NeedBetween<Left, Pair>[] {
  const [was, is] = [needsOf(before), needsOf(after)];
  const gone = [...was.keys()].filter((key) => !is.has(key));
  return [...is.keys(), ...gone].map((key) => {
    const [old, now] = [was.get(key), is.get(key)];
    const { need } = (now ?? old)!;
    return { need, change: changeOf(old, now), before: old?.pair ?? null, after: now?.pair ?? null };
  });
}

/** Why, as far as the two plans alone tell it, in sentences: of needs that only one of them has, and of days that changed. */
export function reasonsOfChange({ change, before, after }: NeedBetween<unknown, NeedOfPlan>): string[] {
  if (change === 'no longer planned') return ['The need is left out of the later plan.'];
  if (change === 'not planned before') return ['The need was not part of the earlier plan.'];
  if (change === 'days changed') return [`The need is of ${after!.days} days and was of ${before!.days}.`];
  return [];
}

type Found<Left, Pair> = { need: Left | Pair; pair: Pair | null };

function needsOf<Left extends NeedOfPlan, Pair extends NeedOfPlan & { leaderKey: string }>({
  pairs,
  uncovered,
}: PlanOfNeeds<Left, Pair>): Map<string, Found<Left, Pair>> {
  const found = new Map<string, Found<Left, Pair>>();
  for (const pair of pairs) found.set(pair.needKey, { need: pair, pair });
  for (const need of uncovered) found.set(need.needKey, { need, pair: null });
  return found;
}

function changeOf(
  old: Found<unknown, NeedOfPlan & { leaderKey: string }> | undefined,
  now: Found<unknown, NeedOfPlan & { leaderKey: string }> | undefined,
): NeedChange {
  if (now === undefined) return 'no longer planned';
  if (old === undefined) return 'not planned before';
  if (old.pair === null) return now.pair === null ? 'still without' : 'newly covered';
  if (now.pair === null) return 'lost its leader';
  if (old.pair.leaderKey !== now.pair.leaderKey) return 'new leader';
  return old.pair.days === now.pair.days ? 'same' : 'days changed';
}
