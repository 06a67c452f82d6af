import { type Kysely, sql } from 'kysely';
import { memberOf } from '../../../access/on-school.ts';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import type { sitOnPanel } from '../../policy.ts';
import { toDeclare } from '../../queries/designation/panel.ts';
import { aloneInApplication } from '../../queries/designation/parts.ts';
import { type Done, inApplication } from './in-application.ts';

type SitScope = Scope<typeof sitOnPanel.verb>;

/** Writes down whether somebody of the service has an interest in an applicant. With one they see no more of the application and score nothing. */
export function declareInterest(
  db: Kysely<Database>,
  scope: SitScope,
  { roundId, applicationId }: { roundId: string; applicationId: string },
  { hasInterest, words }: { hasInterest: boolean; words: string | null },
): Promise<Done<'no such application'>> {
  const { organisation, person, role } = memberOf(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<Done<'no such application'>>> => {
    const detail = { application: applicationId, step: 'declare', interest: hasInterest };
    await aloneInApplication(transaction, applicationId);
    const known = (await toDeclare(transaction, roundId)).some((one) => one.applicationId === applicationId);
    if (!known) return { result: { ok: false, reason: 'no such application' }, outcome: 'failed', detail };
    await transaction
      .insertInto('designation_interest')
      .values({
        application_id: applicationId,
        organisation_id: organisation.id,
        has_interest: hasInterest,
        words,
        made_by: person,
        made_in_role: role,
      })
      .execute();
    return { result: { ok: true }, detail };
  });
}

/** Scores of one member: changed as often as they like until all are in, and not after. */
export function giveScores(
  db: Kysely<Database>,
  scope: SitScope,
  applicationId: string,
  scores: Readonly<Record<string, { score: number; words: string }>>,
): Promise<Done<'not on the panel' | 'declare first' | 'over' | 'all in' | 'no such application'>> {
  return inApplication<'not on the panel' | 'declare first' | 'over' | 'all in'>(
    db,
    scope,
    applicationId,
    'score',
    async ({ transaction, file, organisation, person, role }) => {
      const own = file.sitting.find(({ personId }) => personId === person);
      if (own === undefined) return { failed: 'not on the panel' };
      if (own.declared !== 'no interest') return { failed: 'declare first' };
      if (file.application.state !== 'panel') return { failed: 'over' };
      const { rows } = await sql<{ all: boolean }>`select designation_scored(${applicationId}) as all`.execute(
        transaction,
      );
      if (rows[0]?.all === true) return { failed: 'all in' };
      await transaction
        .insertInto('designation_score')
        .values({
          application_id: applicationId,
          organisation_id: organisation.id,
          scores: JSON.stringify(scores),
          made_by: person,
          made_in_role: role,
        })
        .execute();
      return {};
    },
  );
}
