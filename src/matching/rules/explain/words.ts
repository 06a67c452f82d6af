import type { Range } from './range.ts';

/** "1 school", "2 schools", "no schools": a number with its noun. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count === 0 ? 'no' : count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

/** Minutes of one-way travel, which is what a plan counts in: "12.4 minutes". */
export function minutesWords(minutes: number): string {
  const text = minutes.toLocaleString('en-GB', { maximumFractionDigits: 1 });
  return `${text} ${text === '1' ? 'minute' : 'minutes'}`;
}

/** "exactly 12 minutes", "between 3 and 12 minutes", "at least 3 minutes": no more than is known. */
export function rangeWords({ least, most, exact }: Range): string {
  if (exact) return `exactly ${minutesWords(least)}`;
  if (most === null) return `at least ${minutesWords(least)}`;
  return `between ${least.toLocaleString('en-GB', { maximumFractionDigits: 1 })} and ${minutesWords(most)}`;
}

/** The same with a capital, to begin a sentence. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
