/** Shares of the cost that a gap is timed to. */
export const GAPS = [0.05, 0.02, 0.01, 0.005, 0.002, 0.001] as const;

/** How a solver came on: seconds until its own bound was within each of `GAPS` of its plan. */
export interface Track {
  /** Tells of the best plan and bound so far. */
  tell(at: { seconds: number; objective: number; bound: number }): void;
  /** For each of `GAPS`, the seconds after which it was reached, or null. */
  reached(): (number | null)[];
  /** Seconds to the first plan that is no worse than leaving every school, or null. */
  first(): number | null;
}

export function trackGaps(): Track {
  const reached: (number | null)[] = GAPS.map(() => null);
  let first: number | null = null;
  return {
    tell({ seconds, objective, bound }) {
      if (!Number.isFinite(objective)) return;
      first ??= seconds;
      const gap = gapOf(objective, bound);
      for (const [g, share] of GAPS.entries()) if (gap <= share) reached[g] ??= seconds;
    },
    reached: () => reached.slice(),
    first: () => first,
  };
}

/** (cost - bound) / cost; 0 when nothing costs anything. */
export function gapOf(objective: number, bound: number): number {
  return objective === 0 ? 0 : (objective - bound) / objective;
}
