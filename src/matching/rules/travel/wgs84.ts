import type { Place } from '../travel.ts';

/** Degrees on the World Geodetic System 1984, as road services take them. */
export interface LatLon {
  lat: number;
  lon: number;
}

/** Airy 1830, on which the National Grid is drawn, and that of WGS84: half axes in metres. */
const AIRY = { a: 6_377_563.396, b: 6_356_256.909 };
const WGS84 = { a: 6_378_137, b: 6_356_752.314245 };

const GRID = { scale: 0.9996012717, lat0: radians(49), lon0: radians(-2), easting0: 400_000, northing0: -100_000 };

const SECOND = Math.PI / 648_000;

/** From OSGB36 to WGS84: metres, radians, and parts of one. */
const SHIFT = {
  x: 446.448,
  y: -125.157,
  z: 542.06,
  turnX: 0.1502 * SECOND,
  turnY: 0.247 * SECOND,
  turnZ: 0.8421 * SECOND,
  scale: -20.4894e-6,
};

/**
 * Latitude and longitude of a place on the National Grid, right to about five metres. Formulas and numbers: Ordnance Survey, A guide
 * to coordinate systems in Great Britain, annexes B and C and section 6.6.
 */
export function latLonOf(place: Place): LatLon {
  const { lat, lon } = fromGrid(place);
  const [x, y, z] = shifted(cartesian(lat, lon));
  const e2 = eccentricity(WGS84);
  const across = Math.hypot(x, y);
  let phi = Math.atan2(z, across * (1 - e2));
  for (let k = 0; k < 5; k++) {
    const nu = WGS84.a / Math.sqrt(1 - e2 * Math.sin(phi) ** 2);
    phi = Math.atan2(z + e2 * nu * Math.sin(phi), across);
  }
  return { lat: degrees(phi), lon: degrees(Math.atan2(y, x)) };
}

function fromGrid({ easting, northing }: Place): { lat: number; lon: number } {
  const { a, b } = AIRY;
  const { scale, lat0, lon0, easting0, northing0 } = GRID;
  let phi = lat0;
  let arc = 0;
  do {
    phi += (northing - northing0 - arc) / (a * scale);
    arc = meridianArc(phi);
  } while (Math.abs(northing - northing0 - arc) >= 0.00001);
  const e2 = eccentricity(AIRY);
  const sin2 = Math.sin(phi) ** 2;
  const nu = (a * scale) / Math.sqrt(1 - e2 * sin2);
  const rho = (a * scale * (1 - e2)) / (1 - e2 * sin2) ** 1.5;
  const eta2 = nu / rho - 1;
  const t = Math.tan(phi);
  const [t2, t4, sec] = [t ** 2, t ** 4, 1 / Math.cos(phi)];
  const d = easting - easting0;
  const vii = t / (2 * rho * nu);
  const viii = (t / (24 * rho * nu ** 3)) * (5 + 3 * t2 + eta2 - 9 * t2 * eta2);
  const ix = (t / (720 * rho * nu ** 5)) * (61 + 90 * t2 + 45 * t4);
  const x = sec / nu;
  const xi = (sec / (6 * nu ** 3)) * (nu / rho + 2 * t2);
  const xii = (sec / (120 * nu ** 5)) * (5 + 28 * t2 + 24 * t4);
  return {
    lat: phi - vii * d ** 2 + viii * d ** 4 - ix * d ** 6,
    lon: lon0 + x * d - xi * d ** 3 + xii * d ** 5,
  };

  function meridianArc(phi: number): number {
    const n = (a - b) / (a + b);
    const [less, more] = [phi - lat0, phi + lat0];
    return (
      b *
      scale *
      ((1 + n + (5 / 4) * n ** 2 + (5 / 4) * n ** 3) * less -
        (3 * n + 3 * n ** 2 + (21 / 8) * n ** 3) * Math.sin(less) * Math.cos(more) +
        ((15 / 8) * n ** 2 + (15 / 8) * n ** 3) * Math.sin(2 * less) * Math.cos(2 * more) -
        (35 / 24) * n ** 3 * Math.sin(3 * less) * Math.cos(3 * more))
    );
  }
}

function cartesian(lat: number, lon: number): [number, number, number] {
  const e2 = eccentricity(AIRY);
  const nu = AIRY.a / Math.sqrt(1 - e2 * Math.sin(lat) ** 2);
  return [nu * Math.cos(lat) * Math.cos(lon), nu * Math.cos(lat) * Math.sin(lon), nu * (1 - e2) * Math.sin(lat)];
}

function shifted([x, y, z]: [number, number, number]): [number, number, number] {
  const s = 1 + SHIFT.scale;
  return [
    SHIFT.x + s * x - SHIFT.turnZ * y + SHIFT.turnY * z,
    SHIFT.y + SHIFT.turnZ * x + s * y - SHIFT.turnX * z,
    SHIFT.z - SHIFT.turnY * x + SHIFT.turnX * y + s * z,
  ];
}

function eccentricity({ a, b }: { a: number; b: number }): number {
  return 1 - (b * b) / (a * a);
}

function radians(angle: number): number {
  return (angle * Math.PI) / 180;
}

function degrees(angle: number): number {
  return (angle * 180) / Math.PI;
}
