import type { ScopedTransaction } from '../../../access/scoped-transaction.ts';
import type { RegisterKeeper } from '../../rules/register/actor.ts';
import type { KeptVersion } from '../../rules/register/changes.ts';

/** Keeps an entry as it stands at a version, beside the entry itself. */
export async function keepVersion(
  transaction: ScopedTransaction,
  keeper: RegisterKeeper,
  { id, version, ...entry }: KeptVersion & { id: string; version: number },
): Promise<void> {
  const { name, email, homeUrn, phases, fields, contexts, furthestMinutes, mostSchools, partnership } = entry;
  const details = { name, email, homeUrn, phases, fields, contexts, furthestMinutes, mostSchools, partnership };
  const kept: KeptVersion = { ...details, status: entry.status, statusWhy: entry.statusWhy };
  await transaction
    .insertInto('system_leader_version')
    .values({
      leader_id: id,
      organisation_id: keeper.organisationId,
      version,
      content: JSON.stringify(kept),
      made_by: keeper.person,
      made_in_role: keeper.role,
    })
    .execute();
}
