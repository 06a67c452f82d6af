import type { Kysely } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import { writeAs } from '../../access/scoped.ts';
import type { Database } from '../../db/schema.ts';
import type { commentOnNeed } from '../policy.ts';
import { latestRun } from '../queries.ts';
import { actorOf, alone } from '../../access/on-school.ts';

/** `unchanged` when the person had said the same of the same assessment, so that a form sent twice counts once. */
export type Commented = { ok: true; unchanged: boolean } | { ok: false; reason: 'nothing assessed' };

/** Adds a comment on the need of the scope's school: the school reads those of its services, and they read the school's. */
export async function comment(
  db: Kysely<Database>,
  scope: Scope<typeof commentOnNeed.verb>,
  body: string,
): Promise<Commented> {
  const { urn, organisation, person, role } = actorOf(scope);
  const run = await latestRun(db);
  const fromSchool = organisation.kind === 'school' || organisation.kind === 'governing board';
  return writeAs<Commented>(db, scope, async (transaction) => {
    if (run === null) {
      const reason = 'nothing assessed';
      return { result: { ok: false, reason }, outcome: 'failed', detail: { reason } };
    }
    await alone(transaction, 'need_comment', urn);
    const said = await transaction
      .selectFrom('need_comment')
      .select('id')
      .where('urn', '=', urn)
      .where('said_by', '=', person)
      .where('organisation_id', '=', organisation.id)
      .where('policy_id', '=', run.policyId)
      .where('as_at', '=', run.asAt)
      .where('body', '=', body)
      .executeTakeFirst();
    if (said !== undefined) return { result: { ok: true, unchanged: true }, detail: { fromSchool, unchanged: true } };
    await transaction
      .insertInto('need_comment')
      .values({
        urn,
        organisation_id: organisation.id,
        from_school: fromSchool,
        policy_id: run.policyId,
        as_at: run.asAt,
        body,
        said_by: person,
        said_in_role: role,
      })
      .execute();
    return { result: { ok: true, unchanged: false }, detail: { fromSchool } };
  });
}
