import type { PlacedBy } from '../placed-pairs.ts';
import { type PricePart, priceParts } from '../price-parts.ts';
import { type Explaining, put } from './ask.ts';
import type { CoverBounds } from './bounds.ts';
import { type Ground, type Named, namedLeader, namedNeed } from './ground.ts';
import type { Range } from './range.ts';

/** A pair of the plan: what it costs part by part, and what the school's next best leader would cost the plan. */
export interface PairExplained {
  need: Named;
  leader: Named;
  cost: number;
  parts: PricePart[];
  /** What put the pair in before the plan was made; null where the solver chose it. */
  placedBy: PlacedBy | null;
  /** Null where nobody else could help, or the pair is placed by a decision. `sure` when it is shown that no other costs the plan less. */
  next: { leader: Named; cost: Range; sure: boolean } | null;
  /** What it would cost to leave the school without anybody. */
  nobody: Range;
}

/** Plans made to know a next best leader from above: of the chosen one, and of so few others that may cost least. */
const TRIED = 5;

/** Every pair of the plan, or those of some needs, by the prices of the proof alone: nothing is solved anew. */
export function* pairsExplained(ground: Ground, only?: readonly number[]): Explaining<PairExplained[]> {
  const { problem, solution } = ground;
  const schools = problem.needs.flatMap((_, need) =>
    (solution.assignment[need] ?? null) !== null && (only?.includes(need) ?? true) ? [need] : [],
  );
  const bounds = yield* put({ kind: 'bounds', instance: problem.instance, solution, schools, tried: TRIED }, [0, 1]);
  return bounds.map((one) => explainedPair(ground, one));
}

function explainedPair({ problem, solution }: Ground, { school, leaders, nobody }: CoverBounds): PairExplained {
  const chosen = solution.assignment[school]!;
  const others = leaders.filter(({ leader }) => leader !== chosen);
  const ordered = others.toSorted((a, b) => (a.range.most ?? Infinity) - (b.range.most ?? Infinity));
  const [next, ...rest] = problem.placed[school] === null ? ordered : [];
  const sure = rest.every(({ range }) => range.least >= (next!.range.most ?? Infinity));
  const { pairing } = problem.candidates[school]!.candidates.find(({ leader }) => leader === chosen)!;
  return {
    need: namedNeed(problem.needs[school]!),
    leader: namedLeader(problem.leaders[chosen]!),
    cost: pairing.cost,
    parts: priceParts(pairing, problem.policy),
    placedBy: problem.placed[school] ?? null,
    next: next === undefined ? null : { leader: namedLeader(problem.leaders[next.leader]!), cost: next.range, sure },
    nobody,
  };
}
