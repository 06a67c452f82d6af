import type { HeadshipChanges } from '../schools/queries/headship-changes.ts';
import type { HeadshipChange } from '../schools/rules/headship/headship-change.ts';
import type { SourceRef } from '../schools/rules/facts.ts';
import type { NamedArea } from '../schools/rules/area-named.ts';
import type { FirstHeadship } from '../schools/rules/headship/first-headship.ts';
import { type HeadRole, nameOf } from '../schools/rules/headship/head-sighting.ts';
import type { HeadshipPolicy } from '../schools/rules/headship/headship-policy.ts';
import type { Turn } from '../schools/rules/headship/headships.ts';
import type { SchoolHeadships } from '../schools/rules/headship/school-headships.ts';
import type { Turnover } from '../schools/rules/headship/turnover.ts';
import type { FileAnswer } from './files-named.ts';

/** The policy by which heads are told apart. */
export interface PolicyAnswer {
  id: string;
  title: string;
  validFrom: string;
  validTo: string | null;
}

/** What `headship --urn --json` prints. */
export interface HeadshipsAnswer {
  urn: number;
  name: string | null;
  /** The extracts that tell of the school. */
  days: string[];
  /** The latest first. */
  headships: {
    /** Null for a vacancy. */
    head: string | null;
    roles: readonly HeadRole[];
    firstSeen: string;
    lastSeen: string;
    began: Turn | null;
    ended: Turn | null;
    first: FirstHeadship | null;
    inheritedFrom: number | null;
    sources: readonly SourceRef[];
  }[];
  turnover: Turnover;
  policy: PolicyAnswer;
  files: FileAnswer[];
}

/** What `headship --changes --json` prints. */
export interface HeadshipChangesAnswer {
  area: NamedArea | null;
  from: string;
  to: string;
  schools: number;
  turnover: Turnover;
  changes: HeadshipChange[];
  policy: PolicyAnswer;
  files: FileAnswer[];
}

/** Who headed a school. */
export function headshipsAnswer(name: string | null, told: SchoolHeadships, files: FileAnswer[]): HeadshipsAnswer {
  const { urn, days, headships, turnover, policy } = told;
  return {
    urn,
    name,
    days,
    headships: headships.map(({ person, ...headship }) => ({
      head: person === null ? null : nameOf(person),
      ...headship,
    })),
    turnover,
    policy: policyAnswer(policy),
    files,
  };
}

/** Where heads changed. */
export function headshipChangesAnswer(
  area: NamedArea | null,
  { policy, ...told }: HeadshipChanges,
  files: FileAnswer[],
): HeadshipChangesAnswer {
  return { area, ...told, policy: policyAnswer(policy), files };
}

/** What of a policy an answer tells. */
export function policyAnswer({ id, title, validFrom, validTo }: HeadshipPolicy): PolicyAnswer {
  return { id, title, validFrom, validTo };
}
