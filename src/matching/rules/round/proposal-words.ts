import type { Proposal, ProposalProgress } from './round.ts';

/** How a proposal stands, in a sentence or two. */
export function proposalWords({ state, progress, cancelling, fault, seconds }: Proposal): string {
  switch (state) {
    case 'waiting':
      return 'Waiting: other searches go first.';
    case 'running':
      if (cancelling) return 'Stopping: the best plan so far is kept.';
      return progress === null ? 'Searching for a first plan.' : `Searching. ${progressWords(progress)}`;
    case 'done':
      return `The search ended after ${secondsWords(seconds ?? 0)}.`;
    case 'stopped':
      return 'The search was stopped before its end: this is the best plan that it had found.';
    case 'failed':
      return fault === null
        ? 'The site was ended before the search had found a plan. Plan again.'
        : `Something went wrong here, and it is noted under ${fault}. Plan again; if it goes wrong again, tell whoever runs the site that number.`;
  }
}

/** A gap above this is that of a search that has hardly begun on its proof. */
const SAYS_LITTLE = 0.5;

/** "41 of 47 needs have a leader; no plan is more than 0.4 % better; 12 seconds." */
export function progressWords({ covered, needs, gap, objective, seconds }: ProposalProgress): string {
  const best =
    gap <= 0
      ? 'no plan is better'
      : gap > SAYS_LITTLE
        ? 'how near the best is not known yet'
        : `no plan is more than ${gapWords(gap)} better`;
  return `${covered} of ${needs} needs have a leader at a cost of ${Math.round(objective).toLocaleString('en-GB')}; ${best}; ${secondsWords(seconds)}.`;
}

/** "0.42 %", and never a rounded nought for what is not proved. */
export function gapWords(gap: number): string {
  const percent = gap * 100;
  if (percent > 0 && percent < 0.01) return 'less than 0.01 %';
  return `${percent.toFixed(percent < 1 ? 2 : 1)} %`;
}

function secondsWords(seconds: number): string {
  const rounded = seconds < 10 ? Number(seconds.toFixed(1)) : Math.round(seconds);
  return `${rounded} second${rounded === 1 ? '' : 's'}`;
}
