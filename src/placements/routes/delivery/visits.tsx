import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import { dueAfter } from '../../../calendar/due-after.ts';
import type { Database } from '../../../db/schema.ts';
import { englandHolidays } from '../../../england-calendar.ts';
import { formOf } from '../../../web/forgery.ts';
import type { DateError } from '../../../web/form-date.ts';
import { may, scopeOf } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import {
  moveVisit,
  planVisit,
  saySchoolPart as saySchoolPartCommand,
  setVisitState,
  tellVisits,
} from '../../commands/delivery/visits.ts';
import type { WorkForm } from '../../pages/delivery/form.tsx';
import { VisitFormPage, VisitReasonPage, SchoolPartPage } from '../../pages/delivery/visit-form.tsx';
import { VisitsPage } from '../../pages/delivery/visits.tsx';
import { type PlacementScope } from '../../policy.ts';
import { planWork, readWork, saySchoolPart } from '../../policy/delivery.ts';
import { visitOf, visitsOf } from '../../queries/delivery/read.ts';
import { isUntold } from '../../rules/delivery/visit.ts';
import type { PlacementEvent } from '../../rules/event.ts';
import { readReason, readSchoolPart, readTold, readVisit } from '../../schema/delivery/forms.ts';
import { placementSubjectOf } from '../asked-for.tsx';
import { rulesOfToday, workAskedFor } from './asked.tsx';
import { afterRefusal, EMPTY_FORM, found, readDays, recordIn, together, workForm } from './work-form.tsx';

const PLACEMENT = '/placements/:placement';

const DONE: Readonly<Record<string, string>> = {
  planned: 'The visit is planned.',
  told: 'Saved. What you did not answer is as it was.',
  changed: 'The visit is changed.',
};

interface Shown {
  form?: WorkForm;
  since?: readonly PlacementEvent[];
  status?: 200 | 400 | 409;
}

/** Visits: planned, moved, cancelled, told of, and what the school says before. */
export function visitRoutes({ db }: { db: Kysely<Database> }): Hono {
  const subject = placementSubjectOf(db);
  const routes = new Hono()
    .get(`${PLACEMENT}/visits`, may(readWork, subject), (c) => visitsPage(c, db, scopeOf(c, readWork)))
    .post(`${PLACEMENT}/visits`, may(planWork, subject), async (c) => {
      const scope = scopeOf(c, planWork);
      const form = await formOf(c);
      const { today } = rulesOfToday();
      const { visits } = await visitsOf(db, scope);
      // Also those that somebody told of meanwhile: the command says what became of them.
      const sent = visits.filter((visit) => isUntold(visit, today) || `held-${visit.id}` in form);
      const read = readTold(
        form,
        sent.map(({ id }) => id),
      );
      if (!read.ok) return visitsPage(c, db, scope, { form: workForm(form, read.errors), status: 400 });
      const result = await tellVisits(db, scope, read.value, today);
      if (!result.ok) return visitsPage(c, db, scope, afterRefusal(form, result));
      const { placement } = await workAskedFor(c, db, scope);
      return c.redirect(paths.placementPage(placement.id, 'visits', { done: 'told' }), 303);
    })
    .get(`${PLACEMENT}/new-visit`, may(planWork, subject), (c) => visitForm(c, db, scopeOf(c, planWork), null))
    .post(`${PLACEMENT}/new-visit`, may(planWork, subject), async (c) => {
      const scope = scopeOf(c, planWork);
      const form = await formOf(c);
      const both = together(form, readVisit(form), daysOfVisit(form));
      if (!both.ok) return visitForm(c, db, scope, null, { form: both.form, status: 400 });
      const result = await planVisit(db, scope, { ...both.value, ...both.days });
      if (!result.ok) return visitForm(c, db, scope, null, afterRefusal(form, result));
      const { placement } = await workAskedFor(c, db, scope);
      return c.redirect(paths.placementPage(placement.id, 'visits', { done: 'planned' }), 303);
    })
    .get(`${PLACEMENT}/visits/:visit/change`, may(planWork, subject), (c) =>
      visitForm(c, db, scopeOf(c, planWork), recordIn(c, 'visit')),
    )
    .post(`${PLACEMENT}/visits/:visit/change`, may(planWork, subject), async (c) => {
      const scope = scopeOf(c, planWork);
      const id = recordIn(c, 'visit');
      found(await visitOf(db, scope, id));
      const form = await formOf(c);
      const [read, why, days] = [readVisit(form), readReason(form), daysOfVisit(form)];
      if (!read.ok || !why.ok || Object.keys(days.errors).length > 0) {
        const errors = { ...(read.ok ? {} : read.errors), ...(why.ok ? {} : why.errors) };
        return visitForm(c, db, scope, id, { form: workForm(form, errors, days.errors), status: 400 });
      }
      const result = await moveVisit(db, scope, id, { ...read.value, ...why.value, ...days.days });
      if (!result.ok) return visitForm(c, db, scope, id, afterRefusal(form, result));
      const { placement } = await workAskedFor(c, db, scope);
      return c.redirect(paths.placementPage(placement.id, 'visits', { done: 'changed' }), 303);
    })
    .get(`${PLACEMENT}/visits/:visit/school-part`, may(saySchoolPart, subject), (c) =>
      schoolPartPage(c, db, scopeOf(c, saySchoolPart)),
    )
    .post(`${PLACEMENT}/visits/:visit/school-part`, may(saySchoolPart, subject), async (c) => {
      const scope = scopeOf(c, saySchoolPart);
      const id = recordIn(c, 'visit');
      found(await visitOf(db, scope, id));
      const form = await formOf(c);
      const read = readSchoolPart(form);
      if (!read.ok) return schoolPartPage(c, db, scope, { form: workForm(form, read.errors), status: 400 });
      const result = await saySchoolPartCommand(db, scope, id, read.value);
      if (!result.ok) return schoolPartPage(c, db, scope, afterRefusal(form, result));
      const { placement } = await workAskedFor(c, db, scope);
      return c.redirect(paths.placementRecord(placement.id, 'visits', id, undefined, { done: 'part' }), 303);
    });
  for (const deed of ['cancel', 'undo'] as const) {
    const path = `${PLACEMENT}/visits/:visit/${deed}`;
    routes
      .get(path, may(planWork, subject), (c) => reasonPage(c, db, scopeOf(c, planWork), deed))
      .post(path, may(planWork, subject), async (c) => {
        const scope = scopeOf(c, planWork);
        const id = recordIn(c, 'visit');
        found(await visitOf(db, scope, id));
        const form = await formOf(c);
        const read = readReason(form);
        if (!read.ok) return reasonPage(c, db, scope, deed, { form: workForm(form, read.errors), status: 400 });
        const state = deed === 'cancel' ? 'cancelled' : 'planned';
        const result = await setVisitState(db, scope, id, { ...read.value, state });
        if (!result.ok) return reasonPage(c, db, scope, deed, afterRefusal(form, result));
        const { placement } = await workAskedFor(c, db, scope);
        return c.redirect(paths.placementPage(placement.id, 'visits', { done: 'changed' }), 303);
      });
  }
  return routes;
}

