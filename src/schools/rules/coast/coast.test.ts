import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { gridPosition } from '../../../opendata/rules/national-grid.ts';
import { distanceToShore } from './nearest-shore.ts';
import { type GridPoint, openShore } from './open-shore.ts';

/** A square of land, its corners in order against the clock. */
const square = (west: number, south: number, size: number): GridPoint[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];

const banks = (apart: number) => [square(0, 0, 10_000), square(10_000 + apart, 0, 10_000)];

const toBank = (apart: number) => distanceToShore(openShore(banks(apart), 2000))([9900, 5000]);

describe('the shore of open water', () => {
  it('is all of an island that lies alone, whichever way round it is drawn', () => {
    const island = square(0, 0, 10_000);
    for (const ring of [island, island.toReversed()]) {
      const length = openShore([ring], 2000).reduce((sum, [a, b]) => sum + Math.hypot(b[0] - a[0], b[1] - a[1]), 0);
      expect(length).toBeCloseTo(40_000, 0);
    }
  });

  it('leaves out both banks of water that is too narrow, and keeps them when it is wide enough', () => {
    expect(toBank(150)).toBeGreaterThan(4000);
    expect(toBank(2500)).toBe(100);
  });

  it('is nowhere when there is no land', () => {
    expect(distanceToShore(openShore([], 2000))([0, 0])).toBe(Infinity);
  });
});

describe('the distance to a shore', () => {
  it('is to the foot of the perpendicular, or to the end that is nearer', () => {
    const distance = distanceToShore([
      [
        [0, 0],
        [1000, 0],
      ],
    ]);
    expect(distance([500, 300])).toBe(300);
    expect(distance([1300, 400])).toBe(500);
    expect(distance([250, 0])).toBe(0);
  });

  it('is that to the nearest of many pieces, as looking at each would find', () => {
    const pieces = Array.from({ length: 200 }, (_, at): [GridPoint, GridPoint] => {
      const angle = (at / 200) * 2 * Math.PI;
      const next = ((at + 1) / 200) * 2 * Math.PI;
      return [
        [1000 * Math.cos(angle), 700 * Math.sin(angle)],
        [1000 * Math.cos(next), 700 * Math.sin(next)],
      ];
    });
    const all = distanceToShore(pieces);
    for (const point of [
      [0, 0],
      [900, 900],
      [-2000, 10],
      [400, -300],
    ] as GridPoint[]) {
      const each = Math.min(...pieces.map((piece) => distanceToShore([piece])(point)));
      expect(all(point)).toBeCloseTo(each, 9);
    }
  });
});

// Positions of the towns' middles; kilometres read off a map.
describe('the bundled coastline', () => {
  const file = new URL('../../../../data/coastline-gb-2022.geojson.gz', import.meta.url);
  const { features } = JSON.parse(gunzipSync(readFileSync(file)).toString()) as {
    features: { geometry: { coordinates: [GridPoint[]] } }[];
  };
  const rings = features.map(({ geometry }) => geometry.coordinates[0].map(([x, y]) => gridPosition([x, y])));
  const distance = distanceToShore(openShore(rings, 2000));

  it.each([
    ['Clacton', 1.156, 51.79, 0, 1],
    ['Scarborough', -0.4, 54.28, 0, 1],
    ['Hull, on a wide estuary', -0.336, 53.744, 0, 2],
    ['Southend', 0.71, 51.54, 0, 2],
    ['Plymouth', -4.14, 50.37, 0, 2],
    ['Berwick, near the border', -2.0, 55.77, 0, 2],
    ['Goole, up a river', -0.877, 53.7, 8, 20],
    ['Gloucester, up the Severn', -2.244, 51.864, 25, 32],
    ['Newcastle, up the Tyne', -1.61, 54.975, 10, 16],
    ['London Bridge, up the Thames', -0.087, 51.508, 30, 45],
    ['Luton', -0.417, 51.879, 60, 80],
    ['Hereford, near the border', -2.71, 52.06, 38, 46],
    ['Birmingham', -1.9, 52.48, 90, 110],
  ])('%s', (_, longitude, latitude, least, most) => {
    const kilometres = distance(gridPosition([longitude, latitude])) / 1000;
    expect(kilometres).toBeGreaterThanOrEqual(least);
    expect(kilometres).toBeLessThanOrEqual(most);
  });
});
