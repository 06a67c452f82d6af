import { sql } from 'kysely';
import type { ScopedTransaction } from '../../access/scoped-transaction.ts';
import type { NeedPolicy } from '../rules/need-policy.ts';
import { type OwnPack, policyIdOf, withEnds } from '../rules/own-pack.ts';

/**
 * Every pack of one organisation as far as the reader may see it: drafts first, then the newest. With a day, only the one in force on it
 * and those that follow, so that reading need does not read the history of packs too.
 */
export async function packsOf(
  transaction: ScopedTransaction,
  organisationId: string,
  onDay?: string,
): Promise<OwnPack[]> {
  const rows = await transaction
    .selectFrom('need_pack as p')
    .selectAll('p')
    .select((eb) => [
      sql<string | null>`author_on_pack(${eb.ref('p.made_by')}, ${eb.ref('p.organisation_id')})`.as('maker'),
      sql<string | null>`author_on_pack(${eb.ref('p.published_by')}, ${eb.ref('p.organisation_id')})`.as('publisher'),
      sql<string | null>`author_on_pack(${eb.ref('p.withdrawn_by')}, ${eb.ref('p.organisation_id')})`.as('withdrawer'),
    ])
    .where('p.organisation_id', '=', organisationId)
    .$if(onDay !== undefined, (query) =>
      query.where('p.withdrawn_at', 'is', null).where(
        'p.valid_from',
        '>=',
        sql<string>`coalesce((
          select max(valid_from) from need_pack
          where organisation_id = ${organisationId} and withdrawn_at is null and valid_from <= ${onDay}::date), '0001-01-01')`,
      ),
    )
    .execute();
  return withEnds(
    rows.map((row): OwnPack => ({
      id: row.id,
      organisationId: row.organisation_id,
      policy: asPolicy(row.policy, row.id, row.valid_from),
      switchedOff: row.switched_off,
      copiedFrom: row.copied_from,
      base: row.base as NeedPolicy,
      madeBy: row.maker ?? NOT_KEPT,
      madeAt: row.made_at.toISOString(),
      changedAt: row.changed_at.toISOString(),
      validFrom: row.valid_from,
      validTo: null,
      publishedBy: row.published_by === null ? null : (row.publisher ?? NOT_KEPT),
      publishedAt: row.published_at?.toISOString() ?? null,
      reason: row.reason,
      withdrawnBy: row.withdrawn_by === null ? null : (row.withdrawer ?? NOT_KEPT),
      withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
      withdrawnWhy: row.withdrawn_why,
    })),
  ).map((pack) => ({ ...pack, policy: { ...pack.policy, validTo: pack.validTo } }));
}

/** Said in place of a name that is no longer kept. */
const NOT_KEPT = 'Somebody whose name is not kept';

// It was checked by the schema before it was written, and is read as it was: a stricter schema of later must not undo it.
function asPolicy(stored: unknown, id: string, validFrom: string | null): NeedPolicy {
  const { kind: _kind, ...policy } = stored as NeedPolicy & { kind: string };
  return { ...policy, id: policyIdOf(id), validFrom: validFrom ?? policy.validFrom, validTo: null };
}
