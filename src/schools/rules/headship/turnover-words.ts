import type { TurnoverWithin } from './place-turnover.ts';
import type { Turnover } from './turnover.ts';

/** "2 certain or likely changes and 1 unclear in 6.1 years watched." */
export function watchedWords({ certain, likely, unclear, schoolYears }: Turnover): string {
  const changes = certain + likely;
  const doubtful = unclear === 0 ? '' : ` and ${unclear} unclear`;
  return `${changes === 0 ? 'No' : changes} certain or likely ${changes === 1 ? 'change' : 'changes'}${doubtful} in ${schoolYears} years watched.`;
}

/** "18.8" changes in a hundred school years, with the range that chance leaves: "18.8 (16.1 to 21.9)"; that there is none to tell. */
export function rateWords({ perHundredSchoolYears, interval }: TurnoverWithin): string {
  if (perHundredSchoolYears === null || interval === null) return 'less than one year watched';
  return `${perHundredSchoolYears.toFixed(1)} (${interval[0].toFixed(1)} to ${interval[1].toFixed(1)})`;
}

/** "3 schools". */
export function countWords(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}
