import type { Kysely } from 'kysely';
import { actorOf } from '../../../access/on-school.ts';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import { daysAfter } from '../../../opendata/rules/london-time.ts';
import type { Database } from '../../../db/schema.ts';
import type { answerForDesignation } from '../../policy.ts';
import { readOutcomes } from '../../queries/designation/outcomes.ts';
import { aloneInApplication } from '../../queries/designation/parts.ts';
import type { DesignationProcess } from '../../rules/designation/process.ts';
import { addMove } from './add-move.ts';

export type OfficerAppealed =
  | { ok: true }
  | { ok: false; reason: 'no such application' | 'not declined' | 'heard' | 'late' };

/** Appeals against a refusal as the accountable officer of the home school: once, within the days of the policy. */
export function appealAsOfficer(
  db: Kysely<Database>,
  scope: Scope<typeof answerForDesignation.verb>,
  applicationId: string,
  words: string,
  { processOf, today }: { processOf: (id: string) => DesignationProcess; today: string },
): Promise<OfficerAppealed> {
  const { urn, person, role } = actorOf(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<OfficerAppealed>> => {
    const detail = { application: applicationId, to: 'appeal' };
    const failed = (reason: Extract<OfficerAppealed, { ok: false }>['reason']): Written<OfficerAppealed> => ({
      result: { ok: false, reason },
      outcome: 'failed',
      detail: { ...detail, reason },
    });
    await aloneInApplication(transaction, applicationId);
    const outcome = (await readOutcomes(transaction, urn)).find((one) => one.applicationId === applicationId);
    if (outcome === undefined) return failed('no such application');
    if (outcome.appealed) return failed('heard');
    if (outcome.state !== 'declined') return failed('not declined');
    if (daysAfter(outcome.decidedOn, processOf(outcome.process).appealDays) < today) return failed('late');
    await addMove(transaction, {
      applicationId,
      organisationId: outcome.organisationId,
      number: outcome.moves + 1,
      from: 'declined',
      to: 'appeal',
      part: 'accountable officer',
      words,
      by: { person, role },
    });
    return { result: { ok: true }, detail };
  });
}
