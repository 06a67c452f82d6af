import { type QueryExecutorProvider, sql } from 'kysely';
import type { MinimumStandards } from '../rules/minimum-standards.ts';
import type { NeedPolicy } from '../rules/need-policy.ts';

/**
 * Keeps the text of a pack under which something is concluded or decided, once, in the transaction of that. Returns the name of
 * the text: the same for the same content, whatever the order of its keys. `organisationId` is the service whose own pack it is;
 * null for one of policies/need/.
 */
export async function keepPackText(
  transaction: QueryExecutorProvider,
  { policy, standards }: { policy: NeedPolicy; standards: MinimumStandards },
  organisationId: string | null,
): Promise<string> {
  const { rows } = await sql<{ sha256: string }>`
    with pack as materialized (
      select p as policy, s as standards, need_pack_sha256(p, s) as sha256
      from (select ${JSON.stringify(policy)}::jsonb as p, ${JSON.stringify(standards)}::jsonb as s) as given),
    kept as (
      insert into need_pack_text (sha256, organisation_id, policy, standards)
      select sha256, ${organisationId}::uuid, policy, standards from pack on conflict do nothing)
    select sha256 from pack`.execute(transaction);
  return rows[0]!.sha256;
}
