import { type Explaining, put } from './ask.ts';
import { type Ground, type Named, namedLeader, namedNeed } from './ground.ts';
import { type Barrier, barrierBetween, barrierWords } from './left-out.ts';
import type { Range } from './range.ts';

/** All the leaders whom a school could have, by what each would cost the plan, and those who are near and cannot. */
export interface OthersOfNeed {
  need: Named;
  chosen: Named | null;
  /** Those who could, the one who may cost least first. */
  possible: { leader: Named; km: number; minutes: number; cost: Range }[];
  /** What leaving the school costs the plan; null where the plan leaves it. */
  nobody: Range | null;
  /** Those within reach whom something between the two keeps away, with what would mend it. */
  ruledOut: { leader: Named; barrier: Barrier; sentence: string; mend: string }[];
  /** How many within reach are for other needs than this: of the other phase, in other fields, not heads. */
  forOthers: number;
}

/** Barriers of what a leader is, not of these two: they are many and told as one number. */
const OF_OTHER_KINDS: readonly Barrier[] = ['other phase', 'not a head', 'not in the field'];

/** What every other leader of a school would cost the plan, at least and at most, by the prices of its proof alone. */
export function* othersOf(ground: Ground, need: number): Explaining<OthersOfNeed> {
  const { problem, solution, spare } = ground;
  const chosen = solution.assignment[need] ?? null;
  const ask = { kind: 'bounds', instance: problem.instance, solution, schools: [need] } as const;
  const [bounds] = yield* put(ask, [0, 1]);
  const ranges = new Map(bounds!.leaders.map(({ leader, range }) => [leader, range]));
  const possible = problem.candidates[need]!.candidates.flatMap(({ leader, pairing: { km, minutes } }) => {
    const cost = ranges.get(leader);
    const isOther = leader !== chosen && problem.placed[need] === null;
    return cost === undefined || !isOther ? [] : [{ leader: namedLeader(problem.leaders[leader]!), km, minutes, cost }];
  });
  const barred = [...problem.leaders, ...spare].flatMap((leader) => {
    const barrier = barrierBetween(ground, need, leader);
    // Those who are merely elsewhere are most of the country.
    return barrier === null || barrier === 'too far' || barrier === 'same school' ? [] : [{ leader, barrier }];
  });
  const ruledOut = barred.flatMap(({ leader, barrier }) =>
    OF_OTHER_KINDS.includes(barrier)
      ? []
      : [{ leader: namedLeader(leader), barrier, ...barrierWords(ground, need, leader, barrier) }],
  );
  return {
    need: namedNeed(problem.needs[need]!),
    chosen: chosen === null ? null : namedLeader(problem.leaders[chosen]!),
    possible: possible.toSorted((a, b) => a.cost.least - b.cost.least || (a.cost.most ?? 0) - (b.cost.most ?? 0)),
    nobody: chosen === null ? null : bounds!.nobody,
    ruledOut,
    forOthers: barred.length - ruledOut.length,
  };
}
