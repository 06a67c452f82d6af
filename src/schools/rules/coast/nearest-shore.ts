import type { GridPoint, ShorePiece } from './open-shore.ts';

/** Pieces that follow each other along a shore lie together, so that a box around so many tells how near any of them can be. */
const PIECES_IN_A_BOX = 24;

interface Box {
  west: number;
  east: number;
  south: number;
  north: number;
  pieces: readonly ShorePiece[];
}

/**
 * How far a point is from the nearest of some pieces of shore: metres in a straight line, exact to the piece. Infinity when there
 * are none.
 */
export function distanceToShore(pieces: readonly ShorePiece[]): (point: GridPoint) => number {
  const boxes: Box[] = [];
  for (let at = 0; at < pieces.length; at += PIECES_IN_A_BOX) boxes.push(boxOf(pieces.slice(at, at + PIECES_IN_A_BOX)));
  const least = new Float64Array(boxes.length);
  return (point) => {
    let first = 0;
    for (const [index, box] of boxes.entries()) {
      least[index] = toBox(point, box);
      if ((least[index] ?? 0) < (least[first] ?? 0)) first = index;
    }
    let nearest = toPieces(point, boxes[first]?.pieces ?? []);
    for (const [index, box] of boxes.entries()) {
      if (index !== first && (least[index] ?? 0) < nearest) nearest = Math.min(nearest, toPieces(point, box.pieces));
    }
    return Math.sqrt(nearest);
  };
}

function boxOf(pieces: readonly ShorePiece[]): Box {
  const points = pieces.flat();
  const eastings = points.map(([easting]) => easting);
  const northings = points.map(([, northing]) => northing);
  return {
    west: Math.min(...eastings),
    east: Math.max(...eastings),
    south: Math.min(...northings),
    north: Math.max(...northings),
    pieces,
  };
}

/** Square of the distance to a box; 0 within it. */
function toBox([x, y]: GridPoint, { west, east, south, north }: Box): number {
  const dx = Math.max(west - x, 0, x - east);
  const dy = Math.max(south - y, 0, y - north);
  return dx * dx + dy * dy;
}

function toPieces(point: GridPoint, pieces: readonly ShorePiece[]): number {
  let nearest = Infinity;
  for (const piece of pieces) nearest = Math.min(nearest, toPiece(point, piece));
  return nearest;
}

/** Square of the distance to a piece: to the foot of the perpendicular, or to the end that is nearer. */
function toPiece([x, y]: GridPoint, [[fromX, fromY], [toX, toY]]: ShorePiece): number {
  const alongX = toX - fromX;
  const alongY = toY - fromY;
  const length = alongX * alongX + alongY * alongY;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - fromX) * alongX + (y - fromY) * alongY) / length));
  return (fromX + share * alongX - x) ** 2 + (fromY + share * alongY - y) ** 2;
}
