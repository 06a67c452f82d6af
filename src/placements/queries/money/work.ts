import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { WorkItem } from '../../../calendar/work-item.ts';
import { londonIsoDay } from '../../../opendata/rules/london-time.ts';
import type { BillingPolicy } from '../../rules/money/billing-policy.ts';
import { DOCUMENT_WORDS, numberText, standingOf } from '../../rules/money/money-document.ts';
import { documentsOf } from './documents.ts';
import { readDueBills } from './service-money.ts';

const about = (school: string) => ({ about: school, kind: 'Money' });

interface ForWhom {
  organisationId: string;
  personId: string;
  role: string;
}

/**
 * What the money of placements asks of a person of a service today: what others asked for and they may approve, invoices that are overdue,
 * and what is to be billed. Nothing for other roles.
 */
export async function moneyWork(
  transaction: ScopedTransaction,
  { organisationId, personId, role }: ForWhom,
  policy: BillingPolicy,
  today: string,
): Promise<WorkItem[]> {
  const approves = role === 'service lead' || role === 'finance officer';
  if (!approves && role !== 'broker') return [];
  const items: WorkItem[] = [];
  for (const document of await documentsOf(transaction, { organisationId }, 'open')) {
    const href = `/placements/${document.placementId}/money/documents/${document.id}`;
    const key = `placement:${document.placementId}:money.${document.id}`;
    const standing = standingOf(document, today);
    if (standing === 'waits for approval' && approves && document.requestedById !== personId) {
      const title = `Approve the ${document.kind}: ${document.label}`;
      const since = londonIsoDay(document.requestedAt);
      items.push({ key: `${key}.approve`, title, href, due: null, since, ...about(document.school) });
    }
    if (standing === 'overdue') {
      const title = `Overdue: ${DOCUMENT_WORDS[document.kind].toLowerCase()} ${numberText(document)}`;
      items.push({
        key: `${key}.overdue`,
        title,
        href,
        due: document.dueOn,
        since: document.issuedOn,
        ...about(document.school),
      });
    }
  }
  for (const { placement, bill } of await readDueBills(transaction, organisationId, policy, today))
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
