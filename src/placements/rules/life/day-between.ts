const DAY = 86_400_000;

/** The ISO day that lies so far between two: 0.5 is half-way, rounded down to a whole day. */
export function dayBetween(startsOn: string, endsOn: string, share: number): string {
  const [from, to] = [startsOn, endsOn].map((day) => Date.parse(`${day}T00:00:00Z`)) as [number, number];
  return new Date(from + Math.floor(((to - from) * share) / DAY) * DAY).toISOString().slice(0, 10);
}
