import type { Member } from './people-list.ts';

/** By when a role must be looked at again: so many months after it last was. */
export function reviewDue(reviewedAt: Date, months: number): Date {
  const due = new Date(reviewedAt);
  due.setUTCMonth(due.getUTCMonth() + months);
  // The 31st of a month that has none: the month's last day.
  if (due.getUTCDate() !== reviewedAt.getUTCDate()) due.setUTCDate(0);
  return due;
}

export interface ReviewedMember extends Member {
  due: Date;
  isDue: boolean;
}

/** Everyone with a role, those whose review is due first, the longest overdue at the top. */
export function accessReview(members: readonly Member[], months: number, now: Date): ReviewedMember[] {
  return members
    .map((member) => {
      const due = reviewDue(member.reviewedAt, months);
      return { ...member, due, isDue: due <= now };
    })
    .toSorted((a, b) => a.due.getTime() - b.due.getTime() || a.name.localeCompare(b.name, 'en-GB'));
}
