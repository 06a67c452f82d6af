import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../../db/schema.ts';
import { interestDecisionForm, readSays, readToldAnswer } from '../../../matching/schema/approval-forms.ts';
import type { FormState } from '../../../need/pages/round/rounds.tsx';
import { formState } from '../../../need/routes/round/asked-for.tsx';
import { type Read, readForm } from '../../../need/schema/form-fields.ts';
import { daysAfter } from '../../../opendata/rules/london-time.ts';
import { NotFound } from '../../../web/errors.tsx';
import { formOf } from '../../../web/forgery.ts';
import { may, mayAlso, scopeOf } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import { endOffer } from '../../commands/offer/end-offer.ts';
import { makeOffer } from '../../commands/offer/make-offer.ts';
import { replyToOffer } from '../../commands/offer/reply-to-answer.ts';
import {
  addCandidate,
  decideOnInterest,
  type Listed,
  type ToList,
  noteInterests,
  removeCandidate,
} from '../../commands/offer/short-list.ts';
import { CandidatePage } from '../../pages/offer/candidate.tsx';
import { NewOfferPage } from '../../pages/offer/new-offer.tsx';
import { OffersPage, PartyOffersPage } from '../../pages/offer/offers.tsx';
import { MOVE_PERMISSIONS, type PlacementScope } from '../../policy.ts';
import { decideInterest, readOffers, replyToAnswer, shortList } from '../../policy/offer.ts';
import { offersOfPlacement, offersView } from '../../queries/offer/views.ts';
import type { PlacementEvent } from '../../rules/event.ts';
import { SIDES } from '../../rules/offer/candidate.ts';
import type { OpenItem } from '../../rules/placement.ts';
import {
  endOfferForm,
  enteredForm,
  listedForm,
  readNewOffer,
  readReply,
  removalForm,
} from '../../schema/offer/offer-forms.ts';
import { helpWords, placementAskedFor, placementSubjectOf } from '../asked-for.tsx';
import { interestPolicyOfToday, linksOf, offerPolicyOfToday, today } from './asked-for.tsx';
import { dayTyped } from './form-day.tsx';

const PLACEMENT = '/placements/:placement';
const CANDIDATE = `${PLACEMENT}/candidates/:candidate`;
const { offer: offerPermission, 'end-offer': endPermission } = MOVE_PERMISSIONS;

