/** The 95% limits of a normal variable lie this many standard deviations either side of its mean. */
export const Z95 = 1.959964;

/**
 * Chance that a standard normal variable is at most z, to about 7 digits.
 * Source: Abramowitz and Stegun 26.2.17.
 */
export function normalCdf(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z > 0 ? 1 - tail : tail;
}

/** A school's mean score with its uncertainty: the published 95% limits, and the chance of truly being below a line. */
export interface ScoreEstimate {
  value: number;
  standardError: number;
  interval: [low: number, high: number];
}

/**
 * The estimate for a mean over `pupils` pupils whose scores vary with standard deviation `pupilSd`.
 * Source: the Department's progress measures give each school the limits value +- 1.96 sd / sqrt(pupils)
 * (primary school accountability technical guide, annex "Confidence intervals").
 */
export function scoreEstimate(value: number, pupils: number, pupilSd: number): ScoreEstimate {
  return withError(value, pupilSd / Math.sqrt(pupils));
}

/**
 * The estimate behind published 95% limits. Where the limits are those of another stage of publication, and so do not
 * lie evenly about the score, their width is kept and laid about the score.
 */
export function publishedEstimate(value: number, low: number, high: number): ScoreEstimate {
  const even = Math.abs((low + high) / 2 - value) <= 0.02;
  return even
    ? { value, standardError: (high - low) / (2 * Z95), interval: [low, high] }
    : withError(value, (high - low) / (2 * Z95));
}

/** Chance that the true mean is below the line, with no prior opinion: as the published limits have none. */
export function chanceBelowLine(estimate: ScoreEstimate, line: number): number {
  if (estimate.standardError === 0) return estimate.value < line ? 1 : 0;
  return normalCdf((line - estimate.value) / estimate.standardError);
}

function withError(value: number, standardError: number): ScoreEstimate {
  return { value, standardError, interval: [value - Z95 * standardError, value + Z95 * standardError] };
}
