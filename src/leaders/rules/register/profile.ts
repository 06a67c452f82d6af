import type { Consent } from './consent.ts';
import type { Designation } from './designation.ts';
import type { LeaderEntry } from './leader.ts';
import type { TermLedger } from './ledger.ts';
import type { Standing } from './standing.ts';

/** A placement of a leader, as its parties read it. */
export interface PlacementOfLeader {
  id: string;
  reference: string;
  supportedName: string;
  /** Codes of the kind of help, of a lead head or a field, and of the state. */
  supportType: string;
  support: string;
  state: string;
  startsOn: string | null;
  endsOn: string | null;
}

/** Everything that a register holds of a leader, for those who keep it and for the leader. */
export interface LeaderProfile {
  entry: LeaderEntry;
  /** Name of the service whose register it is; null for its own people, who know it. */
  service: string | null;
  homeName: string | null;
  designations: { standing: Designation[]; earlier: Designation[] };
  /** The term that runs and the two after it, and each earlier one in which days were noted; the newest first. */
  ledgers: TermLedger[];
  /** ISO day on which days were last confirmed, of any term; null: never. */
  confirmedOn: string | null;
  standings: Standing[];
  consent: Consent | null;
  /** The newest first; only those that the reader is a party of. */
  placements: PlacementOfLeader[];
}
