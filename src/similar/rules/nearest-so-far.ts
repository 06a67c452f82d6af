/** A row of the feature space and its squared distance from the one asked about. */
export interface Near {
  row: number;
  squared: number;
}

/**
 * The k nearest rows met so far, as a heap with the farthest on top. Equal distances go to the lower row, so the answer
 * does not depend on the order in which rows are met.
 */
export class NearestSoFar {
  readonly #rows: Int32Array;
  readonly #squares: Float64Array;
  #size = 0;

  constructor(k: number) {
    this.#rows = new Int32Array(k);
    this.#squares = new Float64Array(k);
  }

  /** No row farther than this can still come in: infinite until k rows are held. */
  get worst(): number {
    return this.#size < this.#rows.length ? Number.POSITIVE_INFINITY : this.#squares[0]!;
  }

  /** Takes the row in if it is nearer than the farthest held. Infinite distances are never taken in. */
  offer(row: number, squared: number): void {
    if (squared === Number.POSITIVE_INFINITY) return;
    if (this.#size < this.#rows.length) {
      this.#size += 1;
      this.#rise(this.#size - 1, row, squared);
    } else if (this.#size > 0 && isFarther(this.#squares[0]!, this.#rows[0]!, squared, row)) {
      this.#sink(row, squared);
    }
  }

  /** The rows held, nearest first. */
  sorted(): Near[] {
    const held: Near[] = [];
    for (let i = 0; i < this.#size; i += 1) held.push({ row: this.#rows[i]!, squared: this.#squares[i]! });
    return held.toSorted((a, b) => a.squared - b.squared || a.row - b.row);
  }

  #rise(from: number, row: number, squared: number): void {
    let i = from;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!isFarther(squared, row, this.#squares[parent]!, this.#rows[parent]!)) break;
      this.#rows[i] = this.#rows[parent]!;
      this.#squares[i] = this.#squares[parent]!;
      i = parent;
    }
    this.#rows[i] = row;
    this.#squares[i] = squared;
  }

  #sink(row: number, squared: number): void {
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= this.#size) break;
      const right = child + 1;
      if (
        right < this.#size &&
        isFarther(this.#squares[right]!, this.#rows[right]!, this.#squares[child]!, this.#rows[child]!)
      ) {
        child = right;
      }
      if (!isFarther(this.#squares[child]!, this.#rows[child]!, squared, row)) break;
      this.#rows[i] = this.#rows[child]!;
      this.#squares[i] = this.#squares[child]!;
      i = child;
    }
    this.#rows[i] = row;
    this.#squares[i] = squared;
  }
}

function isFarther(squaredA: number, rowA: number, squaredB: number, rowB: number): boolean {
  return squaredA > squaredB || (squaredA === squaredB && rowA > rowB);
}
