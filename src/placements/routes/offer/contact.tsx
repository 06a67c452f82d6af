import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import type { FormState } from '../../../need/pages/round/rounds.tsx';
import { formState } from '../../../need/routes/round/asked-for.tsx';
import { readForm } from '../../../need/schema/form-fields.ts';
import { NotFound } from '../../../web/errors.tsx';
import { formOf } from '../../../web/forgery.ts';
import { may, scopeOf } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import { noteContact } from '../../commands/offer/note-contact.ts';
import { objectTo, settleObjection } from '../../commands/offer/object.ts';
import { ContactPage } from '../../pages/offer/contact.tsx';
import { ObjectionPage } from '../../pages/offer/objection.tsx';
import { MOVE_PERMISSIONS, type PlacementScope } from '../../policy.ts';
import { answerObjection, objectToLeader } from '../../policy/offer.ts';
import { objectionsOf } from '../../queries/offer/views.ts';
import type { PlacementEvent } from '../../rules/event.ts';
import type { OpenItem } from '../../rules/placement.ts';
import { contactForm, objectionAnswerForm, objectionForm, takeBackForm } from '../../schema/offer/offer-forms.ts';
import { placementAskedFor, placementSubjectOf } from '../asked-for.tsx';
import { linksOf, today } from './asked-for.tsx';
import { dayTyped } from './form-day.tsx';
import { offersPage } from './offers.tsx';

const PLACEMENT = '/placements/:placement';
const CONTACT = `${PLACEMENT}/moves/note-contact`;
const OBJECTION = `${PLACEMENT}/objection`;
const contactPermission = MOVE_PERMISSIONS['note-contact'];

/** A leader is found: the head of the supported school may object, and the first contact is noted. */
export function contactRoutes({ db }: { db: Kysely<Database> }): Hono {
  const subject = placementSubjectOf(db);
  return new Hono()
    .get(CONTACT, may(contactPermission, subject), (c) => contactPage(c, db, scopeOf(c, contactPermission)))
    .post(CONTACT, may(contactPermission, subject), async (c) => {
      const scope = scopeOf(c, contactPermission);
      const form = await formOf(c);
      const on = dayTyped(form, 'on', { name: 'the day of the first contact', when: 'today or past', today: today() });
      const read = readForm(contactForm, form, on.errors);
      if (!read.ok) return contactPage(c, db, scope, { form: formState(form, read.errors), status: 400 });
      const noted = await noteContact(db, scope, { ...read.value, on: on.day! });
      if (noted.ok) return c.redirect(paths.placement(noted.placement.id, { done: 'moved' }), 303);
      if ('now' in noted && noted.now.state !== 'accepted')
        return c.redirect(paths.placement(noted.now.id, { done: 'already' }), 303);
      const open = noted.reason === 'open items' ? noted.items : [];
      const since = noted.reason === 'changed meanwhile' ? noted.since : [];
      return contactPage(c, db, scope, { form: formState(form), open, since, status: 409 });
    })
    .get(OBJECTION, may(objectToLeader, subject), (c) => objectionPage(c, db, scopeOf(c, objectToLeader)))
    .post(OBJECTION, may(objectToLeader, subject), async (c) => {
      const scope = scopeOf(c, objectToLeader);
      const form = await formOf(c);
      const read = readForm(objectionForm, form);
      if (!read.ok) return objectionPage(c, db, scope, { form: formState(form, read.errors), status: 400 });
      const done = await objectTo(db, scope, read.value.why, linksOf(c));
      return c.redirect(paths.objection(c.req.param('placement'), { done: done.ok ? 'sent' : 'already' }), 303);
    })
    .post(`${OBJECTION}/take-back`, may(objectToLeader, subject), async (c) => {
      const scope = scopeOf(c, objectToLeader);
      const form = await formOf(c);
      const read = readForm(takeBackForm, form);
      if (!read.ok) return objectionPage(c, db, scope, { form: formState(form, read.errors), status: 400 });
      const { version, words } = read.value;
      const done = await settleObjection(db, scope, { version, words, outcome: 'taken back' });
      return c.redirect(paths.objection(c.req.param('placement'), done.ok ? { done: 'taken-back' } : {}), 303);
    })
    .post(`${OBJECTION}/answer`, may(answerObjection, subject), async (c) => {
      const scope = scopeOf(c, answerObjection);
      const form = await formOf(c);
      const read = readForm(objectionAnswerForm, form);
      if (!read.ok) return offersPage(c, db, scope, { form: formState(form, read.errors), status: 400 });
      const done = await settleObjection(db, scope, read.value);
      if (!done.ok && done.reason === 'changed meanwhile')
        return offersPage(c, db, scope, {
          form: formState(form, { outcome: 'Somebody changed the placement meanwhile: look at it as it stands now' }),
          status: 409,
        });
      const said = done.ok ? 'objection-answered' : 'objection-over';
      return c.redirect(paths.placementPage(c.req.param('placement'), 'offers', { done: said }), 303);
    });
}

interface Shown {
  form?: FormState;
  status?: 200 | 400 | 409;
}

async function contactPage(
  c: Context,
  db: Kysely<Database>,
  scope: PlacementScope,
  {
    form = formState(),
    status = 200,
    open = [],
    since = [],
  }: Shown & { open?: readonly OpenItem[]; since?: readonly PlacementEvent[] } = {},
) {
  const { placement, part } = await placementAskedFor(c, db, scope);
  if (placement.state !== 'accepted')
    throw new NotFound('The first contact is noted once a leader is found, and once.');
  return page(
    c,
    <ContactPage placement={placement} part={part} today={today()} open={open} since={since} form={form} />,
    status,
  );
}

const DONE: Readonly<Record<string, string>> = {
  sent: 'Your objection is sent to the service.',
  'taken-back': 'Your objection is taken back.',
  already: 'Nothing was sent: an objection stands already, or the first contact is made.',
};

async function objectionPage(
  c: Context,
  db: Kysely<Database>,
  scope: PlacementScope,
  { form = formState(), status = 200 }: Shown = {},
) {
  const { placement, part } = await placementAskedFor(c, db, scope);
  const objections = await objectionsOf(db, scope);
  const done = DONE[c.req.query('done') ?? ''] ?? null;
  return page(
    c,
    <ObjectionPage placement={placement} part={part} objections={objections} form={form} done={done} />,
    status,
  );
}
