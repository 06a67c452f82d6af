import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import { isMailAddress } from '../../../mail/mail-address.ts';
import { queueMail } from '../../../mail/queue-mail.ts';
import { daysAfter } from '../../../opendata/rules/london-time.ts';
import { dayText } from '../../../schools/rules/figure-words.ts';
import type { Application, DesignationRound } from '../../rules/designation/application.ts';
import type { DesignationProcess } from '../../rules/designation/process.ts';

interface Told {
  application: Pick<Application, 'applicantId' | 'state'>;
  email: string;
  round: DesignationRound;
  process: Pick<DesignationProcess, 'appealDays'>;
  to: 'designated' | 'deferred' | 'declined';
  reason: string;
  untilOn: string | null;
  today: string;
  link: string;
}

/** Queues the letter that tells an applicant the outcome, the reason, and how to appeal. */
export async function tellApplicant(
  transaction: ScopedTransaction,
  { application, email, round, process, to, reason, untilOn, today, link }: Told,
): Promise<void> {
  if (!isMailAddress(email)) return;
  const heard = application.state === 'appeal';
  const outcome = {
    designated: heard ? 'your appeal is upheld and you are designated' : 'you are designated',
    deferred: `the decision is deferred until ${untilOn === null ? 'a later day' : dayText(untilOn)}`,
    declined: heard ? 'your appeal is dismissed' : 'you are not designated',
  }[to];
  await queueMail(transaction, {
    to: email,
    template: {
      name: 'designation decided',
      organisation: round.organisation,
      role: round.title,
      outcome,
      reason,
      appeal:
        to === 'declined' && !heard
          ? `You, or the governing or trust board of your school, may appeal until ${dayText(daysAfter(today, process.appealDays))}, on the page of your application. Others than the panel hear an appeal.`
          : null,
      link,
    },
    organisationId: round.organisationId,
    personId: application.applicantId,
  });
}
