import type { Kysely } from 'kysely';
import { actorOf } from '../../../access/on-school.ts';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import { daysAfter } from '../../../opendata/rules/london-time.ts';
import type { Database } from '../../../db/schema.ts';
import type { applyForDesignation } from '../../policy.ts';
import { readApplications } from '../../queries/designation/applications.ts';
import { publishedForCheck } from '../../queries/designation/eligibility-facts.ts';
import { aloneInApplication } from '../../queries/designation/parts.ts';
import { type DesignationRound, incompleteSteps, saidOf } from '../../rules/designation/application.ts';
import { eligibilityOf } from '../../rules/designation/eligibility.ts';
import type { DesignationProcess } from '../../rules/designation/process.ts';
import type { RuleSet } from '../../rules/designation/rule-set.ts';
import { writeToReferee } from './ask-referee.ts';
import { addMove } from './add-move.ts';

export type Submitted =
  | { ok: true }
  | { ok: false; reason: 'no such application' | 'submitted' | 'closed' }
  | { ok: false; reason: 'incomplete'; steps: string[] };

interface Submitting {
  round: DesignationRound;
  ruleSet: RuleSet;
  process: DesignationProcess;
  /** ISO day. */
  today: string;
  /** The whole address of a referee's page. */
  linkTo: (token: string) => string;
}

/**
 * Submits a draft whose steps are all complete while the round is open: checks it against published data, and asks its referees by mail.
 * All in one transaction; sent twice it is one.
 */
export async function submitApplication(
  db: Kysely<Database>,
  scope: Scope<typeof applyForDesignation.verb>,
  applicationId: string,
  { round, ruleSet, process, today, linkTo }: Submitting,
): Promise<Submitted> {
  const { urn, person, role } = actorOf(scope);
  const published = await publishedForCheck(db, urn);
  return writeAs(db, scope, async (transaction): Promise<Written<Submitted>> => {
    const detail = { application: applicationId, step: 'submit' };
    const failed = (result: Extract<Submitted, { ok: false }>): Written<Submitted> => ({
      result,
      outcome: 'failed',
      detail: { ...detail, reason: result.reason },
    });
    await aloneInApplication(transaction, applicationId);
    const [application] = await readApplications(transaction, { id: applicationId, applicantId: person });
    if (application === undefined) return failed({ ok: false, reason: 'no such application' });
    if (application.state !== 'draft') return failed({ ok: false, reason: 'submitted' });
    if (today > round.closesOn || today < round.opensOn) return failed({ ok: false, reason: 'closed' });
    const steps = incompleteSteps(ruleSet, application.answers);
    if (steps.length > 0) return failed({ ok: false, reason: 'incomplete', steps });
    const of = { application_id: applicationId, organisation_id: round.organisationId };
    const move = { applicationId, organisationId: round.organisationId, by: { person, role } };
    await addMove(transaction, { ...move, number: 1, from: 'draft', to: 'submitted', part: 'applicant' });
    const checks = eligibilityOf(ruleSet.rules, {
      ...published,
      applicant: application.applicant,
      answers: saidOf(application.answers),
      today,
    });
    await transaction
      .insertInto('designation_check')
      .values({ ...of, checks: JSON.stringify(checks), made_by: person })
      .execute();
    const dueOn = daysAfter(today, process.referenceDays);
    for (const { from } of ruleSet.references) {
      const referee = application.answers.references![from]!;
      const { id } = await transaction
        .insertInto('designation_reference')
        .values({ ...of, referee: from, ...referee, due_on: dueOn, asked_by: person })
        .returning('id')
        .executeTakeFirstOrThrow();
      await writeToReferee(
        transaction,
        {
          referenceId: id,
          organisationId: round.organisationId,
          organisation: round.organisation,
          applicant: application.applicant,
          role: round.title,
          email: referee.email,
          dueOn,
          reminder: false,
        },
        linkTo,
      );
    }
    await addMove(transaction, { ...move, number: 2, from: 'submitted', to: 'awaiting reference', part: 'house' });
    return { result: { ok: true }, detail: { ...detail, references: ruleSet.references.length } };
  });
}
