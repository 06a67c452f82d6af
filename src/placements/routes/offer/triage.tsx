import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import type { FormState } from '../../../need/pages/round/rounds.tsx';
import { formState } from '../../../need/routes/round/asked-for.tsx';
import { formOf } from '../../../web/forgery.ts';
import { may, mayAlso, scopeOf } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import { saveTriage, WEIGHED_IN } from '../../commands/offer/save-triage.ts';
import { TriagePage } from '../../pages/offer/triage.tsx';
import { type PlacementScope } from '../../policy.ts';
import { readTriage, weighRequest } from '../../policy/offer.ts';
import { triageView } from '../../queries/offer/views.ts';
import type { PlacementEvent } from '../../rules/event.ts';
import { triageState } from '../../rules/offer/triage.ts';
import { readTriage as readTriageForm } from '../../schema/offer/triage-form.ts';
import { placementAskedFor, placementSubjectOf } from '../asked-for.tsx';

const TRIAGE = '/placements/:placement/triage';

/** A request is weighed. */
export function triageRoutes({ db }: { db: Kysely<Database> }): Hono {
  const subject = placementSubjectOf(db);
  return new Hono()
    .get(TRIAGE, may(readTriage, subject), (c) => triagePage(c, db, scopeOf(c, readTriage)))
    .post(TRIAGE, may(weighRequest, subject), async (c) => {
      const scope = scopeOf(c, weighRequest);
      const form = await formOf(c);
      const read = readTriageForm(form);
      if (!read.ok) return triagePage(c, db, scope, { form: formState(form, read.errors), status: 400 });
      const saved = await saveTriage(db, scope, read.value);
      if (saved.ok)
        return c.redirect(
          paths.placementPage(saved.placement.id, 'triage', { done: triageState(read.value).replace(' ', '-') }),
          303,
        );
      const since = saved.reason === 'changed meanwhile' ? saved.since : [];
      return triagePage(c, db, scope, { form: formState(form), since, status: 409 });
    });
}

const DONE: Readonly<Record<string, string>> = {
  complete: 'Saved: the triage is complete.',
  'in-progress': 'Saved: the triage is in progress. What is missing is listed below.',
};

async function triagePage(
  c: Context,
  db: Kysely<Database>,
  scope: PlacementScope,
  {
    form = formState(),
    since = [],
    status = 200,
  }: { form?: FormState; since?: readonly PlacementEvent[]; status?: 200 | 400 | 409 } = {},
) {
  const { placement, part } = await placementAskedFor(c, db, scope);
  const writes =
    mayAlso(c, weighRequest, await placementSubjectOf(db)(c)) !== null && WEIGHED_IN.includes(placement.state);
  return page(
    c,
    <TriagePage
      placement={placement}
      part={part}
      {...await triageView(db, scope, placement)}
      writes={writes}
      form={form}
      since={since}
      done={DONE[c.req.query('done') ?? ''] ?? null}
    />,
    status,
  );
}
