import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import { readAs } from '../../access/scoped.ts';
import type { ScopedTransaction } from '../../access/scoped-transaction.ts';
import type { Database } from '../../db/schema.ts';
import type { answerNeed, commentOnNeed, moderateNeed, readSchoolNeed } from '../policy.ts';
import { serviceOf } from '../rules/service-of.ts';
import type { NeedRecord, RecordedComment, RecordedDecision } from '../rules/need-record.ts';

/** Leave to read what people decided and said of a school. */
export type NeedRecordScope = Scope<
  typeof readSchoolNeed.verb | typeof moderateNeed.verb | typeof commentOnNeed.verb | typeof answerNeed.verb
>;

/**
 * Everything that people have decided and said about the need of the scope's school. The row policies leave out what is not the
 * reader's: other services' decisions, and for the school the reasons. Throws when the scope is not about a school.
 */
export function needRecord(db: Kysely<Database>, scope: NeedRecordScope): Promise<NeedRecord> {
  const { subject } = scope;
  if (subject.kind !== 'school')
    throw new Error(`The record of a school was asked for with a scope about a ${subject.kind}`);
  // A person may have decided in another name too, which the row policies let them read: a page of one service is of its own alone.
  const service = serviceOf(scope);
  return readAs(db, scope, async (transaction) => ({
    decisions: await decisionsOn(transaction, subject.urn, service),
    comments: await commentsOn(transaction, subject.urn, service),
  }));
}

/** Said in place of a name that is no longer kept. */
const NOT_KEPT = 'Somebody whose name is not kept';

async function decisionsOn(
  transaction: ScopedTransaction,
  urn: number,
  service: string | null,
): Promise<RecordedDecision[]> {
  const rows = await transaction
    .selectFrom('need_moderation as m')
    .leftJoin('need_moderation_reason as r', 'r.moderation_id', 'm.id')
    .selectAll('m')
    .select((eb) => [
      'r.reason',
      sql<string | null>`author_on_need(${eb.ref('m.decided_by')}, ${eb.ref('m.urn')})`.as('by'),
      sql<string | null>`party_on_need(${eb.ref('m.organisation_id')}, ${eb.ref('m.urn')})`.as('organisation'),
    ])
    .where('m.urn', '=', urn)
    .$if(service !== null, (query) => query.where('m.organisation_id', '=', service))
    .orderBy('m.decided_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    computed: row.computed_category,
    category: row.category,
    role: row.decided_in_role,
    at: row.decided_at.toISOString(),
    asAt: row.as_at,
    by: row.by ?? NOT_KEPT,
    organisation: row.organisation ?? '',
    reason: row.reason,
  }));
}

async function commentsOn(
  transaction: ScopedTransaction,
  urn: number,
  service: string | null,
): Promise<RecordedComment[]> {
  const rows = await transaction
    .selectFrom('need_comment as c')
    .selectAll('c')
    .select((eb) => [
      sql<string | null>`author_on_need(${eb.ref('c.said_by')}, ${eb.ref('c.urn')})`.as('by'),
      sql<string | null>`party_on_need(${eb.ref('c.organisation_id')}, ${eb.ref('c.urn')})`.as('organisation'),
    ])
    .where('c.urn', '=', urn)
    .$if(service !== null, (query) =>
      query.where((eb) => eb.or([eb('c.organisation_id', '=', service), eb('c.from_school', '=', true)])),
    )
    .orderBy('c.said_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    by: row.by ?? NOT_KEPT,
    role: row.said_in_role,
    organisation: row.organisation ?? '',
    fromSchool: row.from_school,
    body: row.body,
    at: row.said_at.toISOString(),
    asAt: row.as_at,
  }));
}
