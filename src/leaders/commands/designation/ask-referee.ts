import { newPrivateLink } from '../../../access/private-link.ts';
import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import { endOfLondonDay } from '../../../calendar/london-clock.ts';
import { queueMail } from '../../../mail/queue-mail.ts';
import { dayText } from '../../../schools/rules/figure-words.ts';

export interface RefereeToWriteTo {
  referenceId: string;
  organisationId: string;
  organisation: string;
  applicant: string;
  role: string;
  email: string;
  /** ISO day after which the link opens nothing. */
  dueOn: string;
  reminder: boolean;
}

/** Makes a private link for a referee and queues the letter that carries it. A reminder has a link of its own, since of the first only its hash is kept. */
export async function writeToReferee(
  transaction: ScopedTransaction,
  { referenceId, organisationId, organisation, applicant, role, email, dueOn, reminder }: RefereeToWriteTo,
  linkTo: (token: string) => string,
): Promise<void> {
  const token = await newPrivateLink(transaction, {
    kind: 'reference',
    subjectId: referenceId,
    organisationId,
    email,
    expiresAt: endOfLondonDay(dueOn),
  });
  await queueMail(transaction, {
    to: email,
    template: {
      name: 'reference asked',
      organisation,
      applicant,
      role,
      link: linkTo(token),
      answerBy: dayText(dueOn),
      reminder,
    },
    organisationId,
    personId: null,
  });
}
