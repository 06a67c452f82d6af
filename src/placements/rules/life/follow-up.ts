import { dueAfter, monthsAfter } from '../../../calendar/due-after.ts';
import type { Holidays } from '../../../calendar/bank-holidays.ts';
import type { LifePolicy } from './life-policy.ts';

/** A follow-up of a placement: when it is due, and what it found. */
export interface FollowUp {
  months: number;
  /** ISO days: from when, and by when. */
  from: string;
  due: string;
  held: FollowedUp | null;
}

export interface FollowedUp {
  heldOn: string;
  who: string;
  lasted: string;
  /** Null where none is seen. */
  newNeed: string | null;
  by: string | null;
}

/** The follow-ups that a placement which ended on an ISO day has by the policy, with those that were held. */
export function followUpsOf(
  { followUp }: Pick<LifePolicy, 'followUp'>,
  endedOn: string,
  held: ReadonlyMap<number, FollowedUp>,
  holidays: Holidays,
): FollowUp[] {
  return followUp.map(({ months, within }) => {
    const from = monthsAfter(endedOn, months);
    return { months, from, due: dueAfter(from, within, holidays), held: held.get(months) ?? null };
  });
}
