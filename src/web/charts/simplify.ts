import { type AreaGeometry, type GridPoint, type Projection, ringsOf } from './geometry.ts';
import { place } from './marks.tsx';

/**
 * Leaves out points that lie within `tolerance` of the line between those kept (Douglas and Peucker, 1973). The first and
 * last point stay.
 */
export function simplify(points: readonly GridPoint[], tolerance: number): GridPoint[] {
  if (points.length <= 2) return [...points];
  const keep = new Set([0, points.length - 1]);
  // A stack instead of recursion: a coast can have more points than the call stack has room.
  const spans: [number, number][] = [[0, points.length - 1]];
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [first, last] = span;
    let farthest = -1;
    let distance = tolerance;
    for (let index = first + 1; index < last; index += 1) {
      const away = distanceToSegment(points[index]!, points[first]!, points[last]!);
      if (away > distance) [farthest, distance] = [index, away];
    }
    if (farthest === -1) continue;
    keep.add(farthest);
    spans.push([first, farthest], [farthest, last]);
  }
  return points.filter((_, index) => keep.has(index));
}

/** The outline of an area as the `d` of an SVG path, without detail and islands smaller than a unit of the drawing. */
export function areaPath(geometry: AreaGeometry, projection: Projection): string {
  return ringsOf(geometry)
    .map((ring) => ring.map(([easting, northing]) => [projection.x(easting), projection.y(northing)] as const))
    .filter((ring) => Math.abs(areaOf(ring)) >= 1)
    .map((ring) => {
      const drawn = simplify(ring, 0.7);
      return `M${drawn
        .slice(0, -1)
        .map(([x, y]) => `${place(x)} ${place(y)}`)
        .join('L')}Z`;
    })
    .join('');
}

function distanceToSegment([x, y]: GridPoint, [x1, y1]: GridPoint, [x2, y2]: GridPoint): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const squared = dx * dx + dy * dy;
  // A ring starts where it ends, so its first span is a single place.
  const along = squared === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / squared));
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
}

function areaOf(ring: readonly GridPoint[]): number {
  let twice = 0;
  for (const [index, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(index + 1) % ring.length]!;
    twice += x * nextY - nextX * y;
  }
  return twice / 2;
}
