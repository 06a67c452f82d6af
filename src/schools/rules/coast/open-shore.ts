/** British National Grid, metres east and north. */
export type GridPoint = readonly [easting: number, northing: number];

/** A straight piece of shore. */
export type ShorePiece = readonly [from: GridPoint, to: GridPoint];

/** Pieces of shore are this share of the width of open water at most, so that a curve is told from a straight line. */
const PIECE = 1 / 8;

/** A disc may be touched this much nearer than its radius: pieces are short lines and not the shore itself. */
const TOUCHING = 0.9;

/**
 * The pieces of shore beside open water: those where a disc of `width` metres across can lie on the water against the shore
 * and meet no other. A tidal river that is narrower drops out, on whichever bank; so do the inner ends of narrow creeks, whose
 * mouths stay. `rings` are the closed outlines of pieces of land, all turning the same way round.
 */
export function openShore(rings: readonly (readonly GridPoint[])[], width: number): ShorePiece[] {
  const radius = width / 2;
  const pieces = rings.flatMap((ring) => piecesOf(ring, width * PIECE));
  const isClear = clearOf(pieces, radius);
  return joined(pieces.filter(isClear));
}

interface Sided {
  piece: ShorePiece;
  /** The straight line of the outline that it is a part of. */
  line: object;
  /** 1 where the water lies to the left of the piece, -1 where to its right. */
  seaward: 1 | -1;
}

/** Pieces of one straight line that follow each other, as one again. */
function joined(pieces: readonly Sided[]): ShorePiece[] {
  const whole: Sided[] = [];
  for (const next of pieces) {
    const last = whole.at(-1);
    const follows =
      last?.line === next.line && last.piece[1][0] === next.piece[0][0] && last.piece[1][1] === next.piece[0][1];
    if (follows) whole[whole.length - 1] = { ...next, piece: [last.piece[0], next.piece[1]] };
    else whole.push(next);
  }
  return whole.map(({ piece }) => piece);
}

function piecesOf(ring: readonly GridPoint[], longest: number): Sided[] {
  // Twice the area within, by the surveyor's formula: positive when the land lies to the left.
  const turn = ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
  const seaward = turn > 0 ? -1 : 1;
  return ring.slice(1).flatMap((to, index) => {
    const from = ring[index] ?? to;
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const count = Math.ceil(length / longest);
    const at = (step: number): GridPoint => [
      from[0] + ((to[0] - from[0]) * step) / count,
      from[1] + ((to[1] - from[1]) * step) / count,
    ];
    const line = {};
    return Array.from({ length: count }, (_, step): Sided => ({ piece: [at(step), at(step + 1)], line, seaward }));
  });
}

/**
 * Whether the disc that touches a piece from the water meets no other shore, and no other lies between the piece and its centre.
 * Other pieces are looked up in a grid of squares as wide as the radius.
 */
function clearOf(pieces: readonly Sided[], radius: number): (piece: Sided) => boolean {
  const squares = new Map<number, ShorePiece[]>();
  const square = (x: number, y: number) => Math.floor(x / radius) * 1_000_003 + Math.floor(y / radius);
  for (const { piece } of pieces) {
    const key = square(...middle(piece));
    const held = squares.get(key);
    if (held === undefined) squares.set(key, [piece]);
    else held.push(piece);
  }
  const nearest = (radius * TOUCHING) ** 2;
  return ({ piece, seaward }) => {
    const [from, to] = piece;
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const [x, y] = middle(piece);
    // To the left of the way from one end to the other, or to the right.
    const centre: GridPoint = [
      x + ((from[1] - to[1]) / length) * seaward * radius,
      y + ((to[0] - from[0]) / length) * seaward * radius,
    ];
    for (let column = -1; column <= 1; column++) {
      for (let row = -1; row <= 1; row++) {
        for (const other of squares.get(square(centre[0] + column * radius, centre[1] + row * radius)) ?? []) {
          const [otherX, otherY] = middle(other);
          if ((otherX - centre[0]) ** 2 + (otherY - centre[1]) ** 2 < nearest) return false;
          if (other !== piece && cross([[x, y], centre], other)) return false;
        }
      }
    }
    return true;
  };
}

/** Whether two straight pieces cross: the ends of each lie on either side of the other. */
function cross([a, b]: ShorePiece, [c, d]: ShorePiece): boolean {
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
}

function side(from: GridPoint, to: GridPoint, point: GridPoint): boolean {
  return (to[0] - from[0]) * (point[1] - from[1]) - (to[1] - from[1]) * (point[0] - from[0]) > 0;
}

function middle([from, to]: ShorePiece): [number, number] {
  return [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
}
