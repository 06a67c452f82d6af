import type { Kysely } from 'kysely';
import { memberOf } from '../../../access/on-school.ts';
import type { Scope } from '../../../access/scope.ts';
import { writeAs, type Written } from '../../../access/scoped.ts';
import type { Database } from '../../../db/schema.ts';
import type { bringToPool } from '../../policy.ts';
import { pooledRounds } from '../../queries/approval/pool.ts';
import { packInputs, type RoundInputs } from '../../rules/round/inputs.ts';

export type Brought = { ok: true; needs: number; leaders: number } | { ok: false; reason: 'no such round' };

/**
 * Brings a service's needs and leaders, as it reads them now, into a round that it joined. What it brought before stays in the record
 * and counts no longer. Leaders of its own carry its id, so that budgets and fairness know them.
 */
export function bring(
  db: Kysely<Database>,
  scope: Scope<typeof bringToPool.verb>,
  roundId: string,
  inputs: RoundInputs,
): Promise<Brought> {
  const { organisation, person, role } = memberOf(scope);
  return writeAs(db, scope, async (transaction): Promise<Written<Brought>> => {
    const round = (await pooledRounds(transaction)).find(({ id, state }) => id === roundId && state === 'joined');
    if (round === undefined) {
      const reason = 'no such round';
      return { result: { ok: false, reason }, outcome: 'failed', detail: { round: roundId, reason } };
    }
    const [needs, leaders] = [
      inputs.needs.length,
      inputs.leaders.filter(({ organisationId }) => organisationId === organisation.id).length,
    ];
    await transaction
      .insertInto('planning_contribution')
      .values({
        round_id: roundId,
        organisation_id: round.organisationId,
        partner_id: organisation.id,
        content: JSON.stringify(packInputs(inputs)),
        needs,
        leaders,
        brought_by: person,
        brought_in_role: role,
      })
      .execute();
    return { result: { ok: true, needs, leaders }, detail: { round: roundId, needs, leaders } };
  });
}
