import { describe, expect, it } from 'vitest';
import { latLonOf } from './wgs84.ts';

describe('latLonOf', () => {
  // Postcodes with both coordinates as the ONS publishes them, in the four corners of England.
  it.each([
    ['Truro', 179_563, 45_467, 50.267934, -5.0946045],
    ['Carlisle', 338_830, 556_086, 54.895745, -2.9552949],
    ['Romford', 551_110, 187_777, 51.568622, 0.17891397],
    ['Gorleston', 652_093, 302_477, 52.561672, 1.7179799],
  ])('%s is where it is published', (_name, easting, northing, lat, lon) => {
    const found = latLonOf({ easting, northing });
    // Five metres are some 0.00005 of a degree north and 0.00008 east.
    expect(Math.abs(found.lat - lat)).toBeLessThan(0.00005);
    expect(Math.abs(found.lon - lon)).toBeLessThan(0.00008);
  });
});
