import type { Kysely } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import type { Database } from '../../../db/schema.ts';
import type { ActionState } from '../../rules/delivery/action.ts';
import type { Objective } from '../../rules/delivery/objective.ts';
import type { ActionForm } from '../../schema/delivery/forms.ts';
import { inWork, type Recorded } from './in-work.ts';

type PlanScope = Scope<'placement.plan-work'>;

/** An action as a form says it, its objective found. */
export interface ActionInput extends Omit<ActionForm, 'objective'> {
  dueOn: string;
  objective: Objective;
}

const columns = ({ what, ownerPart, ownerName, dueOn, objective, criterion }: ActionInput) => ({
  what,
  owner_part: ownerPart,
  owner_name: ownerName,
  due_on: dueOn,
  objective_key: objective.key,
  objective_title: objective.title,
  criterion,
});

/** Puts an action into the plan of a placement. */
export function addAction(db: Kysely<Database>, scope: PlanScope, action: ActionInput): Promise<Recorded> {
  return inWork<Recorded>(db, scope, async ({ transaction, belongs, tell }) => {
    // Sent twice, it is there already.
    const twin = await transaction
      .selectFrom('placement_action')
      .select('id')
      .where('placement_id', '=', belongs.placement_id)
      .where('made_by', '=', belongs.made_by)
      .where('what', '=', action.what)
      .where('due_on', '=', action.dueOn)
      .where('state', '=', 'not started')
      .executeTakeFirst();
    if (twin !== undefined) return { ok: true, id: twin.id };
    const { id } = await transaction
      .insertInto('placement_action')
      .values({ ...belongs, ...columns(action), visit_id: null, state_reason: null })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tell('action.add', id, { words: action.what });
    return { ok: true, id };
  });
}

/** Changes what an action says, from the version that the form was made from. */
export function changeAction(
  db: Kysely<Database>,
  scope: PlanScope,
  id: string,
  version: number,
  action: ActionInput,
): Promise<Recorded> {
  return inWork<Recorded>(db, scope, async ({ transaction, heldAt, tell }) => {
    const refused = await heldAt('placement_action', id, version);
    if (refused !== null) return refused;
    await transaction
      .updateTable('placement_action')
      .set({ ...columns(action), version: version + 1 })
      .where('id', '=', id)
      .execute();
    await tell('action.change', id, { version: version + 1, words: action.what });
    return { ok: true, id };
  });
}

/** Says how far an action is. What was done or dropped can be taken up again in the same way. */
export function setActionState(
  db: Kysely<Database>,
  scope: PlanScope,
  id: string,
  { version, state, reason }: { version: number; state: ActionState; reason: string | null },
): Promise<Recorded> {
  return inWork<Recorded>(db, scope, async ({ transaction, heldAt, tell }) => {
    const refused = await heldAt('placement_action', id, version);
    if (refused !== null) return refused;
    await transaction
      .updateTable('placement_action')
      .set({ state, state_reason: reason, version: version + 1 })
      .where('id', '=', id)
      .execute();
    await tell('action.state', id, {
      version: version + 1,
      words: reason === null ? state : `${state}: ${reason}`.slice(0, 2000),
    });
    return { ok: true, id };
  });
}
