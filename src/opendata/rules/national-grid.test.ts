import { describe, expect, it } from 'vitest';
import { gridPosition, toNationalGrid } from './national-grid.ts';

describe('the National Grid', () => {
  it('puts the worked example of the Ordnance Survey within 6 m', () => {
    // Caister water tower, from "A guide to coordinate systems in Great Britain", annexe C.
    const [easting, northing] = gridPosition([1 + 42 / 60 + 57.8663 / 3600, 52 + 39 / 60 + 28.8282 / 3600]);
    expect(Math.hypot(easting - 651409.792, northing - 313177.448)).toBeLessThan(6);
  });

  it('keeps the shape of a boundary: polygons, rings and order', () => {
    const island = [
      [
        [-1.2, 54.7],
        [-1.1, 54.6],
        [-1.2, 54.7],
      ],
    ] as [number, number][][];
    const moved = toNationalGrid({ type: 'MultiPolygon', coordinates: [island, island] });
    expect(moved.type).toBe('MultiPolygon');
    expect(moved.coordinates).toHaveLength(2);
    expect(moved.coordinates[0]).toEqual(toNationalGrid({ type: 'Polygon', coordinates: island }).coordinates);
  });
});
