// Written here and not taken from a library: jstat carries no types and the whole of statistics, and @stdlib's
// beta distribution brings some two hundred packages for these forty lines.

const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/**
 * Natural logarithm of the gamma function for x >= 0.5, to about 14 digits.
 * Source: Lanczos approximation with g = 7 and nine terms (P. Godfrey's coefficients).
 */
export function lnGamma(x: number): number {
  const z = x - 1;
  const t = z + 7.5;
  let sum = LANCZOS[0] ?? 1;
  for (let i = 1; i < LANCZOS.length; i += 1) sum += (LANCZOS[i] ?? 0) / (z + i);
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}

/**
 * Regularised incomplete beta function I_x(a, b): the chance that a beta(a, b) variable is at most x.
 * x outside 0 to 1 gives 0 or 1; a and b must be at least 0.5. To about 12 digits.
 * Source: DLMF 8.17.22 (continued fraction) with the symmetry 8.17.4, evaluated by Lentz's method.
 */
export function regularisedIncompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  return cumulative(x, a, b, lnBeta(a, b));
}

/**
 * The value that a beta(a, b) variable stays under with chance p (0 < p < 1): the inverse of regularisedIncompleteBeta.
 * Halley's method from a normal distribution with the same mean, spread and lean, kept inside a shrinking bracket.
 */
export function betaQuantile(p: number, a: number, b: number): number {
  const ln = lnBeta(a, b);
  let low = 0;
  let high = 1;
  let x = startOf(p, a, b);
  for (let step = 0; step < 100; step += 1) {
    const error = cumulative(x, a, b, ln) - p;
    const newton = error / Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - ln);
    const bend = newton * ((a - 1) / x - (b - 1) / (1 - x));
    const by = newton / (1 - Math.min(1, bend) / 2);
    // Each step has three times as many digits right as the one before, so that the last need not be seen to stand still.
    if (Math.abs(by) < 1e-6 * Math.min(x, 1 - x)) return x - by;
    if (error > 0) high = x;
    else low = x;
    const next = x - by;
    x = next > low && next < high ? next : (low + high) / 2;
  }
  return x;
}

// The first terms of E. A. Cornish and R. A. Fisher's expansion (1937); where it leaves the stretch, the mean.
function startOf(p: number, a: number, b: number): number {
  const mean = a / (a + b);
  const spread = Math.sqrt((mean * (1 - mean)) / (a + b + 1));
  const lean = (2 * (b - a) * Math.sqrt(a + b + 1)) / ((a + b + 2) * Math.sqrt(a * b));
  const z = normalQuantile(p);
  const start = mean + spread * (z + ((z * z - 1) * lean) / 6);
  return start > 0 && start < 1 ? start : mean;
}

// To three digits, enough to start from: Abramowitz and Stegun 26.2.22.
function normalQuantile(p: number): number {
  const t = Math.sqrt(-2 * Math.log(Math.min(p, 1 - p)));
  const z = t - (2.30753 + 0.27061 * t) / (1 + t * (0.99229 + 0.04481 * t));
  return p < 0.5 ? -z : z;
}

function cumulative(x: number, a: number, b: number, ln: number): number {
  const scale = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - ln);
  return x > (a + 1) / (a + b + 2)
    ? 1 - (scale * continuedFraction(1 - x, b, a)) / b
    : (scale * continuedFraction(x, a, b)) / a;
}

function lnBeta(a: number, b: number): number {
  return lnGamma(a) + lnGamma(b) - lnGamma(a + b);
}

// Lentz's method must not divide by nought.
function floor(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value;
}

function continuedFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / floor(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= 500; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / floor(1 + even * d);
    c = floor(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / floor(1 + odd * d);
    c = floor(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-14) break;
  }
  return fraction;
}
