import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import { formOf } from '../../../web/forgery.ts';
import { may, scopeOf } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import { addAction, changeAction, setActionState } from '../../commands/delivery/actions.ts';
import { disagreeWith, enterProgress } from '../../commands/delivery/progress.ts';
import { ActionPage } from '../../pages/delivery/action-form.tsx';
import type { WorkForm } from '../../pages/delivery/form.tsx';
import { PlanPage } from '../../pages/delivery/plan.tsx';
import { DisagreePage, ProgressFormPage } from '../../pages/delivery/progress-form.tsx';
import { type PlacementScope } from '../../policy.ts';
import { disagree, planWork, readWork, recordProgress } from '../../policy/delivery.ts';
import { objectivesOf } from '../../queries/delivery/objectives.ts';
import { actionOf, planOf, progressOf } from '../../queries/delivery/read.ts';
import type { PlacementEvent } from '../../rules/event.ts';
import { readAction, readActionState, readProgress, readVersion, readWords } from '../../schema/delivery/forms.ts';
import { placementSubjectOf } from '../asked-for.tsx';
import { rulesOfToday, workAskedFor } from './asked.tsx';
import { afterRefusal, EMPTY_FORM, found, readDays, recordIn, together, workForm } from './work-form.tsx';

const PLACEMENT = '/placements/:placement';

const DONE: Readonly<Record<string, string>> = {
  action: 'The action is in the plan.',
  changed: 'Saved.',
  progress: 'It is entered.',
  disagreed: 'What you say stands beside the entry.',
  training: 'The training is noted.',
};

interface Shown {
  form?: WorkForm;
  since?: readonly PlacementEvent[];
  status?: 200 | 400 | 409;
}

const DUE = { name: 'the day by which it is done' };

