import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import { formOf } from '../../../web/forgery.ts';
import { may, scopeOf } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import { arrangeTraining, changeTraining, setTrainingState } from '../../commands/delivery/training.ts';
import type { WorkForm } from '../../pages/delivery/form.tsx';
import { TrainingPage } from '../../pages/delivery/training-form.tsx';
import { type PlacementScope } from '../../policy.ts';
import { planWork } from '../../policy/delivery.ts';
import { trainingOf } from '../../queries/delivery/read.ts';
import type { PlacementEvent } from '../../rules/event.ts';
import { readReason, readTraining, readVersion } from '../../schema/delivery/forms.ts';
import { placementSubjectOf } from '../asked-for.tsx';
import { workAskedFor } from './asked.tsx';
import { afterRefusal, EMPTY_FORM, found, readDays, recordIn, together, workForm } from './work-form.tsx';

const PLACEMENT = '/placements/:placement';
const HELD = { held: { name: 'the day on which it is held' } };

/** Training and coaching that is arranged for the staff of the supported school. */
export function trainingRoutes({ db }: { db: Kysely<Database> }): Hono {
  const subject = placementSubjectOf(db);
  const toPlan = async (c: Context, scope: PlacementScope) => {
    const { placement } = await workAskedFor(c, db, scope);
    return c.redirect(paths.placementPage(placement.id, 'plan', { done: 'training' }), 303);
  };
  return new Hono()
    .get(`${PLACEMENT}/new-training`, may(planWork, subject), (c) => trainingPage(c, db, scopeOf(c, planWork), null))
    .post(`${PLACEMENT}/new-training`, may(planWork, subject), async (c) => {
      const scope = scopeOf(c, planWork);
      const form = await formOf(c);
      const both = together(form, readTraining(form), readDays(form, HELD));
      if (!both.ok) return trainingPage(c, db, scope, null, { form: both.form, status: 400 });
      const result = await arrangeTraining(db, scope, { ...both.value, heldOn: both.days.held! });
      return result.ok ? toPlan(c, scope) : trainingPage(c, db, scope, null, afterRefusal(form, result));
    })
    .get(`${PLACEMENT}/training/:training`, may(planWork, subject), (c) =>
      trainingPage(c, db, scopeOf(c, planWork), recordIn(c, 'training')),
    )
    .post(`${PLACEMENT}/training/:training`, may(planWork, subject), async (c) => {
      const scope = scopeOf(c, planWork);
      const id = recordIn(c, 'training');
      found(await trainingOf(db, scope, id));
      const form = await formOf(c);
      const at = readVersion(form);
      const read = readTraining(form);
      const both = together(form, at.ok ? read : at, readDays(form, HELD));
      if (!both.ok || !read.ok || !at.ok)
        return trainingPage(c, db, scope, id, { form: both.ok ? workForm(form) : both.form, status: 400 });
      const result = await changeTraining(db, scope, id, at.value.version, { ...read.value, heldOn: both.days.held! });
      return result.ok ? toPlan(c, scope) : trainingPage(c, db, scope, id, afterRefusal(form, result));
    })
    .post(`${PLACEMENT}/training/:training/held`, may(planWork, subject), async (c) => {
      const scope = scopeOf(c, planWork);
      const id = recordIn(c, 'training');
      found(await trainingOf(db, scope, id));
      const form = await formOf(c);
      const read = readVersion(form);
      if (!read.ok)
        return trainingPage(c, db, scope, id, {
          form: workForm(form, { 'main-content': read.errors.version ?? '' }),
          status: 400,
        });
      const result = await setTrainingState(db, scope, id, { ...read.value, state: 'held', reason: null });
      return result.ok ? toPlan(c, scope) : trainingPage(c, db, scope, id, afterRefusal(form, result));
    })
    .post(`${PLACEMENT}/training/:training/cancel`, may(planWork, subject), async (c) => {
      const scope = scopeOf(c, planWork);
      const id = recordIn(c, 'training');
      found(await trainingOf(db, scope, id));
      const form = await formOf(c);
      const read = readReason(form);
      if (!read.ok)
        return trainingPage(c, db, scope, id, { form: workForm(form, read.errors), status: 400, sent: 'cancel' });
      const result = await setTrainingState(db, scope, id, { ...read.value, state: 'cancelled' });
      return result.ok
        ? toPlan(c, scope)
        : trainingPage(c, db, scope, id, { ...afterRefusal(form, result), sent: 'cancel' });
    });
}

interface Shown {
  form?: WorkForm;
  since?: readonly PlacementEvent[];
  status?: 200 | 400 | 409;
  sent?: 'content' | 'cancel';
}

async function trainingPage(
  c: Context,
  db: Kysely<Database>,
  scope: PlacementScope,
  id: string | null,
  { form = EMPTY_FORM, since = [], status = 200, sent = 'content' }: Shown = {},
) {
  const { placement, part } = await workAskedFor(c, db, scope);
  const record = id === null ? null : found(await trainingOf(db, scope, id));
  return page(
    c,
    <TrainingPage
      placement={placement}
      part={part}
      training={record?.training ?? null}
      events={record?.events ?? []}
      form={form}
      since={since}
      sent={sent}
    />,
    status,
  );
}
