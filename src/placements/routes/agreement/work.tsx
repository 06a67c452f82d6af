import type { ActingReader } from '../../../access/acting-reader.ts';
import { partIn } from '../../../access/placement-parts.ts';
import type { WorkItem } from '../../../calendar/work-item.ts';
import { londonIsoDay } from '../../../opendata/rules/london-time.ts';
import { paths } from '../../../web/paths.ts';
import { signAgreement } from '../../policy/agreement.ts';
import { placementsToSign } from '../../queries/agreement/work.ts';
import { isSigner, signersOf } from '../../rules/agreement/signing.ts';

/** Agreements that a person is asked to sign. Of a service, whoever brokers the placement, or everybody while nobody does. */
export async function agreementWork({ transaction, person, may }: ActingReader): Promise<WorkItem[]> {
  return (await placementsToSign(transaction)).flatMap((one): WorkItem[] => {
    const { subject, school, number, sentAt, dueOn, assignedTo, signed } = one;
    const part = partIn(subject, person);
    if (part === null || signed.includes(part) || !isSigner(part, signersOf(one)) || !may(signAgreement, subject))
      return [];
    if (part === 'service' && assignedTo !== null && assignedTo !== person.id) return [];
    return [
      {
        key: `placement:${subject.placementId}:agreement.sign.${number}`,
        title: 'Sign the agreement of a placement',
        href: paths.agreementPage(subject.placementId, 'sign'),
        due: dueOn,
        since: londonIsoDay(sentAt),
        about: school,
        kind: 'Placements',
      },
    ];
  });
}
