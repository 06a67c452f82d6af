import type { Clock } from './clock.ts';
import { type OddCut } from './odd-cuts.ts';
import type { Random } from './random.ts';

/** A column that the relaxation uses in part: its rows and its share. */
export interface PartColumn {
  readonly rows: readonly number[];
  readonly share: number;
}

/** Members of the cuts looked for. */
const SIZES = [3, 5, 7];
/** Starts of the local search, for each row and size. */
const STARTS = 2;
/** Cuts broken by less are left: they move the bound little. */
const LEAST_BREACH = 0.03;
/** Most cuts of one turn that share a row, so that they do not all say the same. */
const MOST_SHARING = 5;

/**
 * Finds cuts that a fractional relaxation breaks, by local search: members start as rows that columns share, and one at a
 * time is exchanged for the row that breaks the cut most.
 *
 * @returns the most broken cuts first, for the root of their size; at most `most`, and none beyond those found when the clock stops it
 */
export function findCuts(
  columns: readonly PartColumn[],
  rows: number,
  most: number,
  random: Random,
  clock: Clock,
): OddCut[] {
  const columnsOf: number[][] = Array.from({ length: rows }, () => []);
  columns.forEach((column, c) => {
    for (const row of column.rows) columnsOf[row]!.push(c);
  });
  const near = columnsOf.map((list, row) => [
    ...new Set(list.flatMap((c) => columns[c]!.rows).filter((other) => other !== row)),
  ]);
  const active = near.flatMap((others, row) => (others.length > 0 ? [row] : []));
  const used = new Uint8Array(columns.length);
  const pairsUsed = (members: readonly number[]): number => {
    let pairs = 0;
    for (const row of members) {
      for (const c of columnsOf[row]!) {
        used[c]!++;
        // Every second member of a column makes a pair.
        if (used[c]! % 2 === 0) pairs += columns[c]!.share;
      }
    }
    for (const row of members) for (const c of columnsOf[row]!) used[c] = 0;
    return pairs;
  };

  const found = new Map<string, { cut: OddCut; breach: number }>();
  for (const size of SIZES) {
    if (active.length < size) break;
    for (const seed of active) {
      if (clock.shouldStop()) break;
      for (let start = 0; start < STARTS; start++) {
        const members = grow(seed, size, near, active, random);
        const pairs = improve(members, near, pairsUsed);
        const breach = (pairs - (size - 1) / 2) / Math.sqrt(size);
        if (pairs < (size - 1) / 2 + LEAST_BREACH) continue;
        const cut = { rows: members.toSorted((a, b) => a - b) };
        found.set(cut.rows.join(), { cut, breach });
      }
    }
  }
  const sharing = new Uint16Array(rows);
  const chosen: OddCut[] = [];
  for (const { cut } of [...found.values()].toSorted((a, b) => b.breach - a.breach)) {
    if (chosen.length === most) break;
    if (cut.rows.some((row) => sharing[row]! >= MOST_SHARING)) continue;
    for (const row of cut.rows) sharing[row]!++;
    chosen.push(cut);
  }
  return chosen;
}

/** Rows that columns share with one another, beginning at one. */
function grow(
  seed: number,
  size: number,
  near: readonly (readonly number[])[],
  active: readonly number[],
  random: Random,
): number[] {
  const members = [seed];
  const draw = (list: readonly number[]): number => list[Math.floor(random() * list.length)]!;
  while (members.length < size) {
    const next = draw(near[draw(members)]!);
    const row = members.includes(next) ? draw(active) : next;
    if (!members.includes(row)) members.push(row);
  }
  return members;
}

/** Exchanges members, in place, while that uses more pairs. Returns the pairs used. */
function improve(
  members: number[],
  near: readonly (readonly number[])[],
  pairsUsed: (members: readonly number[]) => number,
): number {
  let pairs = pairsUsed(members);
  for (let isBetter = true; isBetter;) {
    isBetter = false;
    const around = new Set(members.flatMap((row) => near[row]!));
    let best = { pairs: pairs + 1e-9, place: -1, row: -1 };
    for (let place = 0; place < members.length; place++) {
      const old = members[place]!;
      for (const row of around) {
        if (members.includes(row)) continue;
        members[place] = row;
        const now = pairsUsed(members);
        if (now > best.pairs) best = { pairs: now, place, row };
      }
      members[place] = old;
    }
    if (best.place === -1) continue;
    members[best.place] = best.row;
    pairs = best.pairs;
    isBetter = true;
  }
  return pairs;
}
