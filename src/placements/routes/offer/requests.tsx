import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../../db/schema.ts';
import type { FormState } from '../../../need/pages/round/rounds.tsx';
import { formState, organisationOf, organisationSubjectOf } from '../../../need/routes/round/asked-for.tsx';
import { schoolAskedFor, schoolSubjectOf } from '../../../schools/routes/asked-for.tsx';
import { NotFound } from '../../../web/errors.tsx';
import { formOf } from '../../../web/forgery.ts';
import { may, scopeOf } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import { type Asked, askPlacement } from '../../commands/offer/ask-for-help.ts';
import { type Begun, beginPlacements } from '../../commands/offer/begin-from-round.ts';
import { FromRoundPage } from '../../pages/offer/from-round.tsx';
import { RequestPage } from '../../pages/offer/request.tsx';
import { askForHelp, askForSchool, beginFromRound } from '../../policy/offer.ts';
import { pairsToBegin } from '../../queries/offer/from-round.ts';
import { schoolsToAskFor, servicesToAsk } from '../../queries/offer/requests.ts';
import { readSchoolRequest, readServiceRequest } from '../../schema/offer/request-forms.ts';
import { helpToAskFor, linksOf, offerPolicyOfToday, today } from './asked-for.tsx';

const OF_SCHOOL = '/schools/:urn/placements/ask';
const OF_SERVICE = '/organisations/:organisation/placements/new';
const OF_ROUND = '/organisations/:organisation/placements/from-round/:round';

/** Help is asked for: by a school, by its service on somebody's behalf, or by a planning round that approved a pair. */
export function requestRoutes({ db }: { db: Kysely<Database> }): Hono {
  const ofSchool = (c: Context) => schoolSubjectOf(c, db);
  return new Hono()
    .get(OF_SCHOOL, may(askForHelp, ofSchool), (c) => schoolPage(c, db))
    .post(OF_SCHOOL, may(askForHelp, ofSchool), async (c) => {
      const scope = scopeOf(c, askForHelp);
      const { urn } = await schoolAskedFor(c, db);
      const form = await formOf(c);
      const services = await servicesToAsk(db, scope, urn);
      const read = readSchoolRequest(form, { ...choices(), services: services.map(({ id }) => id) });
      if (!read.ok) return schoolPage(c, db, { form: formState(form, read.errors) });
      const { service: organisationId, ...typed } = read.value;
      const asker = c.get('person')?.acting?.organisation.kind === 'school' ? 'school' : 'governing board';
      const links = linksOf(c);
      const asked = await askPlacement(db, scope, { urn, organisationId, asker, typed, today: today(), links });
      return asked.ok ? toPlacement(c, asked) : schoolPage(c, db, refusal(asked, form, 'service'));
    })
    .get(OF_SERVICE, may(askForSchool, organisationSubjectOf), (c) => servicePage(c, db))
    .post(OF_SERVICE, may(askForSchool, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, askForSchool);
      const form = await formOf(c);
      const read = readServiceRequest(form, choices());
      if (!read.ok) return servicePage(c, db, { form: formState(form, read.errors) });
      const { urn, asker, ...typed } = read.value;
      const organisationId = organisationOf(c).id;
      const links = linksOf(c);
      const asked = await askPlacement(db, scope, { urn, organisationId, asker, typed, today: today(), links });
      return asked.ok ? toPlacement(c, asked) : servicePage(c, db, refusal(asked, form, 'urn'));
    })
    .get(OF_ROUND, may(beginFromRound, organisationSubjectOf), (c) => roundPage(c, db, null))
    .post(OF_ROUND, may(beginFromRound, organisationSubjectOf), async (c) => {
      const form = await formOf(c);
      const pair = z.uuid().safeParse(form.pair);
      const begun = await beginPlacements(db, scopeOf(c, beginFromRound), {
        roundId: roundIn(c),
        ...(pair.success ? { pairIds: [pair.data] } : {}),
        today: today(),
        policy: offerPolicyOfToday(),
      });
      if (!begun.ok) throw new NotFound('There is no such round.');
      const [only] = [...begun.begun, ...begun.already];
      // One pair leads to its placement, sent once or twice.
      if (pair.success && only !== undefined) return c.redirect(paths.placement(only), 303);
      return roundPage(c, db, begun);
    });
}

interface Answer {
  form?: FormState;
  openAlready?: string | null;
  status?: 200 | 400 | 409;
}

function choices() {
  const { types, supports } = helpToAskFor();
  return { types: types.map(({ code }) => code), supports: supports.map(({ code }) => code) };
}

function refusal(asked: Extract<Asked, { ok: false }>, form: Record<string, unknown>, field: string): Answer {
  const words =
    asked.reason === 'open already'
      ? 'A placement of this kind is open for the school already: carry on with it, or choose another kind'
      : asked.reason === 'no such service'
        ? 'Choose whom you ask'
        : 'Choose a school of your service';
  const at = asked.reason === 'open already' ? 'supportType' : field;
  const openAlready = asked.reason === 'open already' ? asked.id : null;
  return { form: formState(form, { [at]: words }), openAlready, status: 409 };
}

function toPlacement(c: Context, { id, again }: Extract<Asked, { ok: true }>) {
  return c.redirect(paths.placement(id, again ? {} : { done: 'asked' }), 303);
}

function statusOf({ form, status }: Answer): 200 | 400 | 409 {
  return status ?? (form === undefined ? 200 : 400);
}

async function schoolPage(c: Context, db: Kysely<Database>, answer: Answer = {}) {
  const { urn, name } = await schoolAskedFor(c, db);
  const services = await servicesToAsk(db, scopeOf(c, askForHelp), urn);
  return page(
    c,
    <RequestPage
      by={{ kind: 'school', urn, name, services }}
      {...helpToAskFor()}
      once={randomUUID()}
      form={answer.form ?? formState()}
      openAlready={answer.openAlready ?? null}
    />,
    statusOf(answer),
  );
}

async function servicePage(c: Context, db: Kysely<Database>, answer: Answer = {}) {
  const schools = await schoolsToAskFor(db, scopeOf(c, askForSchool));
  const urn = c.req.query('urn');
  return page(
    c,
    <RequestPage
      by={{ kind: 'service', organisation: organisationOf(c), schools }}
      {...helpToAskFor()}
      once={randomUUID()}
      form={answer.form ?? formState(urn === undefined ? {} : { urn })}
      openAlready={answer.openAlready ?? null}
    />,
    statusOf(answer),
  );
}

function roundIn(c: Context): string {
  const id = z.uuid().safeParse(c.req.param('round'));
  if (!id.success) throw new NotFound('There is no such round.');
  return id.data;
}

async function roundPage(c: Context, db: Kysely<Database>, begun: Extract<Begun, { ok: true }> | null) {
  const organisation = organisationOf(c);
  const found = await pairsToBegin(db, scopeOf(c, beginFromRound), organisation.id, roundIn(c));
  if (found === null) throw new NotFound('There is no such round.');
  const done = begun === null ? null : { begun: begun.begun.length, already: begun.already.length, open: begun.open };
  return page(c, <FromRoundPage organisation={organisation} {...found} done={done} />);
}
