import type { Kysely } from 'kysely';
import type { Scope } from '../../../access/scope.ts';
import type { Database } from '../../../db/schema.ts';
import { visitDays, type VisitState } from '../../rules/delivery/visit.ts';
import type { SchoolPartForm, VisitForm, VisitTold } from '../../schema/delivery/forms.ts';
import { inWork, type Recorded, type Refused } from './in-work.ts';

type PlanScope = Scope<'placement.plan-work'>;

/** A visit as a form says it; `noteDueOn` is worked out from its last day and the policy. */
export interface VisitInput extends VisitForm {
  startsOn: string;
  endsOn: string;
  noteDueOn: string;
}

const columns = ({ startsOn, endsOn, noteDueOn, halfDays, place, purpose }: VisitInput) => ({
  starts_on: startsOn,
  ends_on: endsOn,
  note_due_on: noteDueOn,
  half_days: halfDays,
  place,
  purpose,
});

/** Plans a visit. */
export function planVisit(db: Kysely<Database>, scope: PlanScope, visit: VisitInput): Promise<Recorded> {
  return inWork<Recorded>(db, scope, async ({ transaction, belongs, tell }) => {
    // Sent twice, it is there already.
    const twin = await transaction
      .selectFrom('placement_visit')
      .select('id')
      .where('placement_id', '=', belongs.placement_id)
      .where('made_by', '=', belongs.made_by)
      .where('starts_on', '=', visit.startsOn)
      .where('purpose', '=', visit.purpose)
      .where('state', '=', 'planned')
      .executeTakeFirst();
    if (twin !== undefined) return { ok: true, id: twin.id };
    const { id } = await transaction
      .insertInto('placement_visit')
      .values({ ...belongs, ...columns(visit), state_reason: null })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tell('visit.plan', id, { words: visitDays(visit) });
    return { ok: true, id };
  });
}

/** Changes a planned visit: another day, another place; why is told to all who work together. */
export function moveVisit(
  db: Kysely<Database>,
  scope: PlanScope,
  id: string,
  visit: VisitInput & { version: number; reason: string },
): Promise<Recorded> {
  return inWork<Recorded>(db, scope, async ({ transaction, belongs, heldAt, tell }) => {
    const { version, reason } = visit;
    const refused = await heldAt('placement_visit', id, version);
    if (refused !== null) return refused;
    const before = await transaction
      .selectFrom('placement_visit')
      .select(['starts_on as startsOn', 'ends_on as endsOn', 'state'])
      .where('id', '=', id)
      .where('placement_id', '=', belongs.placement_id)
      .executeTakeFirstOrThrow();
    if (before.state !== 'planned')
      return { ok: false, reason: 'not now', words: 'Only a visit that is planned can be changed.' };
    await transaction
      .updateTable('placement_visit')
      .set({ ...columns(visit), version: version + 1 })
      .where('id', '=', id)
      .execute();
    const days = `${visitDays(before)}, now ${visitDays(visit)}: ${reason}`;
    await tell('visit.move', id, { version: version + 1, words: days.slice(0, 2000) });
    return { ok: true, id };
  });
}

const DEEDS: Readonly<Record<VisitState, string>> = {
  planned: 'visit.undo',
  cancelled: 'visit.cancel',
  held: 'visit.held',
  'not held': 'visit.not-held',
};

/** Cancels a visit that was planned, or takes back what was said of one while no note of it was sent. */
export function setVisitState(
  db: Kysely<Database>,
  scope: PlanScope,
  id: string,
  to: { version: number; state: 'cancelled' | 'planned'; reason: string },
): Promise<Recorded> {
  return inWork<Recorded>(db, scope, async (work) => {
    const { transaction, heldAt } = work;
    const refused = await heldAt('placement_visit', id, to.version);
    if (refused !== null) return refused;
    const { state } = await transaction
      .selectFrom('placement_visit')
      .select('state')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    if (to.state === 'cancelled' && state !== 'planned')
      return { ok: false, reason: 'not now', words: 'Only a visit that is planned can be cancelled.' };
    if (to.state === 'planned') {
      const note = await transaction
        .selectFrom('placement_note')
        .select('id')
        .where('visit_id', '=', id)
        .where('state', '=', 'sent')
        .executeTakeFirst();
      if (note !== undefined)
        return { ok: false, reason: 'not now', words: 'A note of this visit was sent: it was held.' };
      if (state === 'planned') return { ok: false, reason: 'not now', words: 'This visit is planned.' };
    }
    return stateWritten(work, id, to);
  });
}

