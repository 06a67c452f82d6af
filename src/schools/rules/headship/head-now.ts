import type { SourceRef } from '../facts.ts';
import { type HeadRole, nameOf } from './head-sighting.ts';
import type { ToldHeads } from './stretches.ts';

/** A post that is vacant, or held otherwise than by one permanent head, by the newest extract that tells of the school. */
export interface HeadNow {
  urn: number;
  schoolName: string;
  /** Null for a vacancy. */
  head: string | null;
  /** Empty for a vacancy. */
  roles: HeadRole[];
  /** ISO date of the extract. */
  asAt: string;
  source: SourceRef;
}

// A head of school answers to an executive head, whom the same fields name where there is one.
const TOLD: readonly HeadRole[] = ['acting', 'interim', 'executive'];

/** What the newest extract that tells of a school says of its post now; null when one permanent head stands there. `line` is in the order of days. */
export function headNow(school: Pick<HeadNow, 'urn' | 'schoolName'>, line: readonly ToldHeads[]): HeadNow | null {
  for (const { named, asAt, source } of line.toReversed()) {
    if (named.kind === 'not told') continue;
    const roles = named.roles.filter((role) => TOLD.includes(role));
    if (named.kind === 'people' && roles.length === 0) return null;
    const head = named.kind === 'vacant' ? null : named.people.map(nameOf).join(' and ');
    return { ...school, head, roles: head === null ? [] : roles, asAt, source };
  }
  return null;
}
