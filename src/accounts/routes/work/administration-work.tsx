import type { ActingReader } from '../../../access/acting-reader.ts';
import type { WorkItem } from '../../../calendar/work-item.ts';
import { londonIsoDay } from '../../../opendata/rules/london-time.ts';
import { policyAsAt } from '../../../policies.ts';
import { paths } from '../../../web/paths.ts';
import { answerComplaint, changePeople, decideDataRequest } from '../../policy.ts';
import { openAdministration } from '../../queries/work/open-administration.ts';
import { reviewDue } from '../../rules/access-review.ts';
import { REQUEST_WORDS } from '../../rules/data-request.ts';
import { signInPolicyKind } from '../../schema/sign-in-policy.ts';

/** What waits for the administrators of an organisation: requests about data, complaints, and roles to look at again. */
export async function administrationWork({ transaction, person, today, may }: ActingReader): Promise<WorkItem[]> {
  const { id } = person.acting.organisation;
  const own = { kind: 'organisation', organisationId: id } as const;
  if (!may(changePeople, own)) return [];
  const { requests, complaints, reviewedAt } = await openAdministration(transaction, id);
  const work: WorkItem[] = [];
  if (may(decideDataRequest, own)) {
    for (const request of requests) {
      work.push({
        key: `data-request:${request.id}:decide`,
        title: 'Decide a request about personal data',
        href: paths.dataRequest(id, request.id),
        due: request.dueOn,
        since: londonIsoDay(request.receivedAt),
        about: REQUEST_WORDS[request.kind].text,
        kind: 'Requests about data',
      });
    }
  }
  if (may(answerComplaint, own)) {
    for (const complaint of complaints) {
      const acknowledged = complaint.acknowledgedAt !== null;
      work.push({
        key: `complaint:${complaint.id}:${acknowledged ? 'answer' : 'acknowledge'}`,
        title: acknowledged ? 'Answer a complaint' : 'Acknowledge a complaint',
        href: paths.complaintOf(id, complaint.id),
        due: acknowledged ? null : complaint.acknowledgeBy,
        since: londonIsoDay(complaint.receivedAt),
        about: complaint.reference,
        kind: 'Complaints',
      });
    }
  }
  return [...work, ...reviewOf(id, reviewedAt, today)];
}

/** One item for all roles whose review is due: due on the day of the first. */
function reviewOf(organisationId: string, reviewedAt: readonly Date[], today: string): WorkItem[] {
  const { accessReviewMonths } = policyAsAt(signInPolicyKind, today);
  const due = reviewedAt.map((at) => londonIsoDay(reviewDue(at, accessReviewMonths))).toSorted();
  const now = due.filter((day) => day <= today);
  const [first] = now;
  if (first === undefined) return [];
  return [
    {
      key: `access-review:${organisationId}:${first}`,
      title: `Look again at who has which role (${now.length} due)`,
      href: paths.accessReview(organisationId),
      due: first,
      since: null,
      about: 'Access review',
      kind: 'Access',
    },
  ];
}
