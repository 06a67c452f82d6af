import type { OfferSide } from './offer.ts';

/** How offers are answered and what follows: a file in policies/placements/, `"kind": "offers"`. Days are calendar days. */
export interface OfferPolicy {
  title: string;
  validFrom: string;
  validTo: string | null;
  source: string;
  answer: {
    days: number;
    mostDays: number;
    mostMoreDays: number;
    reminderDaysBefore: readonly number[];
    source: string;
  };
  /** Within how many days of the settled offer the leader and the school are in touch. */
  contact: { days: number; source: string };
  declineReasons: readonly { code: string; label: string; sides: readonly OfferSide[] }[];
  /** The kind of help that a pair of a planning round begins as. */
  fromRound: { lead: string; field: string; source: string };
  nextBest: { shown: number; source: string };
}

/** The reason whose words must be said. */
export const OTHER_REASON = 'other';

/** Why somebody declined, in words; the code where the policy of the day no longer has it. */
export function declineWords({ declineReasons }: Pick<OfferPolicy, 'declineReasons'>, code: string): string {
  return declineReasons.find((reason) => reason.code === code)?.label ?? code;
}
