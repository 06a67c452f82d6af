import { type Kysely, sql } from 'kysely';
import { actorOf } from '../../../access/on-school.ts';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import type { applyForDesignation } from '../../policy.ts';
import { readApplications } from '../../queries/designation/applications.ts';
import type { Answers, DesignationRound } from '../../rules/designation/application.ts';

type ApplyScope = Scope<typeof applyForDesignation.verb>;

export type Begun = { ok: true; id: string } | { ok: false; reason: 'not open' | 'no address' };

/** Begins an application from the applicant's school; where there is one in the round already, gives that one. */
export function beginApplication(
  db: Kysely<Database>,
  scope: ApplyScope,
  round: Pick<DesignationRound, 'id' | 'organisationId' | 'opensOn' | 'closesOn'>,
  today: string,
): Promise<Begun> {
  const { urn, organisation, person } = actorOf(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<Begun>> => {
    const detail = { round: round.id, step: 'begin' };
    const failed = (reason: Extract<Begun, { ok: false }>['reason']): Written<Begun> => ({
      result: { ok: false, reason },
      outcome: 'failed',
      detail: { ...detail, reason },
    });
    if (today < round.opensOn || today > round.closesOn) return failed('not open');
    const { name, email } = scope.person!;
    if (email === null) return failed('no address');
    await transaction
      .insertInto('designation_application')
      .values({
        round_id: round.id,
        organisation_id: round.organisationId,
        school_id: organisation.id,
        urn,
        applicant_id: person,
        applicant_name: name,
        applicant_email: email,
      })
      .onConflict((conflict) => conflict.columns(['round_id', 'applicant_id']).doNothing())
      .execute();
    const [application] = await readApplications(transaction, { roundId: round.id, applicantId: person });
    return { result: { ok: true, id: application!.id }, detail: { ...detail, application: application!.id } };
  });
}

export type Saved = { ok: true } | { ok: false; reason: 'no such application' | 'submitted' };

/** Keeps what was written in steps of a draft, complete or not; other steps stay as they are. */
export function saveStep(
  db: Kysely<Database>,
  scope: ApplyScope,
  applicationId: string,
  answers: Answers,
  now: Date,
): Promise<Saved> {
  const { person } = actorOf(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<Saved>> => {
    const detail = { application: applicationId, step: Object.keys(answers) };
    const failed = (reason: Extract<Saved, { ok: false }>['reason']): Written<Saved> => ({
      result: { ok: false, reason },
      outcome: 'failed',
      detail: { ...detail, reason },
    });
    const [application] = await readApplications(transaction, { id: applicationId, applicantId: person });
    if (application === undefined) return failed('no such application');
    if (application.state !== 'draft') return failed('submitted');
    await transaction
      .updateTable('designation_application')
      .set({ answers: sql`answers || ${JSON.stringify(answers)}::jsonb`, saved_at: now })
      .where('id', '=', applicationId)
      .execute();
    return { result: { ok: true }, detail };
  });
}
