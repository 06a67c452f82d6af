import type { Kysely } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import { readAs } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import type { Placement } from '../../rules/placement.ts';
import { placementRows, presented } from '../placement.ts';

/** The placements that a school receives and gives, as far as this person takes part in them; the newest first. */
export function placementsOfSchool(
  db: Kysely<Database>,
  scope: Scope<'placements.read-school'>,
): Promise<{ received: Placement[]; given: Placement[] }> {
  return readAs(db, scope, async (transaction) => {
    const { subject } = scope;
    if (subject.kind !== 'school') throw new Error(`${scope.verb} is about a school`);
    const rows = await placementRows(transaction)
      .where((where) => where.or([where('p.supported_urn', '=', subject.urn), where('p.home_urn', '=', subject.urn)]))
      .orderBy('p.made_at', 'desc')
      .orderBy('p.id')
      .execute();
    const placements = rows.map(presented);
    return {
      received: placements.filter(({ supported }) => supported.urn === subject.urn),
      given: placements.filter(({ home }) => home?.urn === subject.urn),
    };
  });
}
