import type { ActingReader } from '../../../access/acting-reader.ts';
import type { WorkItem } from '../../../calendar/work-item.ts';
import { londonIsoDay } from '../../../opendata/rules/london-time.ts';
import { policyAsAt } from '../../../policies.ts';
import { changeBudgets, readServiceMoney } from '../../policy/money.ts';
import { DOCUMENT_WORDS, numberText, standingOf } from '../../rules/money/money-document.ts';
import { billingPolicyKind } from '../../schema/money/billing-policy.ts';
import { documentsOf } from './documents.ts';
import { readDueBills } from './service-money.ts';

const about = (school: string) => ({ about: school, kind: 'Money' });

/**
 * What the money of placements asks of a person of a service today: what others asked for and they may approve, invoices that are overdue,
 * and what is to be billed; of a broker, in the placements that they are given. Nothing of people of other organisations.
 */
export async function moneyWork({ transaction, person, today, may }: ActingReader): Promise<WorkItem[]> {
  const organisationId = person.acting.organisation.id;
  const service = { kind: 'organisation', organisationId } as const;
  const approves = may(changeBudgets, service);
  if (!approves && !(may(readServiceMoney, service) && person.acting.role === 'broker')) return [];
  const given = approves ? null : person.id;
  const items: WorkItem[] = [];
  for (const document of await documentsOf(transaction, { organisationId }, { open: true, assignedTo: given })) {
    const href = `/placements/${document.placementId}/money/documents/${document.id}`;
    const key = `placement:${document.placementId}:money.${document.id}`;
    const standing = standingOf(document, today);
    if (standing === 'waits for approval' && approves && document.requestedById !== person.id) {
      const title = `Approve the ${document.kind}: ${document.label}`;
      const since = londonIsoDay(document.requestedAt);
      items.push({ key: `${key}.approve`, title, href, due: null, since, ...about(document.school) });
    }
    if (standing === 'overdue') {
      const title = `Overdue: ${DOCUMENT_WORDS[document.kind].toLowerCase()} ${numberText(document)}`;
      const since = document.issuedOn;
      items.push({ key: `${key}.overdue`, title, href, due: document.dueOn, since, ...about(document.school) });
    }
  }
  const policy = policyAsAt(billingPolicyKind, today);
  for (const { placement, bill } of await readDueBills(
    transaction,
    { organisationId, assignedTo: given },
    policy,
    today,
  ))
    items.push({
      key: `placement:${placement.id}:money.bill.${bill.rule.code}`,
      title: `To be billed: ${bill.rule.label}`,
      href: `/placements/${placement.id}/money`,
      due: bill.by,
      since: null,
      ...about(placement.supported.name),
    });
  return items;
}
