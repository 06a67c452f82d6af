/** The 95% limits of a normal variable lie this many standard deviations either side of its mean. */
export const LIMITS_95 = 1.959964;

/**
 * The chance that a standard normal variable is below x. Absolute error under 7.5e-8.
 * Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.17.
 */
export function normalChance(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = Math.exp((-x * x) / 2) * 0.3989422804 * series;
  return x >= 0 ? 1 - tail : tail;
}
