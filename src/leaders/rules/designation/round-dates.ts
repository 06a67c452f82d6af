import { daysAfter } from '../../../opendata/rules/london-time.ts';
import { dayText } from '../../../schools/rules/figure-words.ts';
import type { DesignationRound } from './application.ts';
import type { DesignationProcess } from './process.ts';

type Days = Pick<DesignationRound, 'opensOn' | 'closesOn' | 'panelOn'>;

/** Where a round is, in words. */
export function standingOfRound({ opensOn, closesOn, panelOn }: Days, today: string): string {
  if (today < opensOn) return `Opens on ${dayText(opensOn)}`;
  if (today <= closesOn) return `Open until ${dayText(closesOn)}`;
  return today <= panelOn ? `Closed; the panel meets on ${dayText(panelOn)}` : 'Closed; the panel has met';
}

/** Days of a round that opens today and is otherwise as the policy says. */
export function usualDays({ openDays, panelAfterDays }: DesignationProcess, today: string): Days {
  const closesOn = daysAfter(today, openDays);
  return { opensOn: today, closesOn, panelOn: daysAfter(closesOn, panelAfterDays) };
}

/** What is wrong with the order of a round's days, by field; nothing when it can be opened. */
export function faultsOfDays({ opensOn, closesOn, panelOn }: Days): Record<string, string> {
  return {
    ...(closesOn < opensOn && {
      closes: 'The last day for applications must be on or after the day on which it opens',
    }),
    ...(panelOn < closesOn && { panel: 'The day of the panel must be on or after the last day for applications' }),
  };
}
