import { csvText } from '../../schools/rules/csv-text.ts';
import type { ReviewedMember } from './access-review.ts';
import { GRANTED_BY } from './people-list.ts';

/** The access review as a file. Days are ISO, in UTC. */
export function accessReviewCsv(members: readonly ReviewedMember[]): string {
  return csvText(
    ['Name', 'Email address', 'Role', 'Given by', 'Since', 'Last confirmed', 'Review due', 'Is due', 'Last used'],
    members.map((member) => [
      member.name,
      member.email,
      member.role,
      GRANTED_BY[member.grantedBy],
      day(member.since),
      day(member.reviewedAt),
      day(member.due),
      member.isDue ? 'yes' : 'no',
      member.lastUsed === null ? null : day(member.lastUsed),
    ]),
  );
}

function day(at: Date): string {
  return at.toISOString().slice(0, 10);
}
