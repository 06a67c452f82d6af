/** The chance of yes at each value of one figure: 1 / (1 + exp(-(from + slope * figure))). */
export interface Logistic {
  from: number;
  slope: number;
}

/** A figure and what came of it. */
export interface Case {
  figure: number;
  yes: boolean;
}

/**
 * Logistic regression on one figure by Newton's method (iteratively reweighted least squares). Where the figure tells yes
 * from no without a mistake the curve has no end of steepness, and stops after 30 steps.
 * Source: P. McCullagh and J. A. Nelder, "Generalized linear models", chapter 4.
 */
export function fitLogistic(cases: readonly Case[]): Logistic {
  const count = cases.length;
  const mean = cases.reduce((sum, { figure }) => sum + figure, 0) / count;
  const deviation = Math.sqrt(cases.reduce((sum, { figure }) => sum + (figure - mean) ** 2, 0) / count) || 1;
  let [from, slope] = [0, 0];
  for (let step = 0; step < 30; step += 1) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-9, 0, 1e-9];
    for (const { figure, yes } of cases) {
      const x = (figure - mean) / deviation;
      const chance = 1 / (1 + Math.exp(-(from + slope * x)));
      const left = (yes ? 1 : 0) - chance;
      const weight = chance * (1 - chance);
      g0 += left;
      g1 += left * x;
      h00 += weight;
      h01 += weight * x;
      h11 += weight * x * x;
    }
    const determinant = h00 * h11 - h01 * h01;
    const [by0, by1] = [(h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 * g0) / determinant];
    from += by0;
    slope += by1;
    if (Math.abs(by0) + Math.abs(by1) < 1e-9) break;
  }
  return { from: from - (slope * mean) / deviation, slope: slope / deviation };
}

/** The fitted chance at a figure. */
export function logisticChance({ from, slope }: Logistic, figure: number): number {
  return 1 / (1 + Math.exp(-(from + slope * figure)));
}

const FOLDS = 5;

/**
 * The chance of each case by a curve fitted to other schools alone: schools are put in five parts by their number, and each
 * part is told by a curve fitted to the other four. So the curve never sees what it is to tell.
 */
export function crossFitted(cases: readonly (Case & { urn: number })[]): number[] {
  const curves = Array.from({ length: FOLDS }, (_, fold) =>
    fitLogistic(cases.filter(({ urn }) => urn % FOLDS !== fold)),
  );
  return cases.map(({ urn, figure }) => logisticChance(curves[urn % FOLDS]!, figure));
}
