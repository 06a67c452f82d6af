import type { Kysely } from 'kysely';
import { endPrivateLinks } from '../../../access/private-link.ts';
import type { Scope } from '../../../access/scope.ts';
import { daysAfter } from '../../../opendata/rules/london-time.ts';
import type { Database } from '../../../db/schema.ts';
import type { runDesignation } from '../../policy.ts';
import { readRounds } from '../../queries/designation/rounds.ts';
import type { RefereeNamed } from '../../rules/designation/application.ts';
import { writeToReferee } from './ask-referee.ts';
import { type Done, inApplication } from './in-application.ts';

/** Asks for a reference anew, of the same person or another, with new days: the link before opens nothing any more. */
export function askAnew(
  db: Kysely<Database>,
  scope: Scope<typeof runDesignation.verb>,
  applicationId: string,
  { reference, ...named }: RefereeNamed & { reference: string },
  {
    referenceDays,
    now,
    today,
    linkTo,
  }: { referenceDays: number; now: Date; today: string; linkTo: (token: string) => string },
): Promise<Done<'no such reference' | 'answered' | 'over' | 'no such application'>> {
  return inApplication<'no such reference' | 'answered' | 'over'>(
    db,
    scope,
    applicationId,
    'ask anew',
    async ({ transaction, file, organisation, person }) => {
      if (file.application.state !== 'awaiting reference') return { failed: 'over' };
      const standing = file.references.find(({ id }) => id === reference);
      if (standing === undefined) return { failed: 'no such reference' };
      if (standing.answer !== null) return { failed: 'answered' };
      const [round] = await readRounds(transaction, { roundId: file.application.roundId });
      await endPrivateLinks(transaction, 'reference', reference, now);
      await transaction
        .updateTable('designation_reference')
        .set({ ended_at: now })
        .where('id', '=', reference)
        .execute();
      const dueOn = daysAfter(today, referenceDays);
      const { id } = await transaction
        .insertInto('designation_reference')
        .values({
          application_id: applicationId,
          organisation_id: organisation.id,
          referee: standing.referee,
          ...named,
          due_on: dueOn,
          asked_by: person,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      await writeToReferee(
        transaction,
        {
          referenceId: id,
          organisationId: organisation.id,
          organisation: organisation.name,
          applicant: file.application.applicant,
          role: round?.title ?? '',
          email: named.email,
          dueOn,
          reminder: false,
        },
        linkTo,
      );
      return { detail: { referee: standing.referee } };
    },
  );
}
