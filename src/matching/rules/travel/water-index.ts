import type { Place } from '../travel.ts';
import type { Water } from './travel-policy.ts';

/** Side of a square of the index, in metres: a school's journey touches a handful, and most hold no water. */
const SQUARE = 10_000;

/** Squares in a row, more than the National Grid is wide and any place could be off it. */
const ROW = 1000;

/** A piece of a water's line; `water` is the position in the list of waters. */
interface Piece {
  water: number;
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

interface Crossing {
  piece: Piece;
  water: number;
  /** Share of the way, 0 to 1. */
  along: number;
}

const NO_PIECES: readonly Piece[] = [];

/** Which waters a straight line crosses, found by the squares that it passes through. */
export class WaterIndex {
  readonly waters: readonly Water[];
  readonly #squares = new Map<number, Piece[]>();
  readonly #isSea: readonly boolean[];

  constructor(waters: readonly Water[]) {
    this.waters = waters;
    this.#isSea = waters.map(({ ways }) => ways.every(({ ferryMinutes }) => ferryMinutes !== null));
    waters.forEach(({ line }, water) => {
      for (let k = 1; k < line.length; k++) this.#put(water, line[k - 1]!, line[k]!);
    });
  }

  /** A piece of line, in every square of the box around it. */
  #put(water: number, [x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): void {
    const piece = { water, x1, y1, x2, y2 };
    for (let y = square(Math.min(y1, y2)); y <= square(Math.max(y1, y2)); y++) {
      for (let x = square(Math.min(x1, x2)); x <= square(Math.max(x1, x2)); x++) {
        const pieces = this.#squares.get(y * ROW + x) ?? [];
        pieces.push(piece);
        this.#squares.set(y * ROW + x, pieces);
      }
    }
  }

  /**
   * The first water that lies between two places, not counting those passed already; -1 when none does. A water whose line is crossed
   * twice lies between nothing: both places are on the same side of it. A sea that only ships pass is first of all, since other waters
   * lie on the way to its ship and not to its shore.
   */
  firstBetween(from: Place, to: Place, passed: readonly number[]): number {
    const crossed = this.#crossings(from, to, passed);
    let nearest = Number.POSITIVE_INFINITY;
    let found = -1;
    for (const { water, along } of crossed) {
      const order = this.#isSea[water] ? along - 2 : along;
      if (order >= nearest || crossed.filter((other) => other.water === water).length % 2 === 0) continue;
      nearest = order;
      found = water;
    }
    return found;
  }

  /** Every crossing of a line with the line of a water: of most there is none. */
  #crossings(from: Place, to: Place, passed: readonly number[]): Crossing[] {
    const crossed: Crossing[] = [];
    const [low, high] = from.northing <= to.northing ? [from, to] : [to, from];
    const slope = high.northing === low.northing ? 0 : (high.easting - low.easting) / (high.northing - low.northing);
    const top = square(high.northing);
    for (let y = square(low.northing); y <= top; y++) {
      // Where the line enters and leaves this row of squares.
      const enters = y * SQUARE <= low.northing ? low.easting : low.easting + slope * (y * SQUARE - low.northing);
      const leaves = y === top ? high.easting : low.easting + slope * ((y + 1) * SQUARE - low.northing);
      const right = square(Math.max(enters, leaves));
      for (let x = square(Math.min(enters, leaves)); x <= right; x++) {
        for (const piece of this.#squares.get(y * ROW + x) ?? NO_PIECES) {
          if (passed.includes(piece.water)) continue;
          const along = shareAlong(from, to, piece);
          // A piece may lie in several of the squares.
          if (along === -1 || crossed.some((other) => other.piece === piece)) continue;
          crossed.push({ piece, water: piece.water, along });
        }
      }
    }
    return crossed;
  }
}

function square(metres: number): number {
  return Math.floor(metres / SQUARE);
}

/** Where along a line a piece of water's line crosses it, 0 to 1; -1 where it does not. */
function shareAlong({ easting, northing }: Place, to: Place, { x1, y1, x2, y2 }: Piece): number {
  const x = x1 - easting;
  const y = y1 - northing;
  const dx = to.easting - easting;
  const dy = to.northing - northing;
  const ex = x2 - x1;
  const ey = y2 - y1;
  const turn = dx * ey - dy * ex;
  if (turn === 0) return -1;
  const along = (x * ey - y * ex) / turn;
  if (along < 0 || along > 1) return -1;
  const across = (x * dy - y * dx) / turn;
  // Where two pieces meet, the point belongs to the second, so that it is crossed once.
  return across >= 0 && across < 1 ? along : -1;
}
