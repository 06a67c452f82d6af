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
  /** No row farther than this can still come in: infinite until k rows are held. */
  worst: number = Number.POSITIVE_INFINITY;

  constructor(k: number) {
    this.#rows = new Int32Array(k);
    this.#squares = new Float64Array(k);
  }

  /** Takes the row in if it is nearer than the farthest held. Infinite distances are never taken in. */
  offer(row: number, squared: number): void {
    if (squared === Number.POSITIVE_INFINITY) return;
    if (this.#size < this.#rows.length) {
      this.#size += 1;
      this.#rise(this.#size - 1, row, squared);
      if (this.#size === this.#rows.length) this.worst = this.#squares[0]!;
    } else if (this.#size > 0 && isFarther(this.#squares[0]!, this.#rows[0]!, squared, row)) {
      this.#sink(row, squared);
      this.worst = this.#squares[0]!;
    }
  }

  /** Writes the rows held and their distances from the place on, nearest first, and holds none any more. Gives how many. */
  moveInto(rows: Int32Array, squares: Float64Array, place: number): number {
    const held = this.#size;
    // The farthest is on top: they go in from behind.
    while (this.#size > 0) {
      this.#size -= 1;
      rows[place + this.#size] = this.#rows[0]!;
      squares[place + this.#size] = this.#squares[0]!;
      this.#sink(this.#rows[this.#size]!, this.#squares[this.#size]!);
    }
    this.worst = Number.POSITIVE_INFINITY;
    return held;
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
