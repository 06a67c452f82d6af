import type { Kysely } from 'kysely';
import { readAs } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import type { PlacementScope } from '../../policy.ts';
import type { Objective } from '../../rules/delivery/objective.ts';
import type { Placement } from '../../rules/placement.ts';
import { agreementInForce } from '../agreement/versions.ts';

/** What the work of a placement is for: the objectives that were signed last; while nothing is in force, its focus as the one objective. */
export function objectivesOf(
  db: Kysely<Database>,
  scope: PlacementScope,
  { id, focus }: Pick<Placement, 'id' | 'focus'>,
): Promise<Objective[]> {
  return readAs(db, scope, async (transaction) => {
    const agreed = (await agreementInForce(transaction, id))?.content.objectives ?? [];
    return agreed.length === 0
      ? [{ key: 'objective-1', title: focus.slice(0, 500) }]
      : agreed.map(({ key, aim }) => ({ key: `objective-${key}`, title: aim.slice(0, 500) }));
  });
}
