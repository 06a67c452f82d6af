/**
 * Easter Sunday of a year, as an ISO day. Source: the Gregorian computus as "Anonymous", Nature 13 (1876), page 487, in the form of
 * J. Meeus, Astronomical Algorithms, chapter 8.
 */
export function easterSunday(year: number): string {
  const [a, b, c] = [year % 19, whole(year, 100), year % 100];
  const [d, e] = [whole(b, 4), b % 4];
  const g = whole(b - whole(b + 8, 25) + 1, 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * e + 2 * whole(c, 4) - h - (c % 4)) % 7;
  const m = whole(a + 11 * h + 22 * l, 451);
  const sum = h + l - 7 * m + 114;
  const [month, day] = [whole(sum, 31), (sum % 31) + 1];
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function whole(top: number, bottom: number): number {
  return Math.floor(top / bottom);
}
