import type { Field, LEAD, LeaderRole } from '../../leaders/rules/support-policy.ts';
import type { Decided } from '../../need/rules/decision.ts';
import type { SchoolFacts } from '../../schools/rules/facts.ts';

/** One need of one school, for one leader to meet: a lead head, or a specialist in a field. A school may have several. */
export interface Need {
  /** "109617:lead", "109617:maths": the same over all proposals of a round. */
  key: string;
  school: SchoolFacts;
  assessment: Decided;
  support: typeof LEAD | Field;
  /** Days of help in the plan's period. */
  days: number;
  /** First and last ISO day on which help can start; null where open on that side. */
  from: string | null;
  to: string | null;
  /** No leader whose home school is nearer than this, where the school asked for it; null where it did not. */
  confidentialKm: number | null;
  /** Home schools (URNs) whose leaders worked here before. */
  earlierHomes: readonly number[];
  laCode: number;
  partnership: string | null;
}

/** What can stand between a leader and a school besides what the register tells. */
export const INTEREST_KINDS = [
  'trust',
  'adviser',
  'inspector',
  'reviewer',
  'sponsor',
  'governor',
  'employment',
  'family',
  'business',
  'other',
] as const;

export type InterestKind = (typeof INTEREST_KINDS)[number];

/** An interest that a leader has in a school, or in every school of a trust or federation, as declared or known. */
export interface Interest {
  kind: InterestKind;
  /** The school; null when it is in a trust or federation as a whole. */
  urn: number | null;
  /** Unique id of the trust or federation; null when it is in one school. */
  trustUid: number | null;
}

/** Somebody who could help: what they are, where from, what they can give and when. */
export interface Leader {
  /** The same over all proposals of a round. */
  key: string;
  /** The home school, which releases them. */
  school: SchoolFacts;
  /** "Headteacher, X Primary School: meets the published criteria, not designated". */
  title: string;
  role: LeaderRole;
  fields: readonly Field[];
  /** Days to give in the plan's period. */
  days: number;
  /** Most needs to meet at once, within this plan. */
  mostSchools: number;
  /** Schools helped already outside this plan: they count for the spread of load only. */
  held: number;
  /** Longest journey one way that they agreed to; null when they set none. */
  furthestMinutes: number | null;
  /** First and last ISO day on which they are available; null where open on that side. */
  from: string | null;
  to: string | null;
  /** What the home head, or for a head the board, said of the release; null: not asked yet. */
  released: boolean | null;
  interests: readonly Interest[];
  /** Evidence of past impact, 0 to 1; null: not known. */
  impact: number | null;
  /** What a day costs who pays; null: not known. */
  pencePerDay: number | null;
  homeRisk: 'none' | 'at risk' | 'in need';
  /** The recorded reason why a home school at risk lends all the same; null: none. */
  lendingOverride: string | null;
  /** The organisation that brings this leader into the pool; null: nobody's. */
  organisationId: string | null;
}