/** Says of past visits whether they were held. All that was answered is written, or nothing; an answer that stands already is passed over. */
export function tellVisits(
  db: Kysely<Database>,
  scope: PlanScope,
  told: readonly VisitTold[],
  today: string,
): Promise<{ ok: true; told: number } | Refused> {
  return inWork<{ ok: true; told: number } | Refused>(
    db,
    scope,
    async (work) => {
      const due: VisitTold[] = [];
      // In one order for everybody, so that two who answer at once do not wait for each other.
      for (const answer of told.toSorted((a, b) => a.id.localeCompare(b.id))) {
        const row = await work.transaction
          .selectFrom('placement_visit')
          .select(['state', 'ends_on'])
          .where('id', '=', answer.id)
          .where('placement_id', '=', work.placement.id)
          .forUpdate()
          .executeTakeFirst();
        if (row === undefined) return { ok: false, reason: 'no such record' };
        if (row.state === (answer.held ? 'held' : 'not held')) continue;
        const refused = await work.heldAt('placement_visit', answer.id, answer.version);
        if (refused !== null) return refused;
        if (row.state !== 'planned' || row.ends_on > today)
          return { ok: false, reason: 'not now', words: 'Only a planned visit whose day has come can be told of.' };
        due.push(answer);
      }
      for (const { id, version, held, reason } of due)
        await stateWritten(work, id, { version, state: held ? 'held' : 'not held', reason });
      return { ok: true, told: due.length };
    },
    (result) => ({ visits: result.told }),
  );
}

async function stateWritten(
  { transaction, tell }: Parameters<Parameters<typeof inWork>[2]>[0],
  id: string,
  { version, state, reason }: { version: number; state: VisitState; reason: string | null },
): Promise<{ ok: true; id: string }> {
  await transaction
    .updateTable('placement_visit')
    .set({
      state,
      state_reason: state === 'cancelled' || state === 'not held' ? reason : null,
      version: version + 1,
    })
    .where('id', '=', id)
    .execute();
  await tell(DEEDS[state], id, { version: version + 1, words: reason });
  return { ok: true, id };
}

/** Writes the school's part of a visit; the newest counts. It is taken until the note of the visit is sent. */
export function saySchoolPart(
  db: Kysely<Database>,
  scope: Scope<'placement.say-school-part'>,
  visitId: string,
  { sinceLast, selfEvaluation, lookAt }: SchoolPartForm,
): Promise<Recorded> {
  return inWork<Recorded>(db, scope, async ({ transaction, belongs, tell }) => {
    const visit = await transaction
      .selectFrom('placement_visit as v')
      .select((q) => [
        'v.state',
        q
          .exists(
            q
              .selectFrom('placement_note as n')
              .select('n.id')
              .whereRef('n.visit_id', '=', 'v.id')
              .where('n.state', '=', 'sent'),
          )
          .as('noted'),
      ])
      .where('v.id', '=', visitId)
      .where('v.placement_id', '=', belongs.placement_id)
      .executeTakeFirst();
    if (visit === undefined) return { ok: false, reason: 'no such record' };
    if (visit.noted || visit.state === 'cancelled' || visit.state === 'not held')
      return {
        ok: false,
        reason: 'not now',
        words: 'The school’s part is written before the note of the visit is sent.',
      };
    const { id } = await transaction
      .insertInto('placement_school_part')
      .values({
        ...belongs,
        visit_id: visitId,
        since_last: sinceLast,
        self_evaluation: selfEvaluation,
        look_at: lookAt === '' ? null : lookAt,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tell('visit.school-part', visitId);
    return { ok: true, id };
  });
}
