import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { writeAs } from '../../../access/scoped.ts';
import { daysAfter } from '../../../opendata/rules/london-time.ts';
import type { Database } from '../../../db/schema.ts';
import { roleTitle } from '../../queries/designation/rounds.ts';
import type { DesignationProcess } from '../../rules/designation/process.ts';
import { writeToReferee } from './ask-referee.ts';

interface Waiting {
  id: string;
  organisation_id: string;
  organisation: string;
  applicant: string;
  role: string;
  process: string;
  email: string;
  due_on: string;
}

/** Reminds referees who have not answered, once each, so many days before their link ends. Answers how many were written to. */
export function remindReferees(
  db: Kysely<Database>,
  scope: Scope<'designation.remind'>,
  {
    processOf,
    now,
    today,
    linkTo,
  }: { processOf: (id: string) => DesignationProcess; now: Date; today: string; linkTo: (token: string) => string },
): Promise<number> {
  return writeAs(db, scope, async (transaction) => {
    const { rows } = await sql<Waiting>`select * from references_to_remind()`.execute(transaction);
    const due = rows.filter((row) => daysAfter(row.due_on, -processOf(row.process).remindBeforeDays) <= today);
    for (const row of due) {
      await transaction
        .updateTable('designation_reference')
        .set({ reminded_at: now })
        .where('id', '=', row.id)
        .execute();
      await writeToReferee(
        transaction,
        {
          referenceId: row.id,
          organisationId: row.organisation_id,
          organisation: row.organisation,
          applicant: row.applicant,
          role: roleTitle(row.role),
          email: row.email,
          dueOn: row.due_on,
          reminder: true,
        },
        linkTo,
      );
    }
    return { result: due.length, detail: { reminded: due.length } };
  });
}
