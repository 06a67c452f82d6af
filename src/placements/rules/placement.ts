import type { PlacementPart } from '../../access/placement-parts.ts';
import type { PlacementState } from './states.ts';

/** A placement as its parties read it. Days are ISO; `halfDays` are half days planned in all. */
export interface Placement {
  id: string;
  organisationId: string;
  /** "2026-014": what people call it in letters and invoices. */
  reference: string;
  supported: { urn: number; name: string; laCode: number };
  /** Null while no leader is found. */
  home: { urn: number; name: string } | null;
  leader: { id: string | null; name: string; personId: string | null } | null;
  supportedHeadId: string | null;
  /** 'lead', or a field ("phonics"). */
  support: string;
  /** Kind of help: a code of policies/placements/. */
  supportType: string;
  focus: string;
  hopedOutcome: string | null;
  origin: 'request' | 'round';
  askedByKind: string;
  approvedPairId: string | null;
  halfDays: number | null;
  startsOn: string | null;
  endsOn: string | null;
  assignedTo: { id: string; name: string } | null;
  risk: 'red' | 'amber' | 'green' | null;
  state: PlacementState;
  stateSince: Date;
  endedHow: 'completed' | 'early' | null;
  /** Day by which the next step of the state is due. */
  dueOn: string | null;
  version: number;
  madeAt: Date;
}

/** The pages of a placement, besides the overview, by the last segment of their address. */
export const PLACEMENT_PAGES = [
  'overview',
  'triage',
  'offers',
  'agreement',
  'plan',
  'visits',
  'coaching',
  'concerns',
  'review',
  'evaluation',
  'money',
  'history',
] as const;

export type PlacementPage = (typeof PLACEMENT_PAGES)[number];

/** What must be done before a move, or is still open at the end, with the page on which it is done. */
export interface OpenItem {
  /** "The note of the visit of 3 November 2026 is not written." */
  words: string;
  at: PlacementPage;
}

const ALL: readonly PlacementPart[] = [
  'service',
  'leader',
  'supported head',
  'supported board',
  'home head',
  'home board',
];
const WORKING: readonly PlacementPart[] = ['service', 'leader', 'supported head', 'supported board'];

/** Who reads which page. The coaching log is the leader's and the supported head's alone. */
export const READERS_OF: Readonly<Record<PlacementPage, readonly PlacementPart[]>> = {
  overview: ALL,
  triage: ['service'],
  offers: ['service', 'leader', 'home head', 'home board'],
  agreement: ALL,
  plan: WORKING,
  visits: WORKING,
  coaching: ['leader', 'supported head'],
  concerns: ['service', 'leader', 'supported head', 'supported board'],
  review: WORKING,
  evaluation: WORKING,
  money: ['service', 'leader', 'home head', 'supported head'],
  history: ALL,
};

/** The pages that somebody with this part reads, in their order. */
export function pagesFor(part: PlacementPart): PlacementPage[] {
  return PLACEMENT_PAGES.filter((page) => READERS_OF[page].includes(part));
}
