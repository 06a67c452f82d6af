import type { Brokerage } from './agreed-terms.ts';

/** Day rates by role of leader, as bodies published them: a file in policies/placements/. */
export interface PublishedRates {
  title: string;
  validFrom: string;
  validTo: string | null;
  source: string;
  lists: readonly {
    body: string;
    source: string;
    note: string;
    /** `role` is a code of the roles of leaders, or of a kind of adviser. */
    rates: readonly { role: string; pencePerDay: number }[];
    /** Null: not stated. */
    brokerage: Brokerage | null;
  }[];
}

/** A rate that a service set for a role; rates are added and never changed. */
export interface OwnRate {
  role: string;
  /** Null: from this day on the service has no rate of its own for the role. */
  pencePerDay: number | null;
  /** ISO day. */
  validFrom: string;
  words: string;
  setBy: string;
  setAt: Date;
}

/** The service's own rate for a role on a day: of those that hold by then the one that holds from latest, and of several for one day the one set last. */
export function ownRateOn(rates: readonly OwnRate[], role: string, day: string): OwnRate | null {
  const [newest] = rates
    .filter((rate) => rate.role === role && rate.validFrom <= day)
    .toSorted((a, b) => b.validFrom.localeCompare(a.validFrom) || b.setAt.getTime() - a.setAt.getTime());
  return newest === undefined || newest.pencePerDay === null ? null : newest;
}

/** "local leader" for `local-leader`. */
export function roleWords(code: string): string {
  return code.replaceAll('-', ' ');
}
