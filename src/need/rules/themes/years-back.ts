import type { NeedPolicy } from '../need-policy.ts';

/** A number from here on is the year in which an academic or financial year starts; a smaller one is a count of years. */
const FIRST_YEAR = 2000;

/**
 * The same indicators asked of figures that are so many years older: every year that the policy names, under a key that speaks of years, is
 * that much earlier. Lines, points and everything else stay.
 */
export function yearsBack(policy: NeedPolicy, years: number): NeedPolicy {
  return { ...policy, indicators: moved(policy.indicators, years) as NeedPolicy['indicators'] };
}

function moved(part: unknown, years: number, key = ''): unknown {
  if (Array.isArray(part)) return part.map((item) => moved(item, years, key));
  if (typeof part === 'object' && part !== null)
    return Object.fromEntries(Object.entries(part).map(([name, item]) => [name, moved(item, years, name)]));
  return typeof part === 'number' && part >= FIRST_YEAR && /year/i.test(key) ? part - years : part;
}

/** The same day so many years earlier (ISO); 29 February becomes the 28th. */
export function dayYearsBack(day: string, years: number): string {
  const earlier = `${Number(day.slice(0, 4)) - years}${day.slice(4)}`;
  return earlier.endsWith('-02-29') ? `${earlier.slice(0, -2)}28` : earlier;
}
