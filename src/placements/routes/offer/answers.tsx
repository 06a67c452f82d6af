import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../../db/schema.ts';
import type { FormState } from '../../../need/pages/round/rounds.tsx';
import { formState } from '../../../need/routes/round/asked-for.tsx';
import { schoolAskedFor, schoolSubjectOf } from '../../../schools/routes/asked-for.tsx';
import { NotFound } from '../../../web/errors.tsx';
import { formOf } from '../../../web/forgery.ts';
import { ipOf } from '../../../web/identify.ts';
import { may, scopeOf, theSite } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import { answerOffer, isOpen } from '../../commands/offer/answer-offer.ts';
import { openOffer } from '../../commands/offer/open-offer.ts';
import { AnswerPage, LinkOverPage } from '../../pages/offer/answer.tsx';
import { AskedPage } from '../../pages/offer/asked.tsx';
import { answerByLink, answerOffers, type AnswerScope, offerLink } from '../../policy/offer.ts';
import { linkStanding, offerAsked, type OfferShown, offersToSchool } from '../../queries/offer/views.ts';
import { answersOpenTo, type OfferSide } from '../../rules/offer/offer.ts';
import { readAnswer } from '../../schema/offer/offer-forms.ts';
import { linksOf, offerPolicyOfToday, today } from './asked-for.tsx';
import { dayTyped } from './form-day.tsx';

const OF_SCHOOL = '/schools/:urn/offers';

/** Offers and releases are read and answered: signed in for one's school, or by a private link. */
export function answerRoutes({ db }: { db: Kysely<Database> }): Hono {
  const ofSchool = (c: Context) => schoolSubjectOf(c, db);
  const routes = new Hono()
    .get(OF_SCHOOL, may(answerOffers, ofSchool), async (c) => {
      const school = await schoolAskedFor(c, db);
      return page(
        c,
        <AskedPage school={school} asked={await offersToSchool(db, scopeOf(c, answerOffers), school.urn)} />,
      );
    })
    .get(`${OF_SCHOOL}/:offer`, may(answerOffers, ofSchool), async (c) => {
      const { shown, where } = await ofSignedIn(c, db);
      return answerPage(c, db, scopeOf(c, answerOffers), shown, where);
    })
    .post(`${OF_SCHOOL}/:offer`, may(answerOffers, ofSchool), async (c) => {
      const { shown, where } = await ofSignedIn(c, db);
      return takeAnswer(c, db, scopeOf(c, answerOffers), shown, where);
    });
  for (const kind of ['offer', 'release'] as const) {
    const path = `/links/${kind}/:token`;
    routes
      .get(path, may(answerByLink, theSite), (c) => byLink(c, db, kind, answerPage))
      .post(path, may(answerByLink, theSite), (c) => byLink(c, db, kind, takeAnswer));
  }
  return routes;
}

type Asked = OfferShown & { side: OfferSide };

interface Where {
  action: string;
  back: string | null;
}

async function ofSignedIn(c: Context, db: Kysely<Database>): Promise<{ shown: Asked; where: Where }> {
  const { urn } = await schoolAskedFor(c, db);
  const id = z.uuid().safeParse(c.req.param('offer'));
  const shown = id.success ? await offerAsked(db, scopeOf(c, answerOffers), { id: id.data }) : null;
  if (shown === null || shown.offer.homeUrn !== urn)
    throw new NotFound('There is no such offer that you are asked about.');
  return { shown, where: { action: paths.offerToSchool(urn, shown.offer.id), back: paths.offersToSchool(urn) } };
}

async function byLink(
  c: Context,
  db: Kysely<Database>,
  kind: 'offer' | 'release',
  answer: (c: Context, db: Kysely<Database>, scope: AnswerScope, shown: Asked, where: Where) => Promise<Response>,
): Promise<Response> {
  const token = (c.req.param('token') ?? '').slice(0, 200);
  const scope = offerLink(token, ipOf(c));
  const shown = await offerAsked(db, scope, { link: kind });
  if (shown === null) {
    const stands = await linkStanding(db, scope, kind);
    const answered = stands === 'ended' && c.req.query('done') === 'answered';
    const status = stands === null ? 404 : answered ? 200 : 410;
    return page(c, <LinkOverPage stands={stands === 'open' ? null : stands} answered={answered} />, status);
  }
  return answer(c, db, scope, shown, { action: paths.offerLink(kind, token), back: null });
}

async function answerPage(
  c: Context,
  db: Kysely<Database>,
  scope: AnswerScope,
  { offer, side, given, answers }: Asked,
  { action, back }: Where,
  { form = formState(), status = 200 }: { form?: FormState; status?: 200 | 400 | 409 } = {},
): Promise<Response> {
  await openOffer(db, scope, offer, side);
  const open = isOpen(offer, today()) ? answersOpenTo(side, given, offer.terms) : [];
  return page(
    c,
    <AnswerPage
      offer={offer}
      side={side}
      given={given}
      answers={answers.filter((answer) => answer.side === side)}
      open={open}
      policy={offerPolicyOfToday()}
      action={action}
      back={back}
      form={form}
      done={c.req.query('done') !== undefined}
    />,
    status,
  );
}

async function takeAnswer(
  c: Context,
  db: Kysely<Database>,
  scope: AnswerScope,
  shown: Asked,
  where: Where,
): Promise<Response> {
  const { offer, side, given } = shown;
  const form = await formOf(c);
  const policy = offerPolicyOfToday();
  const open = isOpen(offer, today()) ? answersOpenTo(side, given, offer.terms) : [];
  const [starts, ends] = [
    dayTyped(form, 'starts', { name: 'the first day' }),
    dayTyped(form, 'ends', { name: 'the last day' }),
  ];
  const dates = { startsOn: starts.day, endsOn: ends.day, errors: { ...starts.errors, ...ends.errors } };
  const read = readAnswer(form, side, policy, open, dates);
  if (!read.ok) return answerPage(c, db, scope, shown, where, { form: formState(form, read.errors), status: 400 });
  const terms = z.coerce.number().int().catch(0).parse(form.terms);
  const to = { offerId: offer.id, side, terms, typed: read.value, today: today(), policy, links: linksOf(c) };
  const answered = await answerOffer(db, scope, to);
  // By a link that the answer closed, the page says what became of it; signed in, the offer itself does.
  if (answered.ok) return c.redirect(`${where.action}?done=answered`, 303);
  if (answered.reason === 'changed')
    return answerPage(c, db, scope, shown, where, {
      form: formState(form, {
        said: 'The days or dates have changed since you opened the page: read them again, then answer',
      }),
      status: 409,
    });
  return c.redirect(where.action, 303);
}