/** The short list of a placement, what is declared and decided about interests, and offers as the service makes and follows them. */
export function offerRoutes({ db }: { db: Kysely<Database> }): Hono {
  const subject = placementSubjectOf(db);
  return new Hono()
    .get(`${PLACEMENT}/offers`, may(readOffers, subject), (c) => offersPage(c, db, scopeOf(c, readOffers)))
    .post(`${PLACEMENT}/candidates`, may(shortList, subject), async (c) => {
      const scope = scopeOf(c, shortList);
      const form = await formOf(c);
      const chosen = typeof form.leader === 'string' ? readForm(listedForm, form) : null;
      const typed = chosen === null ? readForm(enteredForm, form) : null;
      const read = chosen ?? typed;
      if (read !== null && !read.ok)
        return offersPage(c, db, scope, { form: formState(form, read.errors), status: 400 });
      const to: ToList = chosen?.ok
        ? { leaderId: chosen.value.leader, reasons: await reasonsOf(c, db, scope, chosen.value.leader) }
        : enteredLeader(typed);
      const listed = await addCandidate(db, scope, to);
      if (listed.ok || listed.reason === 'there already') return toOffers(c, listed.ok ? 'listed' : 'there');
      return offersPage(c, db, scope, { form: formState(form, { urn: NOT_LISTED[listed.reason] }), status: 409 });
    })
    .get(CANDIDATE, may(readOffers, subject), (c) => candidatePage(c, db, scopeOf(c, readOffers)))
    .post(`${CANDIDATE}/remove`, may(shortList, subject), async (c) => {
      const scope = scopeOf(c, shortList);
      const form = await formOf(c);
      const read = readForm(removalForm, form);
      if (!read.ok) return candidatePage(c, db, scope, { form: formState(form, read.errors), status: 400 });
      const removed = await removeCandidate(db, scope, { candidateId: candidateIn(c), words: read.value.why });
      if (removed.ok) return toOffers(c, 'removed');
      return candidatePage(c, db, scope, { form: formState(form, { why: NOT_LISTED[removed.reason] }), status: 409 });
    })
    .post(`${CANDIDATE}/interests`, may(shortList, subject), async (c) => {
      const scope = scopeOf(c, shortList);
      const form = await formOf(c);
      const side = z.enum(SIDES, { error: 'Choose who answered' }).safeParse(form.side);
      const read = readToldAnswer(form, today());
      if (!side.success || !read.ok) {
        const errors = {
          ...(side.success ? {} : { side: 'Choose who answered' }),
          ...(read.ok ? saysErrors(form) : read.errors),
        };
        return candidatePage(c, db, scope, { form: formState(form, errors), status: 400 });
      }
      const noted = await noteInterests(db, scope, { candidateId: candidateIn(c), side: side.data, ...read.value });
      if (noted.ok) return toCandidate(c, 'noted');
      return candidatePage(c, db, scope, { form: formState(form, { side: NOT_LISTED[noted.reason] }), status: 409 });
    })
    .post(`${CANDIDATE}/decision`, may(decideInterest, subject), async (c) => {
      const scope = scopeOf(c, decideInterest);
      const form = await formOf(c);
      const declarationId = z.uuid().safeParse(form.declaration);
      const read = readForm(interestDecisionForm, form);
      if (!read.ok || !declarationId.success) {
        const errors = read.ok ? { outcome: 'The page is out of date: load it again' } : read.errors;
        return candidatePage(c, db, scope, { form: formState(form, errors), status: 400 });
      }
      const decided = await decideOnInterest(db, scope, { declarationId: declarationId.data, ...read.value });
      if (decided.ok) return toCandidate(c, 'decided');
      return candidatePage(c, db, scope, {
        form: formState(form, { outcome: NOT_DECIDED[decided.reason] }),
        status: 409,
      });
    })
    .get(`${CANDIDATE}/offer`, may(offerPermission, subject), (c) => newOfferPage(c, db, scopeOf(c, offerPermission)))
    .post(`${CANDIDATE}/offer`, may(offerPermission, subject), async (c) => {
      const scope = scopeOf(c, offerPermission);
      const form = await formOf(c);
      const policy = offerPolicyOfToday();
      const read = readNewOffer(form, datesOf(form, policy.answer.mostDays));
      if (!read.ok) return newOfferPage(c, db, scope, { form: formState(form, read.errors), status: 400 });
      const { placement } = await placementAskedFor(c, db, scope);
      const { type, support } = helpWords(placement);
      const made = await makeOffer(db, scope, candidateIn(c), read.value, {
        policy,
        help: `${type}, ${support}`,
        links: linksOf(c),
      });
      if (made.ok) return toOffers(c, 'offered');
      // Sent twice: the first is there.
      if (made.reason === 'not from here' || ('now' in made && made.now.state !== 'to match'))
        return toOffers(c, 'offered-already');
      if (made.reason === 'heads the home school')
        return newOfferPage(c, db, scope, {
          form: formState(form, { releaseBy: 'The leader is the head of the home school: its board releases them' }),
          status: 409,
        });
      if (made.reason === 'no such leader') throw new NotFound('There is no such leader on the short list.');
      const open = made.reason === 'open items' ? made.items : [];
      const since = made.reason === 'changed meanwhile' ? made.since : [];
      return newOfferPage(c, db, scope, { form: formState(form), open, since, status: 409 });
    })
    .post(`${PLACEMENT}/offers/reply`, may(replyToAnswer, subject), async (c) => {
      const scope = scopeOf(c, replyToAnswer);
      const form = await formOf(c);
      const read = readReply(form);
      if (!read.ok) return offersPage(c, db, scope, { form: formState(form, read.errors), status: 400 });
      const context = { today: today(), policy: offerPolicyOfToday(), links: linksOf(c) };
      const replied = await replyToOffer(db, scope, read.value, context);
      return toOffers(c, replied.ok ? (replied.settled ? 'settled' : 'replied') : 'replied-already');
    })
    .get(`${PLACEMENT}/moves/end-offer`, may(endPermission, subject), (c) =>
      offersPage(c, db, scopeOf(c, endPermission)),
    )
    .post(`${PLACEMENT}/moves/end-offer`, may(endPermission, subject), async (c) => {
      const scope = scopeOf(c, endPermission);
      const form = await formOf(c);
      const read = readForm(endOfferForm, form);
      if (!read.ok) return offersPage(c, db, scope, { form: formState(form, read.errors), status: 400 });
      const ended = await endOffer(db, scope, { version: read.value.version, words: read.value.why }, linksOf(c));
      // Whoever left it reads the placement no longer.
      if (ended.ok && c.get('person')?.acting?.organisation.urn != null)
        return c.redirect(paths.offersToSchool(c.get('person')!.acting!.organisation.urn!), 303);
      if (ended.ok) return toOffers(c, 'ended');
      if (ended.reason === 'changed meanwhile')
        return offersPage(c, db, scope, {
          form: formState(form, { why: 'Somebody changed the placement meanwhile: look at it as it stands now' }),
          status: 409,
        });
      return toOffers(c, 'ended-already');
    });
}

