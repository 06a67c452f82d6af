import type { Turnover } from './turnover.ts';

/** "2 certain or likely changes and 1 unclear in 6.1 years watched." */
export function watchedWords({ certain, likely, unclear, schoolYears }: Turnover): string {
  const changes = certain + likely;
  const doubtful = unclear === 0 ? '' : ` and ${unclear} unclear`;
  return `${changes === 0 ? 'No' : changes} certain or likely ${changes === 1 ? 'change' : 'changes'}${doubtful} in ${schoolYears} years watched.`;
}
