import { Z95 } from '../normal.ts';

/** How many of so many schools, as a share (0 to 1) with the range that holds the underlying share with 95% confidence. */
export interface Proportion {
  share: number;
  interval: [low: number, high: number];
}

/**
 * A share of few schools with its range. Null of none. Source: E. B. Wilson, "Probable inference, the law of succession, and
 * statistical inference", Journal of the American Statistical Association 22 (1927).
 */
export function proportion(count: number, of: number): Proportion | null {
  if (of === 0) return null;
  const share = count / of;
  const z2 = Z95 * Z95;
  const middle = (share + z2 / (2 * of)) / (1 + z2 / of);
  const half = (Z95 * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of))) / (1 + z2 / of);
  return { share, interval: [Math.max(0, middle - half), Math.min(1, middle + half)] };
}

/** What changed among schools that were judged both times. */
export interface PairedChange {
  /** Schools judged both times. */
  compared: number;
  /** Not raised before, raised now. */
  appeared: number;
  /** Raised before, not raised now. */
  gone: number;
  /** Percentage points by which the share of raised schools rose; below 0 it fell. */
  points: number;
  /** Holds the underlying change with 95% confidence. */
  interval: [low: number, high: number];
  trend: 'growing' | 'shrinking' | 'no clear change';
}

/**
 * The change of a share among the same schools. Only the schools that changed say anything, so a few of many give no clear
 * change. Source for the range: A. Agresti and Y. Min, "Simple improved confidence intervals for comparing matched
 * proportions", Statistics in Medicine 24 (2005): half a school is added to each of the four kinds of pair.
 */
export function pairedChange(pairs: readonly { before: boolean; now: boolean }[]): PairedChange | null {
  const compared = pairs.length;
  if (compared === 0) return null;
  const appeared = pairs.filter(({ before, now }) => now && !before).length;
  const gone = pairs.filter(({ before, now }) => before && !now).length;
  const [up, down, all] = [appeared + 0.5, gone + 0.5, compared + 2];
  const middle = (up - down) / all;
  const half = (Z95 * Math.sqrt(up + down - (up - down) ** 2 / all)) / all;
  const interval: [number, number] = [100 * Math.max(-1, middle - half), 100 * Math.min(1, middle + half)];
  return {
    compared,
    appeared,
    gone,
    points: (100 * (appeared - gone)) / compared,
    interval,
    trend: interval[0] > 0 ? 'growing' : interval[1] < 0 ? 'shrinking' : 'no clear change',
  };
}
