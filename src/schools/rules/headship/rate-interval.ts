const Z = 1.96;

/**
 * The 95% interval of a rate in a hundred years, from a count and the years it was counted over (more than 0): what chance alone would
 * leave possible. Byar's approximation to the exact Poisson limits, whose upper one it meets within 1% (Breslow and Day,
 * Statistical methods in cancer research II, 1987; the method of the public health outcomes framework for rates).
 */
export function rateInterval(count: number, years: number): [low: number, high: number] {
  const low = count === 0 ? 0 : limit(count, -1);
  return [(low / years) * 100, (limit(count + 1, 1) / years) * 100];
}

function limit(count: number, sign: 1 | -1): number {
  return count * (1 - 1 / (9 * count) + (sign * Z) / (3 * Math.sqrt(count))) ** 3;
}
