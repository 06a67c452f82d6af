import type { Place } from '../travel.ts';
import type { Water } from './travel-policy.ts';

/** Side of a square of the index, in metres: a school's journey touches a handful, and most hold no water. */
const SQUARE = 10_000;

/** Which waters a straight line crosses, found by the squares that it may touch. */
export class WaterIndex {
  readonly waters: readonly Water[];
  /** By square: the water and the two ends of each piece of line there, five numbers each. */
  readonly #squares = new Map<number, number[]>();

  readonly #isSea: readonly boolean[];

  constructor(waters: readonly Water[]) {
    this.waters = waters;
    this.#isSea = waters.map(({ ways }) => ways.every(({ ferryMinutes }) => ferryMinutes !== null));
    waters.forEach(({ line }, water) => {
      for (let k = 1; k < line.length; k++) this.#put(water, line[k - 1]!, line[k]!);
    });
  }

  #put(water: number, from: readonly [number, number], to: readonly [number, number]): void {
    eachSquare(from[0], from[1], to[0], to[1], (square) => {
      const pieces = this.#squares.get(square) ?? [];
      pieces.push(water, from[0], from[1], to[0], to[1]);
      this.#squares.set(square, pieces);
    });
  }

  /**
   * The first water that the line from one place to another crosses, not counting those passed already; -1 when it crosses none. A sea
   * that only ships pass is first of all, since other waters lie on the way to its ship and not to its shore.
   */
  firstCrossed(from: Place, to: Place, passed: readonly number[]): number {
    let nearest = Number.POSITIVE_INFINITY;
    let found = -1;
    eachSquare(from.easting, from.northing, to.easting, to.northing, (square) => {
      const pieces = this.#squares.get(square);
      if (pieces === undefined) return;
      for (let k = 0; k < pieces.length; k += 5) {
        if (passed.includes(pieces[k]!)) continue;
        const along = shareAlong(from, to, pieces, k + 1);
        if (along === null) continue;
        const order = this.#isSea[pieces[k]!] ? along - 1 : along;
        if (order >= nearest) continue;
        nearest = order;
        found = pieces[k]!;
      }
    });
    return found;
  }
}

/** Squares of the box around a line. */
function eachSquare(x1: number, y1: number, x2: number, y2: number, visit: (square: number) => void): void {
  const right = Math.floor(Math.max(x1, x2) / SQUARE);
  const top = Math.floor(Math.max(y1, y2) / SQUARE);
  for (let x = Math.floor(Math.min(x1, x2) / SQUARE); x <= right; x++) {
    for (let y = Math.floor(Math.min(y1, y2) / SQUARE); y <= top; y++) visit(x * 1000 + y);
  }
}

/** Where along a line a piece of water's line crosses it, 0 to 1; null where it does not. */
function shareAlong({ easting, northing }: Place, to: Place, piece: readonly number[], at: number): number | null {
  const [x1, y1, x2, y2] = [piece[at]!, piece[at + 1]!, piece[at + 2]!, piece[at + 3]!];
  const [dx, dy] = [to.easting - easting, to.northing - northing];
  const [ex, ey] = [x2 - x1, y2 - y1];
  const turn = dx * ey - dy * ex;
  if (turn === 0) return null;
  const along = ((x1 - easting) * ey - (y1 - northing) * ex) / turn;
  const across = ((x1 - easting) * dy - (y1 - northing) * dx) / turn;
  return along >= 0 && along <= 1 && across >= 0 && across <= 1 ? along : null;
}