function enteredLeader(typed: Read<z.infer<typeof enteredForm>> | null): ToList {
  if (typed === null || !typed.ok) throw new Error('What was entered was checked before');
  const { name, email, urn, why } = typed.value;
  return { name, email, urn: urn!, reasons: [why] };
}

const NOT_LISTED: Readonly<Record<Extract<Listed, { ok: false }>['reason'], string>> = {
  'no such placement': 'There is no such placement',
  frozen: 'Nothing can be changed in the placement now',
  'no such leader': 'There is no such leader or school',
  'the same school': 'A leader does not help their own school',
  'there already': 'They are on the short list already',
  'being asked': 'They are being asked: take the offer back first',
};

const NOT_DECIDED = {
  'nothing to decide': 'There is nothing to decide any more',
  'not independent':
    'You listed the leader, wrote the declaration down, or have a part in one of the schools: somebody else decides',
  frozen: 'Nothing can be changed in the placement now',
} as const;

const DONE: Readonly<Record<string, string>> = {
  listed: 'The leader is on the short list.',
  there: 'The leader was on the short list already.',
  removed: 'The leader is off the short list.',
  noted: 'It is written down.',
  decided: 'The decision is saved.',
  offered: 'The offer is sent: the leader and whoever releases them have a private link each.',
  'offered-already': 'An offer had been sent already: this is how it stands.',
  replied: 'The reply is sent.',
  'replied-already': 'There was nothing left to reply to: this is how it stands.',
  settled: 'Both have agreed: the leader is found.',
  'objection-answered': 'The objection is answered.',
  'objection-over': 'There was nothing left to answer: this is how it stands.',
  ended: 'The offer is over. The next best are proposed below.',
  'ended-already': 'It was over already: this is how it stands.',
};

interface Shown {
  form?: FormState;
  status?: 200 | 400 | 409;
}

function toOffers(c: Context, done: string) {
  return c.redirect(paths.placementPage(c.req.param('placement')!, 'offers', { done }), 303);
}

function toCandidate(c: Context, done: string) {
  return c.redirect(paths.placementCandidate(c.req.param('placement')!, candidateIn(c), undefined, { done }), 303);
}

function candidateIn(c: Context): string {
  const id = z.uuid().safeParse(c.req.param('candidate'));
  if (!id.success) throw new NotFound('There is no such leader on the short list.');
  return id.data;
}

/** What is wrong with the interest itself, where the rest of the form was in order. */
function saysErrors(form: Record<string, unknown>): Record<string, string> {
  const says = readSays(form);
  return says.ok ? {} : says.errors;
}

