import type { LeaderEntry, LeaderStatus } from './leader.ts';
import type { TermLedger } from './ledger.ts';

/** Which leaders of a register are shown: each part narrows, null leaves it open. */
export interface RegisterFilter {
  /** Part of a name, of a home school's name, or of an address. */
  text: string | null;
  role: string | null;
  field: string | null;
  status: LeaderStatus | null;
  /** Only those whose days nobody confirmed for long, or whose designation is to be reviewed. */
  due: 'days' | 'review' | null;
}

/** A leader in a list. */
export interface ListedLeader extends LeaderEntry {
  /** Null where no register of schools has the number. */
  homeName: string | null;
  /** Codes of designations that stand. */
  roles: readonly string[];
  /** ISO day of the next review of a designation that stands; null: none. */
  reviewOn: string | null;
  /** ISO day on which days were last confirmed, of any term; null: never. */
  confirmedOn: string | null;
  /** The term that runs. */
  ledger: TermLedger;
}
