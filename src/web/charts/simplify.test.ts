import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AreaGeometry, extentOf, fit, type GridPoint } from './geometry.ts';
import { areaPath, simplify } from './simplify.ts';

function away([x, y]: GridPoint, [x1, y1]: GridPoint, [x2, y2]: GridPoint): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / squared));
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
}

function square(west: number, south: number, side: number): GridPoint[] {
  return [
    [west, south],
    [west + side, south],
    [west + side, south + side],
    [west, south + side],
    [west, south],
  ];
}

describe('a line without its detail', () => {
  it('leaves out what lies on the way', () => {
    expect(
      simplify(
        [
          [0, 0],
          [5, 0.1],
          [10, 0],
          [10, 10],
        ],
        0.7,
      ),
    ).toEqual([
      [0, 0],
      [10, 0],
      [10, 10],
    ]);
  });

  it('is never farther from a point left out than the tolerance', () => {
    const coordinate = fc.integer({ min: 0, max: 50 });
    const lines = fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(lines, (line) => {
        const kept = simplify(line, 2);
        expect(kept[0]).toEqual(line[0]);
        expect(kept.at(-1)).toEqual(line.at(-1));
        // The points between two that were kept are those of the line between them.
        let place = 0;
        for (const [index, end] of kept.slice(1).entries()) {
          const start = kept[index]!;
          for (place += 1; line[place] !== end; place += 1)
            expect(away(line[place]!, start, end)).toBeLessThanOrEqual(2);
        }
      }),
    );
  });
});

describe('an area on paper', () => {
  it('has north at the top and keeps its shape', () => {
    const ring = square(400_000, 300_000, 10_000);
    const projection = fit(extentOf(ring), 120, 400, 10);
    expect(projection.height).toBe(120);
    expect(areaPath({ type: 'Polygon', coordinates: [ring] }, projection)).toBe('M10 110L110 110L110 10L10 10Z');
  });

  it('is no taller than it may be', () => {
    const projection = fit({ west: 0, east: 1000, south: 0, north: 9000 }, 480, 300, 0);
    expect(projection.height).toBe(300);
    expect(projection.x(0)).toBeCloseTo(240 - 1000 / 60, 5);
  });

  it('drops islands too small to see', () => {
    const geometry: AreaGeometry = {
      type: 'MultiPolygon',
      coordinates: [[square(0, 0, 10_000)], [square(9_990, 20_000, 5)]],
    };
    const projection = fit(
      extentOf([
        [0, 0],
        [10_000, 20_000],
      ]),
      100,
      400,
      0,
    );
    expect(areaPath(geometry, projection).match(/M/g)).toHaveLength(1);
  });

  it('cannot be made of nothing', () => {
    expect(() => extentOf([])).toThrow('at least one');
  });
});
