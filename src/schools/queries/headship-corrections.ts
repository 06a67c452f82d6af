import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import { readAs } from '../../access/scoped.ts';
import type { ScopedTransaction } from '../../access/scoped-transaction.ts';
import type { Database } from '../../db/schema.ts';
import type { TenantDatabase } from '../../db/tenant-schema.ts';
import type { correctHeadship, readCorrectionsInLists, readHeadshipCorrections } from '../policy.ts';
import { type HeadshipCorrection, standingCorrections } from '../rules/headship/correction.ts';

/** Leave to read what people said of changes of head at one school. */
export type CorrectionScope = Scope<typeof readHeadshipCorrections.verb | typeof correctHeadship.verb>;

/** Said in place of a name that is no longer kept. */
const NOT_KEPT = 'Somebody whose name is not kept';

/**
 * Everything that people have said of changes of head at the scope's school, the newest first: a service reads its own and the
 * school's, the school all. Throws when the scope is not about a school.
 */
export function correctionsOfSchool(db: Kysely<Database>, scope: CorrectionScope): Promise<HeadshipCorrection[]> {
  const { subject } = scope;
  if (subject.kind !== 'school') throw new Error(`Corrections of a school were asked for with a ${subject.kind}`);
  return readAs(db, scope, (transaction) => corrections(transaction, scope, [subject.urn]));
}

/** What the reader's own organisation says of changes of head at these schools, as it stands. */
export async function standingOwnCorrections(
  db: Kysely<Database>,
  scope: Scope<typeof readCorrectionsInLists.verb>,
  urns: readonly number[],
): Promise<HeadshipCorrection[]> {
  const own = scope.person?.acting?.organisation.id;
  const all = await readAs(db, scope, (transaction) => corrections(transaction, scope, urns));
  return standingCorrections(all).filter(({ organisationId }) => organisationId === own);
}

async function corrections(
  transaction: ScopedTransaction,
  scope: Scope,
  urns: readonly number[],
): Promise<HeadshipCorrection[]> {
  const rows = await transaction
    .selectFrom('headship_correction as c')
    .selectAll('c')
    .select((eb) => [
      sql<string | null>`author_on_headship(${eb.ref('c.id')})`.as('by'),
      sql<string | null>`party_on_headship(${eb.ref('c.id')})`.as('organisation'),
    ])
    .where('c.urn', '=', sql<number>`any(${[...urns]}::int[])`)
    .where((eb) => ofReader(eb, scope))
    .orderBy('c.made_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    urn: row.urn,
    notBefore: row.not_before,
    notAfter: row.not_after,
    says: row.says,
    happenedOn: row.happened_on,
    firstHeadship: row.first_headship,
    standing: row.standing,
    reason: row.reason,
    organisationId: row.organisation_id,
    organisation: row.organisation ?? '',
    fromSchool: row.from_school,
    publishedClass: row.published_class,
    by: row.by ?? NOT_KEPT,
    role: row.made_in_role,
    at: row.made_at.toISOString(),
  }));
}

// A person may have corrected in another name too, which the row policies let them read: a page of one service is of its own alone.
function ofReader(
  eb: ExpressionBuilder<TenantDatabase & { c: TenantDatabase['headship_correction'] }, 'c'>,
  { person }: Scope,
) {
  const organisation = person?.acting?.organisation;
  if (organisation?.kind === 'school' || organisation?.kind === 'governing board') return sql<boolean>`true`;
  return eb.or([eb('c.organisation_id', '=', organisation?.id ?? null), eb('c.from_school', '=', true)]);
}
