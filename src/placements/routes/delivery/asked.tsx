import type { Context } from 'hono';
import type { Kysely } from 'kysely';
import type { Permission, PlacementSubject } from '../../../access/permission.ts';
import type { Database } from '../../../db/schema.ts';
import { londonIsoDay } from '../../../opendata/rules/london-time.ts';
import { policyAsAt } from '../../../policies.ts';
import { mayAlso } from '../../../web/may.ts';
import type { PlacementScope } from '../../policy.ts';
import { WORKING } from '../../rules/states.ts';
import { deliveryKind } from '../../schema/delivery/policies.ts';
import { type AskedPlacement, placementAskedFor } from '../asked-for.tsx';

/** Today in London, and the rules for the work of placements that hold on it. */
export function rulesOfToday() {
  const today = londonIsoDay(new Date());
  return { today, policy: policyAsAt(deliveryKind, today) };
}

/** A request about the work of a placement: the placement with the reader's part, and what they may do with it as it stands now. */
export interface AskedWork extends AskedPlacement {
  /** Whether the reader has a permission, and the placement is where its work is recorded. */
  mayDo: (permission: Permission<string, 'placement'>) => boolean;
  subject: PlacementSubject;
  personId: string;
}

export async function workAskedFor(c: Context, db: Kysely<Database>, scope: PlacementScope): Promise<AskedWork> {
  const asked = await placementAskedFor(c, db, scope);
  const { subject, person } = scope;
  if (subject.kind !== 'placement' || person === null)
    throw new Error(`${scope.verb} is about a placement, by a person`);
  const isWorking = WORKING.includes(asked.placement.state);
  return {
    ...asked,
    subject,
    personId: person.id,
    mayDo: (permission) => isWorking && mayAlso(c, permission, subject) !== null,
  };
}
