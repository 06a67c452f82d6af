/**
 * Cuts that make the set model's relaxation tighter. Each has an odd number of members, leaders and schools; a set of
 * schools uses a member when it is of that leader, or holds that school. Each member is used once at most, so of 2n + 1
 * members a plan's sets use at most n pairs: the sum over sets of floor(members used / 2) is at most n.
 *
 * Zero-half Chvatal-Gomory cuts over rows of the set packing model (Caprara and Fischetti, Mathematical Programming 74,
 * 1996); as "subset-row cuts" they close most of the gap in vehicle routing (Jepsen, Petersen, Spoorendonk and Pisinger,
 * Operations Research 56, 2008). Leaders count as members here as well as schools.
 */
export interface OddCut {
  /** Members as rows: leader i is row i, school j is row leaders + j. Ascending. */
  readonly rows: readonly number[];
}

/** The most pairs of members that a plan can use. */
export function mostPairs({ rows }: OddCut): number {
  return (rows.length - 1) / 2;
}

/** Cuts with their prices, followed while a set is put together. */
export interface PricedCuts {
  /** Notes that the set uses a row and returns what it pays more for that. */
  enter(row: number): number;
  /** Takes back the last `enter` of the row. */
  leave(row: number): void;
}

/** The cuts of positive price by row, ready for a search of sets. Null when there are none. */
export function pricedCuts(cuts: readonly OddCut[], prices: ArrayLike<number>, rows: number): PricedCuts | null {
  const ofRow: (number[] | undefined)[] = [];
  ofRow.length = rows;
  let isAny = false;
  cuts.forEach((cut, t) => {
    if (prices[t]! <= 0) return;
    isAny = true;
    for (const row of cut.rows) (ofRow[row] ??= []).push(t);
  });
  if (!isAny) return null;
  const used = new Int32Array(cuts.length);
  return {
    enter(row) {
      const list = ofRow[row];
      if (list === undefined) return 0;
      let pay = 0;
      for (const t of list) {
        used[t]!++;
        if (used[t]! % 2 === 0) pay += prices[t]!;
      }
      return pay;
    },
    leave(row) {
      const list = ofRow[row];
      if (list === undefined) return;
      for (const t of list) used[t]!--;
    },
  };
}
