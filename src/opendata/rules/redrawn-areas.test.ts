import { describe, expect, it } from 'vitest';
import { redrawnAreas } from './redrawn-areas.ts';
import { outline, type Topology, type TopologyArea } from './topology.ts';

// Two squares of 100 steps side by side: west (0 to 100) and east (100 to 200), with the line x = 100 between them, and
// an island of the east.
const topology: Topology = {
  transform: { scale: [0.00001, 0.00001], translate: [-3, 54] },
  arcs: [
    [
      [100, 100],
      [0, -100],
    ],
    [
      [100, 0],
      [-100, 0],
      [0, 100],
      [100, 0],
    ],
    [
      [100, 100],
      [100, 0],
      [0, -100],
      [-100, 0],
    ],
    [
      [300, 100],
      [10, 0],
      [0, -10],
      [-10, 10],
    ],
  ],
  objects: {
    LTLA: {
      geometries: [
        { properties: { code: 'W' }, type: 'Polygon', arcs: [[0, 1]] },
        { properties: { code: 'E' }, type: 'MultiPolygon', arcs: [[[2, ~0]], [[3]]] },
      ],
    },
  },
};
const [west, east] = (topology.objects.LTLA?.geometries ?? []) as [TopologyArea, TopologyArea];

const square = { type: 'Polygon', coordinates: [] };
const before = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { gss_la_code: 'E1', la_name: 'Old', la_code: '909', region_name: 'N' },
      geometry: square,
    },
    {
      type: 'Feature',
      properties: { gss_la_code: 'E2', la_name: 'Stays', la_code: '815', region_name: 'N' },
      geometry: square,
    },
  ],
});
const redrawing = { districts: 'LTLA', districtCode: 'code', without: ['909'], recoded: { '815': 'E3' } };
const begun = { la_code: '942', gss_la_code: 'E4', la_name: 'New', region_name: 'N' };

describe('outline', () => {
  it('of one area is its own, as written', () => {
    expect(outline(topology, [west])).toEqual([
      [
        [
          [-2.999, 54.001],
          [-2.999, 54],
          [-3, 54],
          [-3, 54.001],
          [-2.999, 54.001],
        ],
      ],
    ]);
  });

  it('of two lets the line between them fall away, and keeps islands', () => {
    const polygons = outline(topology, [west, east]);
    expect(polygons.map(([ring]) => ring?.length)).toEqual([7, 4]);
    const [ring = []] = polygons[0] ?? [];
    expect(Math.max(...ring.map(([x]) => x))).toBeCloseTo(-2.998, 9);
    expect(Math.min(...ring.map(([x]) => x))).toBeCloseTo(-3, 9);
  });
});

describe('redrawnAreas', () => {
  it('leaves out what ended, recodes what stayed, and draws what began', () => {
    const { features } = JSON.parse(
      redrawnAreas(before, topology, { ...redrawing, areas: [{ ...begun, of: ['W', 'E'] }] }),
    );
    expect(features.map((feature: { properties: object }) => feature.properties)).toEqual([
      { gss_la_code: 'E3', la_name: 'Stays', la_code: '815', region_name: 'N' },
      { gss_la_code: 'E4', la_name: 'New', la_code: '942', region_name: 'N' },
    ]);
    expect(features[1].geometry.type).toBe('MultiPolygon');
  });

  it('refuses a district that is not there', () => {
    expect(() => redrawnAreas(before, topology, { ...redrawing, areas: [{ ...begun, of: ['X'] }] })).toThrow(
      'no district X in LTLA',
    );
  });
});
