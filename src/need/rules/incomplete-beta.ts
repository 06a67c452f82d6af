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
  return incompleteBeta(x, a, b, scalesOf(a, b));
}

function incompleteBeta(x: number, a: number, b: number, scales: Scales): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - lowerTail(1 - x, b, a, scales.mirrored);
  return lowerTail(x, a, b, scales.own);
}

function lowerTail(x: number, a: number, b: number, scale: number): number {
  return (Math.exp(lnBetaDensity(x, a, b, scale)) * x * (1 - x) * continuedFraction(x, a, b)) / a;
}

/**
 * The value that a beta(a, b) variable stays under with chance p (0 < p < 1): the inverse of regularisedIncompleteBeta.
 * Newton's method from the mean, kept inside a shrinking bracket.
 */
export function betaQuantile(p: number, a: number, b: number): number {
  let low = 0;
  let high = 1;
  let x = a / (a + b);
  const scales = scalesOf(a, b);
  for (let step = 0; step < 100; step += 1) {
    const error = incompleteBeta(x, a, b, scales) - p;
    if (error > 0) high = x;
    else low = x;
    const newton = x - error / Math.exp(lnBetaDensity(x, a, b, scales.own));
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - x) < 1e-10) return next;
    x = next;
  }
  return x;
}

/** What a density is scaled by, as a logarithm: of beta(a, b), and of beta(b, a), which rounds otherwise. */
interface Scales {
  own: number;
  mirrored: number;
}

// Worked out once for a and b: three logarithms of the gamma function are half of the time of a quantile.
function scalesOf(a: number, b: number): Scales {
  const [both, left, right] = [lnGamma(a + b), lnGamma(a), lnGamma(b)];
  return { own: both - left - right, mirrored: both - right - left };
}

function lnBetaDensity(x: number, a: number, b: number, scale: number): number {
  return scale + (a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x);
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
