import type { Kysely } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import type { Database } from '../../../db/schema.ts';
import type { TrainingForm } from '../../schema/delivery/forms.ts';
import { inWork, type Recorded } from './in-work.ts';

type PlanScope = Scope<'placement.plan-work'>;

export interface TrainingInput extends TrainingForm {
  heldOn: string;
}

const columns = ({ what, forWhom, people, provider, byLeader, heldOn, halfDays, costPence }: TrainingInput) => ({
  what,
  for_whom: forWhom,
  people,
  provider,
  by_leader: byLeader,
  held_on: heldOn,
  half_days: halfDays,
  cost_pence: costPence,
});

/** Notes training that is arranged for the staff of the supported school. */
export function arrangeTraining(db: Kysely<Database>, scope: PlanScope, training: TrainingInput): Promise<Recorded> {
  return inWork<Recorded>(db, scope, async ({ transaction, belongs, tell }) => {
    // Sent twice, it is there already.
    const twin = await transaction
      .selectFrom('placement_training')
      .select('id')
      .where('placement_id', '=', belongs.placement_id)
      .where('made_by', '=', belongs.made_by)
      .where('what', '=', training.what)
      .where('held_on', '=', training.heldOn)
      .where('state', '=', 'arranged')
      .executeTakeFirst();
    if (twin !== undefined) return { ok: true, id: twin.id };
    const { id } = await transaction
      .insertInto('placement_training')
      .values({ ...belongs, ...columns(training), state_reason: null })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tell('training.arrange', id, { words: training.what });
    return { ok: true, id };
  });
}

/** Changes arranged training, from the version that the form was made from. */
export function changeTraining(
  db: Kysely<Database>,
  scope: PlanScope,
  id: string,
  version: number,
  training: TrainingInput,
): Promise<Recorded> {
  return inWork<Recorded>(db, scope, async ({ transaction, heldAt, tell }) => {
    const refused = await heldAt('placement_training', id, version);
    if (refused !== null) return refused;
    await transaction
      .updateTable('placement_training')
      .set({ ...columns(training), version: version + 1 })
      .where('id', '=', id)
      .execute();
    await tell('training.change', id, { version: version + 1, words: training.what });
    return { ok: true, id };
  });
}

/** Says that training was held, or cancels it; either can be taken back by the other while the placement is at work. */
export function setTrainingState(
  db: Kysely<Database>,
  scope: PlanScope,
  id: string,
  { version, state, reason }: { version: number; state: 'held' | 'cancelled'; reason: string | null },
): Promise<Recorded> {
  return inWork<Recorded>(db, scope, async ({ transaction, heldAt, tell }) => {
    const refused = await heldAt('placement_training', id, version);
    if (refused !== null) return refused;
    await transaction
      .updateTable('placement_training')
      .set({ state, state_reason: state === 'cancelled' ? reason : null, version: version + 1 })
      .where('id', '=', id)
      .execute();
    await tell(state === 'held' ? 'training.held' : 'training.cancel', id, { version: version + 1, words: reason });
    return { ok: true, id };
  });
}
