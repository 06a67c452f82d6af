import { describe, expect, it } from 'vitest';
import { readPublished } from '../../../../test/published-text.ts';
import { outlinedLand } from '../outlined-land.ts';
import type { Topology } from '../topology.ts';

/** Two areas side by side, who share arc 1. */
const topology: Topology = {
  transform: { scale: [0.01, 0.01], translate: [-2, 52] },
  arcs: [
    [
      [10, 0],
      [-10, 0],
      [0, 10],
      [10, 0],
    ],
    [
      [10, 10],
      [0, -10],
    ],
    [
      [10, 10],
      [10, 0],
      [0, -10],
      [-10, 0],
    ],
  ],
  objects: {
    GB: {
      geometries: [
        { properties: {}, type: 'Polygon', arcs: [[0, 1]] },
        { properties: {}, type: 'Polygon', arcs: [[2, ~1]] },
      ],
    },
  },
};

describe('the coastline', () => {
  it('is what is left when lines that two areas share fall away, on the National Grid', () => {
    const text = outlinedLand(topology, { object: 'GB', land: 'Great Britain' });
    const { layout, tables } = readPublished(text, 'coast.geojson');
    expect(layout).toBe('coastline');
    const [row = []] = tables.coastline ?? [];
    expect(tables.coastline).toHaveLength(1);
    expect(row.slice(0, 2)).toEqual(['Great Britain', '1']);
    const ring = JSON.parse(row[2] ?? '') as [number, number][];
    expect(ring.at(0)).toEqual(ring.at(-1));
    // The corner that both share is kept, the line between its ends is not: six corners and the first again.
    expect(ring).toHaveLength(7);
    expect(ring.every(([east, north]) => east > 395_000 && east < 420_000 && north > 230_000)).toBe(true);
  });

  it('is refused when the topology has no such land', () => {
    expect(() => outlinedLand(topology, { object: 'UK', land: 'x' })).toThrow('no object UK');
  });
});
