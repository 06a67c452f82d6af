/** A chance said beforehand, 0 to 1, and whether it came to be. */
export interface Told {
  chance: number;
  came: boolean;
}

/**
 * Mean square of the difference between the chance and what came (1 or 0): 0 is perfect, and who always says one half gets
 * 0.25. Smaller is better. Source: G. W. Brier, "Verification of forecasts expressed in terms of probability", Monthly
 * Weather Review 78 (1950).
 */
export function brierScore(told: readonly Told[]): number {
  return told.reduce((sum, { chance, came }) => sum + (chance - (came ? 1 : 0)) ** 2, 0) / told.length;
}

/**
 * Mean of minus the natural logarithm of the chance given to what came; smaller is better. Infinite for whoever once called
 * impossible what came, so that there is none to give (null).
 */
export function logScore(told: readonly Told[]): number | null {
  const mean = told.reduce((sum, { chance, came }) => sum - Math.log(came ? chance : 1 - chance), 0) / told.length;
  return Number.isFinite(mean) ? mean : null;
}

/** How much of a rival's Brier score is saved: 1 all of it, 0 none, below 0 worse than the rival. Null where the rival has none. */
export function skill(ours: number, rival: number): number | null {
  return rival === 0 ? null : 1 - ours / rival;
}