/** The action plan of a placement and its progress. */
export function planRoutes({ db }: { db: Kysely<Database> }): Hono {
  const subject = placementSubjectOf(db);
  return new Hono()
    .get(`${PLACEMENT}/plan`, may(readWork, subject), async (c) => {
      const scope = scopeOf(c, readWork);
      const { placement, part, mayDo, personId } = await workAskedFor(c, db, scope);
      const plan = await planOf(db, scope);
      return page(
        c,
        <PlanPage
          {...plan}
          {...rulesOfToday()}
          placement={placement}
          part={part}
          objectives={await objectivesOf(db, scope, placement)}
          records={mayDo(planWork)}
          disagreesAs={mayDo(disagree) ? personId : null}
          done={DONE[c.req.query('done') ?? ''] ?? null}
        />,
      );
    })
    .get(`${PLACEMENT}/new-action`, may(planWork, subject), (c) => actionPage(c, db, scopeOf(c, planWork), null))
    .post(`${PLACEMENT}/new-action`, may(planWork, subject), async (c) => {
      const scope = scopeOf(c, planWork);
      const form = await formOf(c);
      const { placement } = await workAskedFor(c, db, scope);
      const objectives = await objectivesOf(db, scope, placement);
      const read = readAction(
        form,
        objectives.map(({ key }) => key),
      );
      const both = together(form, read, readDays(form, { due: DUE }));
      if (!both.ok) return actionPage(c, db, scope, null, { form: both.form, status: 400 });
      const objective = objectives.find(({ key }) => key === both.value.objective)!;
      const result = await addAction(db, scope, { ...both.value, objective, dueOn: both.days.due! });
      if (result.ok) return c.redirect(paths.placementPage(placement.id, 'plan', { done: 'action' }), 303);
      return actionPage(c, db, scope, null, afterRefusal(form, result));
    })
    .get(`${PLACEMENT}/actions/:action`, may(planWork, subject), (c) =>
      actionPage(c, db, scopeOf(c, planWork), recordIn(c, 'action')),
    )
    .post(`${PLACEMENT}/actions/:action`, may(planWork, subject), async (c) => {
      const scope = scopeOf(c, planWork);
      const id = recordIn(c, 'action');
      found(await actionOf(db, scope, id));
      const form = await formOf(c);
      const { placement } = await workAskedFor(c, db, scope);
      const objectives = await objectivesOf(db, scope, placement);
      const read = readAction(
        form,
        objectives.map(({ key }) => key),
      );
      const at = readVersion(form);
      const both = together(form, at.ok ? read : at, readDays(form, { due: DUE }));
      if (!both.ok || !read.ok || !at.ok)
        return actionPage(c, db, scope, id, { form: both.ok ? workForm(form) : both.form, status: 400 });
      const objective = objectives.find(({ key }) => key === read.value.objective)!;
      const result = await changeAction(db, scope, id, at.value.version, {
        ...read.value,
        objective,
        dueOn: both.days.due!,
      });
      if (result.ok) return c.redirect(paths.placementPage(placement.id, 'plan', { done: 'changed' }), 303);
      return actionPage(c, db, scope, id, afterRefusal(form, result));
    })
    .post(`${PLACEMENT}/actions/:action/state`, may(planWork, subject), async (c) => {
      const scope = scopeOf(c, planWork);
      const id = recordIn(c, 'action');
      found(await actionOf(db, scope, id));
      const form = await formOf(c);
      const read = readActionState(form);
      if (!read.ok) return actionPage(c, db, scope, id, { form: workForm(form, read.errors), status: 400 }, 'state');
      const result = await setActionState(db, scope, id, read.value);
      if (result.ok)
        return c.redirect(
          paths.placementPage((await workAskedFor(c, db, scope)).placement.id, 'plan', { done: 'changed' }),
          303,
        );
      return actionPage(c, db, scope, id, afterRefusal(form, result), 'state');
    })
    .get(`${PLACEMENT}/new-progress`, may(recordProgress, subject), (c) =>
      progressPage(c, db, scopeOf(c, recordProgress)),
    )
    .post(`${PLACEMENT}/new-progress`, may(recordProgress, subject), async (c) => {
      const scope = scopeOf(c, recordProgress);
      const form = await formOf(c);
      const { placement } = await workAskedFor(c, db, scope);
      const { today, policy } = rulesOfToday();
      const objectives = await objectivesOf(db, scope, placement);
      const read = readProgress(
        form,
        objectives.map(({ key }) => key),
      );
      const asked = { on: { name: 'the day on which it was seen', when: 'today or past', today } } as const;
      const both = together(form, read, readDays(form, asked));
      if (!both.ok) return progressPage(c, db, scope, { form: both.form, status: 400 });
      const objective = objectives.find(({ key }) => key === both.value.objective)!;
      const result = await enterProgress(db, scope, {
        ...both.value,
        objective,
        seenOn: both.days.on!,
        policyId: policy.id,
      });
      if (result.ok) return c.redirect(paths.placementPage(placement.id, 'plan', { done: 'progress' }), 303);
      return progressPage(c, db, scope, afterRefusal(form, result));
    })
    .get(`${PLACEMENT}/progress/:progress/disagree`, may(disagree, subject), (c) =>
      disagreePage(c, db, scopeOf(c, disagree)),
    )
    .post(`${PLACEMENT}/progress/:progress/disagree`, may(disagree, subject), async (c) => {
      const scope = scopeOf(c, disagree);
      const id = recordIn(c, 'progress');
      found(await progressOf(db, scope, id));
      const form = await formOf(c);
      const read = readWords(form, 'Enter how you see it, and why');
      if (!read.ok) return disagreePage(c, db, scope, { form: workForm(form, read.errors), status: 400 });
      const result = await disagreeWith(db, scope, id, read.value.words ?? '');
      if (!result.ok) return disagreePage(c, db, scope, afterRefusal(form, result));
      const { placement } = await workAskedFor(c, db, scope);
      return c.redirect(paths.placementPage(placement.id, 'plan', { done: 'disagreed' }), 303);
    });
}

async function actionPage(
  c: Context,
  db: Kysely<Database>,
  scope: PlacementScope,
  id: string | null,
  { form = EMPTY_FORM, since = [], status = 200 }: Shown = {},
  sent: 'content' | 'state' = 'content',
) {
  const { placement, part } = await workAskedFor(c, db, scope);
  const record = id === null ? null : found(await actionOf(db, scope, id));
  const objectives = await objectivesOf(db, scope, placement);
  return page(
    c,
    <ActionPage
      placement={placement}
      part={part}
      action={record?.action ?? null}
      objectives={objectives}
      form={form}
      sent={sent}
      events={record?.events ?? []}
      since={since}
    />,
    status,
  );
}

async function progressPage(
  c: Context,
  db: Kysely<Database>,
  scope: PlacementScope,
  { form = EMPTY_FORM, status = 200 }: Shown = {},
) {
  const { placement, part } = await workAskedFor(c, db, scope);
  const objectives = await objectivesOf(db, scope, placement);
  return page(
    c,
    <ProgressFormPage placement={placement} part={part} objectives={objectives} {...rulesOfToday()} form={form} />,
    status,
  );
}

async function disagreePage(
  c: Context,
  db: Kysely<Database>,
  scope: PlacementScope,
  { form = EMPTY_FORM, status = 200 }: Shown = {},
) {
  const { placement, part } = await workAskedFor(c, db, scope);
  const entry = found(await progressOf(db, scope, recordIn(c, 'progress')));
  return page(c, <DisagreePage placement={placement} part={part} entry={entry} form={form} />, status);
}
