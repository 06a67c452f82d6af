import { betaQuantile } from '../incomplete-beta.ts';
import type { Told } from './proper-scores.ts';

/** The cases whose chance lay in one stretch, and how many of them came. */
export interface ReliabilityBin {
  from: number;
  to: number;
  cases: number;
  /** Mean of the chances told. */
  told: number;
  /** Share that came. */
  came: number;
  /** 95% range of that share, from the number of cases: Jeffreys' interval. */
  interval: [low: number, high: number];
}

const BINS = 10;

/** Cases by tenths of the chance told, those without a case left out. A chance on an edge is in the upper stretch. */
export function reliability(told: readonly Told[]): ReliabilityBin[] {
  return Array.from({ length: BINS }, (_, i) => i).flatMap((bin) => {
    const inside = told.filter(({ chance }) => Math.min(BINS - 1, Math.floor(chance * BINS)) === bin);
    if (inside.length === 0) return [];
    const came = inside.filter((one) => one.came).length;
    const [a, b] = [came + 0.5, inside.length - came + 0.5];
    return [
      {
        from: bin / BINS,
        to: (bin + 1) / BINS,
        cases: inside.length,
        told: inside.reduce((sum, { chance }) => sum + chance, 0) / inside.length,
        came: came / inside.length,
        // By L. D. Brown, T. T. Cai and A. DasGupta (Statistical Science 16, 2001), none and all are given their end.
        interval: [came === 0 ? 0 : betaQuantile(0.025, a, b), came === inside.length ? 1 : betaQuantile(0.975, a, b)],
      },
    ];
  });
}
