import type { InterestPolicy } from '../interest-policy.ts';
import type { Interest, InterestKind } from '../interests.ts';
import { monthsAfter } from './designation.ts';

/** Other standing of a leader, or an interest: in a school, in a trust, or of a kind as a whole, such as inspecting. */
export interface NewStanding extends Interest {
  words: string;
  /** ISO days; null where open on that side or not known. */
  since: string | null;
  until: string | null;
}

/** One that was written down. */
export interface Standing extends NewStanding {
  id: string;
  /** Name of the school or trust; null of a kind as a whole, or where the register no longer has it. */
  about: string | null;
  by: string | null;
  /** ISO moment. */
  at: string;
  withdrawn: { by: string | null; at: string; why: string } | null;
}

type Kinds = Pick<InterestPolicy, 'kinds'>;

/** Whether it counts on a day: not taken back, and not ended for longer than the policy lets it count on. */
export function countsOn({ kind, until, withdrawn }: Standing, { kinds }: Kinds, day: string): boolean {
  const months = kinds.find(({ code }) => code === kind)?.monthsAfter ?? 0;
  return withdrawn === null && (until === null || monthsAfter(until, months) >= day);
}

/** The interests in schools and trusts that a plan must keep apart on a day. */
export function interestsOn(standings: readonly Standing[], policy: Kinds, day: string): Interest[] {
  return standings
    .filter((one) => countsOn(one, policy, day) && (one.urn !== null || one.trustUid !== null))
    .map(({ kind, urn, trustUid }) => ({ kind, urn, trustUid }));
}

/** What follows of a kind of interest, and for how long after it ended, in a sentence. */
export function conflictWords({ kinds }: Kinds, kind: InterestKind): string | null {
  const policy = kinds.find(({ code }) => code === kind);
  if (policy === undefined) return null;
  const { conflict, monthsAfter: months } = policy;
  if (months === 0) return `${conflict}.`;
  const span = months % 12 === 0 ? plural(months / 12, 'year') : plural(months, 'month');
  return `${conflict}. It counts for ${span} after it ended.`;
}

function plural(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`;
}
