import type { Position } from './geojson-rows.ts';

/** Boundaries as TopoJSON (version 1): shared lines ("arcs") once each, and areas as lists of them. */
export interface Topology {
  transform: { scale: [number, number]; translate: [number, number] };
  /** Lines of whole-number steps: the first point from the origin, each further one from the point before. */
  arcs: [number, number][][];
  objects: Record<string, { geometries: TopologyArea[] }>;
}

export interface TopologyArea {
  properties: Record<string, unknown>;
  type: 'Polygon' | 'MultiPolygon';
  /** Rings of arc numbers; ~n (a negative number) is arc n read backwards. A polygon's, or one deeper each polygon's. */
  arcs: number[][] | number[][][];
}

/** Decimals of a degree: about a metre. */
const DECIMALS = 5;

/**
 * The outline of several areas together, as polygons of one ring each in degrees: lines that two of them share fall away, and those that are
 * left are joined end to end. Throws where they do not close, or where the areas lie around land that is not theirs.
 */
export function outline(topology: Topology, areas: readonly TopologyArea[]): Position[][][] {
  const arcs = areas.flatMap((area) => ringsOf(area).flat());
  const held = new Set(arcs);
  const outer = arcs.filter((arc) => !held.has(~arc));
  const rings = joined(topology, outer);
  const turn = Math.sign(areaOf(rings.toSorted((a, b) => Math.abs(areaOf(b)) - Math.abs(areaOf(a)))[0] ?? []));
  if (rings.some((ring) => Math.sign(areaOf(ring)) !== turn))
    throw new Error('The areas lie around land that is not theirs, which is not drawn here');
  return rings.map((ring) => [ring.map((point) => degrees(topology, point))]);
}

function ringsOf(area: TopologyArea): number[][] {
  return area.type === 'Polygon' ? (area.arcs as number[][]) : (area.arcs as number[][][]).flat();
}

type Point = [x: number, y: number];

function joined(topology: Topology, arcs: readonly number[]): Point[][] {
  const lines = arcs.map((arc) => pointsOf(topology, arc));
  const startingAt = new Map<string, Point[][]>();
  for (const line of lines) {
    const start = String(line[0]);
    startingAt.set(start, [...(startingAt.get(start) ?? []), line]);
  }
  const rings: Point[][] = [];
  const used = new Set<Point[]>();
  for (const first of lines) {
    if (used.has(first)) continue;
    const ring = [...first];
    used.add(first);
    while (String(ring.at(-1)) !== String(ring[0])) {
      const next = startingAt.get(String(ring.at(-1)))?.find((line) => !used.has(line));
      if (next === undefined) throw new Error('The outline of the areas does not close');
      used.add(next);
      ring.push(...next.slice(1));
    }
    rings.push(ring);
  }
  return rings;
}

function pointsOf({ arcs }: Topology, arc: number): Point[] {
  const steps = arcs[arc < 0 ? ~arc : arc];
  if (steps === undefined) throw new Error(`The topology has no arc ${arc}`);
  let x = 0;
  let y = 0;
  const points = steps.map(([dx, dy]): Point => [(x += dx), (y += dy)]);
  return arc < 0 ? points.toReversed() : points;
}

/** Twice the area within a ring, by the surveyor's formula; the sign says which way round it runs. */
function areaOf(ring: readonly Point[]): number {
  return ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
}

function degrees({ transform: { scale, translate } }: Topology, [x, y]: Point): Position {
  return [
    Number((x * scale[0] + translate[0]).toFixed(DECIMALS)),
    Number((y * scale[1] + translate[1]).toFixed(DECIMALS)),
  ];
}
