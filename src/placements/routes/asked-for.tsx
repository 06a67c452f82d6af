import type { Context } from 'hono';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { PlacementSubject } from '../../access/permission.ts';
import { type PlacementPart, partIn } from '../../access/placement-parts.ts';
import type { Role } from '../../access/roles.ts';
import type { Database } from '../../db/schema.ts';
import { supportWords } from '../../matching/rules/support-policy.ts';
import { supportPolicyKind } from '../../leaders/schema/support-policy.ts';
import { londonIsoDay } from '../../opendata/rules/london-time.ts';
import { policyAsAt } from '../../policies.ts';
import { NotFound } from '../../web/errors.tsx';
import type { PlacementScope } from '../policy.ts';
import { placementOf, placementSubject } from '../queries/placement.ts';
import type { Placement } from '../rules/placement.ts';
import { supportTypeLabel } from '../rules/support-types.ts';
import { supportTypesKind } from '../schema/support-types.ts';

/** The placement that the address names, for `may`. Throws NotFound for what cannot be one. */
export function placementSubjectOf(db: Kysely<Database>): (c: Context) => Promise<PlacementSubject> {
  return async (c) => {
    const id = z.uuid().safeParse(c.req.param('placement'));
    const subject = id.success ? await placementSubject(db, id.data) : null;
    if (subject === null) throw new NotFound('There is no such placement.');
    return subject;
  };
}

/** The placement of a request that was let in, and what its reader is in it. */
export interface AskedPlacement {
  placement: Placement;
  part: PlacementPart;
  role: Role;
}

/** The placement that the scope is about, with the reader's part. Throws NotFound when it shows itself to them no longer. */
export async function placementAskedFor(
  c: Context,
  db: Kysely<Database>,
  scope: PlacementScope,
): Promise<AskedPlacement> {
  const placement = await placementOf(db, scope);
  const person = c.get('person') ?? null;
  const part = scope.subject.kind === 'placement' ? partIn(scope.subject, person) : null;
  if (placement === null || part === null || person?.acting == null)
    throw new NotFound('There is no such placement that you take part in.');
  return { placement, part, role: person.acting.role };
}

/** The kind of help and the field of a placement in words, under the policies of today. */
export function helpWords({ supportType, support }: Placement): { type: string; support: string } {
  const today = londonIsoDay(new Date());
  return {
    type: supportTypeLabel(policyAsAt(supportTypesKind, today), supportType),
    support: supportWords(policyAsAt(supportPolicyKind, today), support),
  };
}