/** The days of a visit; its end is its start where none is given, and never before it. The note is due so many days after it as the policy says. */
function daysOfVisit(form: Record<string, unknown>) {
  const { days, errors } = readDays(form, {
    starts: { name: 'the day of the visit' },
    ends: { name: 'the last day of the visit', required: false },
  });
  const startsOn = days.starts ?? '';
  const endsOn = days.ends ?? startsOn;
  const { today, policy } = rulesOfToday();
  const before: Record<string, DateError> =
    Object.keys(errors).length === 0 && endsOn < startsOn
      ? {
          ends: {
            fault: 'wrong side',
            text: 'The last day of the visit must be the first or after it',
            href: '#ends-day',
            parts: ['day', 'month', 'year'],
          },
        }
      : {};
  const noteDueOn = endsOn === '' ? '' : dueAfter(endsOn, policy.noteWithin, englandHolidays(today));
  return { days: { startsOn, endsOn, noteDueOn }, errors: { ...errors, ...before } };
}

async function visitsPage(
  c: Context,
  db: Kysely<Database>,
  scope: PlacementScope,
  { form = EMPTY_FORM, since = [], status = 200 }: Shown = {},
) {
  const { placement, part, mayDo } = await workAskedFor(c, db, scope);
  const { visits, said } = await visitsOf(db, scope);
  return page(
    c,
    <VisitsPage
      placement={placement}
      part={part}
      visits={visits}
      said={said}
      plans={mayDo(planWork)}
      form={form}
      since={since}
      today={rulesOfToday().today}
      done={DONE[c.req.query('done') ?? ''] ?? null}
    />,
    status,
  );
}

async function visitForm(
  c: Context,
  db: Kysely<Database>,
  scope: PlacementScope,
  id: string | null,
  { form = EMPTY_FORM, since = [], status = 200 }: Shown = {},
) {
  const { placement, part } = await workAskedFor(c, db, scope);
  const visit = id === null ? null : found(await visitOf(db, scope, id)).visit;
  return page(c, <VisitFormPage placement={placement} part={part} visit={visit} form={form} since={since} />, status);
}

async function reasonPage(
  c: Context,
  db: Kysely<Database>,
  scope: PlacementScope,
  deed: 'cancel' | 'undo',
  { form = EMPTY_FORM, since = [], status = 200 }: Shown = {},
) {
  const { placement, part } = await workAskedFor(c, db, scope);
  const { visit } = found(await visitOf(db, scope, recordIn(c, 'visit')));
  return page(
    c,
    <VisitReasonPage placement={placement} part={part} visit={visit} deed={deed} form={form} since={since} />,
    status,
  );
}

async function schoolPartPage(
  c: Context,
  db: Kysely<Database>,
  scope: PlacementScope,
  { form = EMPTY_FORM, status = 200 }: Shown = {},
) {
  const { placement, part } = await workAskedFor(c, db, scope);
  const { visit, schoolPart } = found(await visitOf(db, scope, recordIn(c, 'visit')));
  return page(
    c,
    <SchoolPartPage placement={placement} part={part} visit={visit} before={schoolPart} form={form} />,
    status,
  );
}
