import type { Kysely } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import type { PlacementScope } from '../../policy.ts';
import type { Objective } from '../../rules/delivery/objective.ts';
import type { Placement } from '../../rules/placement.ts';

/** What the work of a placement is for: its focus, as the one objective. */
export async function objectivesOf(
  _db: Kysely<Database>,
  _scope: PlacementScope,
  { focus }: Pick<Placement, 'focus'>,
): Promise<Objective[]> {
  return [{ key: 'objective-1', title: focus.slice(0, 500) }];
}
