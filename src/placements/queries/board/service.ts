import type { Kysely } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { readAs } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import { leadersInService } from '../../../leaders/queries/register/leaders.ts';
import type { ListedLeader } from '../../../leaders/rules/register/listed.ts';
import type { Placement } from '../../rules/placement.ts';
import { placementRows, presented } from '../placement.ts';

/** All placements of the scope's service and all leaders of its register, for its page of need and capacity. */
export function placementsAndLeaders(
  db: Kysely<Database>,
  scope: Scope<'placements.read-service'>,
  today: string,
): Promise<{ placements: Placement[]; leaders: ListedLeader[] }> {
  return readAs(db, scope, async (transaction) => {
    if (scope.subject.kind !== 'organisation') throw new Error(`${scope.verb} is about an organisation`);
    const { organisationId } = scope.subject;
    const rows = await placementRows(transaction).where('p.organisation_id', '=', organisationId).execute();
    return { placements: rows.map(presented), leaders: await leadersInService(transaction, organisationId, today) };
  });
}