function datesOf(form: Record<string, unknown>, mostDays: number) {
  const now = today();
  const starts = dayTyped(form, 'starts', { name: 'the first day' });
  const ends = dayTyped(form, 'ends', { name: 'the last day' });
  const answer = dayTyped(form, 'answer', { name: 'the day to answer by', when: 'today or future', today: now });
  const tooLate = answer.day !== null && answer.day > daysAfter(now, mostDays);
  return {
    startsOn: starts.day,
    endsOn: ends.day,
    answerBy: answer.day,
    errors: {
      ...starts.errors,
      ...ends.errors,
      ...answer.errors,
      ...(tooLate ? { 'answer-day': `The day to answer by must be within ${mostDays} days` } : {}),
    },
  };
}

function viewOf(db: Kysely<Database>, scope: PlacementScope, placement: Parameters<typeof offersView>[2]) {
  const policy = offerPolicyOfToday();
  return offersView(db, scope, placement, {
    today: today(),
    fieldWords: helpWords(placement).support,
    shown: policy.nextBest.shown,
  });
}

async function reasonsOf(
  c: Context,
  db: Kysely<Database>,
  scope: PlacementScope,
  leaderId: string,
): Promise<readonly string[]> {
  const { placement } = await placementAskedFor(c, db, scope);
  return (await viewOf(db, scope, placement)).register.find((one) => one.leaderId === leaderId)?.reasons ?? [];
}

/** The page of offers, also as the answer to a form on it that could not be taken. */
export async function offersPage(
  c: Context,
  db: Kysely<Database>,
  scope: PlacementScope,
  { form = formState(), status = 200 }: Shown = {},
) {
  const { placement, part } = await placementAskedFor(c, db, scope);
  const done = DONE[c.req.query('done') ?? ''] ?? null;
  if (part !== 'service') {
    const offers = await offersOfPlacement(db, scope);
    return page(
      c,
      <PartyOffersPage placement={placement} part={part} offers={offers} form={form} done={done} />,
      status,
    );
  }
  const view = await viewOf(db, scope, placement);
  const writes = mayAlso(c, shortList, await placementSubjectOf(db)(c)) !== null;
  return page(
    c,
    <OffersPage
      {...view}
      placement={placement}
      part={part}
      policy={offerPolicyOfToday()}
      writes={writes}
      form={form}
      done={done}
      today={today()}
    />,
    status,
  );
}

async function candidateOf(c: Context, db: Kysely<Database>, scope: PlacementScope) {
  const asked = await placementAskedFor(c, db, scope);
  const candidates = asked.part === 'service' ? (await viewOf(db, scope, asked.placement)).candidates : [];
  const candidate = candidates.find(({ id }) => id === candidateIn(c));
  if (candidate === undefined) throw new NotFound('There is no such leader on the short list.');
  return { ...asked, candidate };
}

async function candidatePage(
  c: Context,
  db: Kysely<Database>,
  scope: PlacementScope,
  { form = formState(), status = 200 }: Shown = {},
) {
  const { placement, part, candidate } = await candidateOf(c, db, scope);
  const subject = await placementSubjectOf(db)(c);
  const given = {
    list: mayAlso(c, shortList, subject) !== null,
    decide: mayAlso(c, decideInterest, subject) !== null,
    offer:
      mayAlso(c, offerPermission, subject) !== null && placement.state === 'to match' && candidate.removed === null,
  };
  return page(
    c,
    <CandidatePage
      placement={placement}
      part={part}
      candidate={candidate}
      policy={interestPolicyOfToday()}
      may={given}
      form={form}
      done={DONE[c.req.query('done') ?? ''] ?? null}
    />,
    status,
  );
}

async function newOfferPage(
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
  const { placement, part, candidate } = await candidateOf(c, db, scope);
  if (candidate.removed !== null) throw new NotFound('This leader is no longer on the short list.');
  const policy = offerPolicyOfToday();
  return page(
    c,
    <NewOfferPage
      placement={placement}
      part={part}
      candidate={candidate}
      policy={policy}
      answerBy={daysAfter(today(), policy.answer.days)}
      open={open}
      since={since}
      form={form}
    />,
    status,
  );
}
