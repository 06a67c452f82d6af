/**
 * How an import stands to what was held when it came. `ground`: what later files are compared with, so no news. `older`: a
 * later file of its dataset was held, so it tells the past. `late`: its news is told, but another dataset that tells the same
 * had a later file, so it is no news of the present. `told`: news.
 */
export type NewsStanding = 'ground' | 'older' | 'late' | 'told';

/** An import as its standing is judged. */
export interface JudgedImport {
  id: number;
  dataset: string;
  year: number | null;
  /** ISO date. */
  asAt: string;
  /** It is part of the bundled snapshot. */
  bundled: boolean;
  /** Null while no news was drawn from it. */
  standing: NewsStanding | null;
}

/** The registers: each names schools, heads and often inspections, so a later one of any of them is a later word. */
const REGISTERS: readonly string[] = [
  'gias-mainstream',
  'gias-sample',
  'gias-academies',
  'gias-open',
  'school-information',
];

/**
 * How an import stands, from those that came before it (with a smaller number, each with its own standing). The first file of a dataset
 * is ground, and so is the bundled snapshot and figures of a year that was ground: whatever they tell was there before.
 */
export function standingOf(one: JudgedImport, all: readonly JudgedImport[]): NewsStanding {
  const earlier = all.filter(({ id }) => id < one.id);
  const sameDataset = earlier.filter(({ dataset }) => dataset === one.dataset);
  if (one.bundled || sameDataset.length === 0) return 'ground';
  if (sameDataset.some((other) => isLater(other, one))) return 'older';
  if (one.year !== null && sameDataset.some(({ year, standing }) => year === one.year && standing !== 'told'))
    return 'ground';
  const late =
    REGISTERS.includes(one.dataset) &&
    earlier.some(({ dataset, asAt }) => REGISTERS.includes(dataset) && asAt > one.asAt);
  return late ? 'late' : 'told';
}

function isLater(other: JudgedImport, one: JudgedImport): boolean {
  if (one.year !== null && other.year !== null) return other.year > one.year;
  return other.asAt > one.asAt;
}
