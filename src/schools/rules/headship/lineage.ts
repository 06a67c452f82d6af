/** What one extract says of the head of one school. */
export interface Told {
  urn: number;
  /** ISO date that the extract is as at. */
  asAt: string;
}

/**
 * What extracts say of a school and, before the first that has it under its own number, of the school that it came from:
 * a school that becomes an academy gets a new number and mostly keeps its head. The earliest first. `told` has each
 * school's own, the earliest first; `from` the only predecessor of each school that has one.
 */
export function lineageOf<T extends Told>(
  urn: number,
  told: ReadonlyMap<number, readonly T[]>,
  from: ReadonlyMap<number, number>,
): T[] {
  const line: T[] = [];
  const seen = new Set<number>();
  for (let at: number | undefined = urn; at !== undefined && !seen.has(at); at = from.get(at)) {
    seen.add(at);
    const first = line[0]?.asAt;
    line.unshift(...(told.get(at) ?? []).filter(({ asAt }) => first === undefined || asAt < first));
  }
  return line;
}
