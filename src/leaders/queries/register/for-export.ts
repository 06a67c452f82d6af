import type { Kysely } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { readAs } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import type { exportRegister } from '../../policy.ts';
import { keeperIn } from '../../rules/register/actor.ts';
import { type Designation, standingDesignations } from '../../rules/register/designation.ts';
import type { ListedLeader } from '../../rules/register/listed.ts';
import { leadersInService } from './leaders.ts';
import { designationsOf } from './profile.ts';

/** Every leader of the register whose entry has not ended, with the designations that stand, by name. */
export function registerForExport(
  db: Kysely<Database>,
  scope: Scope<typeof exportRegister.verb>,
  today: string,
): Promise<(ListedLeader & { designations: Designation[] })[]> {
  const { organisationId } = keeperIn(scope);
  return readAs(db, scope, async (transaction) => {
    const leaders = await leadersInService(transaction, organisationId, today);
    const all = await designationsOf(
      transaction,
      leaders.map(({ id }) => id),
    );
    return leaders.map((leader) => {
      const { standing } = standingDesignations(all.get(leader.id) ?? []);
      return { ...leader, designations: standing.filter(({ status }) => status !== 'ended') };
    });
  });
}
