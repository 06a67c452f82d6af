import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import type { FormState } from '../../../need/pages/round/rounds.tsx';
import { readRounds } from '../../../need/policy.ts';
import {
  formState,
  needsOfService,
  organisationOf,
  organisationSubjectOf,
} from '../../../need/routes/round/asked-for.tsx';
import { policyAsAt } from '../../../policies.ts';
import { NotFound } from '../../../web/errors.tsx';
import { formOf } from '../../../web/forgery.ts';
import { may, mayAlso, scopeOf } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import { bring } from '../../commands/approval/bring.ts';
import { answerInvitation, movePartner } from '../../commands/approval/move-partner.ts';
import { PartnersPage } from '../../pages/approval/partners.tsx';
import { PoolPage, PoolRoundPage } from '../../pages/approval/pool.tsx';
import {
  answerPool,
  type ApprovalScope,
  bringToPool,
  invitePartner,
  type PoolScope,
  readPartners,
  readPlanning,
  readPool,
} from '../../policy.ts';
import { poolRoundView, poolView } from '../../queries/approval/pool-views.ts';
import { partnersView } from '../../queries/approval/views.ts';
import { leadersOfSchools } from '../../queries/approval/own-leaders.ts';
import { ownSchools } from '../../queries/own-schools.ts';
import { freezeInputs } from '../../queries/round/freeze-inputs.ts';
import type { RoundInputs } from '../../rules/round/inputs.ts';
import { daysInTerm } from '../../rules/round/planning-term.ts';
import type { AskRoads } from '../../rules/travel/road-times.ts';
import { endingForm, invitationForm, invitingForm } from '../../schema/approval-forms.ts';
import { readForm } from '../../../need/schema/form-fields.ts';
import { planningRoundPolicyKind } from '../../schema/planning-round-policy.ts';
import { found, idIn, readerOf, ROUND, today } from './asked-for.tsx';

const POOL = '/organisations/:organisation/pool';

/** Organisations that pool their needs and leaders in one round: invited by the one that runs it, answered by the other. */
export function partnerRoutes({ db, askRoads }: { db: Kysely<Database>; askRoads: AskRoads | null }): Hono {
  return new Hono()
    .get(`${ROUND}/partners`, may(readPartners, organisationSubjectOf), (c) =>
      partnersPage(c, db, scopeOf(c, readPartners)),
    )
    .post(`${ROUND}/partners`, may(invitePartner, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, invitePartner);
      const roundId = idIn(c, 'round');
      const form = await formOf(c);
      const ends = form.to === 'ended';
      const step = ends ? readForm(endingForm, form) : readForm(invitingForm, form);
      if (!step.ok) return partnersPage(c, db, scope, formState(form, step.errors));
      const { siteUrl } = c.get('site');
      const linkTo = (organisation: string) => siteUrl + paths.poolRound(organisation, roundId);
      const { value } = step;
      const done =
        'partner' in value
          ? await movePartner(
              db,
              scope,
              roundId,
              { partnerId: value.partner },
              { to: 'ended', words: value.why },
              linkTo,
            )
          : await movePartner(db, scope, roundId, { code: value.code! }, { to: 'invited', words: value.words }, linkTo);
      if (done.ok) {
        const path = paths.planningApprovalPart(organisationOf(c).id, roundId, 'partners', { done: 'moved' });
        return c.redirect(path, 303);
      }
      if (done.reason === 'no such round') throw new NotFound('There is no such round.');
      return partnersPage(c, db, scope, formState(form, { [ends ? 'partner' : 'code']: NOT_MOVED[done.reason] }), 409);
    })
    .get(POOL, may(readPool, organisationSubjectOf), async (c) => {
      const { rounds, shares } = await poolView(db, scopeOf(c, readPool), readerOf(c).personId);
      const shared = shares.flatMap(({ id, plan, by, at }) =>
        plan === null ? [] : [{ id, round: plan.round, organisation: plan.organisation, by, at }],
      );
      return page(c, <PoolPage organisation={organisationOf(c)} rounds={rounds} shared={shared} />);
    })
    .get(`${POOL}/:round`, may(readPool, organisationSubjectOf), (c) => poolRoundPage(c, db, scopeOf(c, readPool)))
    .post(`${POOL}/:round`, may(answerPool, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, answerPool);
      const roundId = idIn(c, 'round');
      const form = await formOf(c);
      const read = readForm(invitationForm, form);
      if (!read.ok) return poolRoundPage(c, db, scope, formState(form, read.errors));
      const done = await answerInvitation(db, scope, roundId, read.value);
      if (done.ok) return c.redirect(paths.poolRound(organisationOf(c).id, roundId, { done: 'answered' }), 303);
      if (done.reason === 'no such round') throw new NotFound('There is no such round.');
      return poolRoundPage(c, db, scope, formState(form, { to: NOT_MOVED[done.reason] }), 409);
    })
    .post(`${POOL}/:round/bring`, may(bringToPool, organisationSubjectOf), async (c) => {
      const roundId = idIn(c, 'round');
      const inputs = await inputsOfPartner(c, db, askRoads);
      const done = await bring(db, scopeOf(c, bringToPool), roundId, inputs);
      if (!done.ok) throw new NotFound('There is no such round, or your organisation does not take part in it.');
      return c.redirect(paths.poolRound(organisationOf(c).id, roundId, { done: 'brought' }), 303);
    });
}

const NOT_MOVED = {
  over: 'The round is approved or closed: nobody joins it any more',
  'no such partner': 'No authority or trust with this code uses the site',
  'not from here': 'This has changed since you opened the page: look at it as it now stands',
} as const;

/** What the acting service brings: its needs, and the heads around them; those of its own schools carry its id. */
async function inputsOfPartner(c: Context, db: Kysely<Database>, askRoads: AskRoads | null): Promise<RoundInputs> {
  const subject = organisationSubjectOf(c);
  const [rounds, planning] = [mayAlso(c, readRounds, subject), mayAlso(c, readPlanning, subject)];
  const read = rounds === null ? null : await needsOfService(c, db, rounds);
  const policy = policyAsAt(planningRoundPolicyKind, today());
  const inputs = read === null || planning === null ? null : await freezeInputs(db, planning, read, policy, askRoads);
  if (read === null || inputs === null) throw new NotFound('No need has been drawn yet, so there is nothing to bring.');
  const own = await ownSchools(db, c.get('person')!.acting!.organisation);
  const { organisationId } = subject;
  const brought = (await leadersOfSchools(db, own, read)).map((leader) => ({
    ...leader,
    days: daysInTerm(leader.days, policy),
    organisationId,
  }));
  // The others are those around its needs, whom its own plan would ask too.
  return { ...inputs, leaders: [...brought, ...inputs.leaders.filter(({ school }) => !own.has(school.urn))] };
}

async function partnersPage(
  c: Context,
  db: Kysely<Database>,
  scope: ApprovalScope,
  form?: FormState,
  status: 200 | 400 | 409 = form === undefined ? 200 : 400,
) {
  const view = found(await partnersView(db, scope, readerOf(c), idIn(c, 'round')));
  return page(
    c,
    <PartnersPage
      organisation={organisationOf(c)}
      round={view.round}
      partners={view.partners}
      writes={mayAlso(c, invitePartner, organisationSubjectOf(c)) !== null && view.round.state !== 'closed'}
      form={form ?? formState()}
      done={c.req.query('done') ?? null}
    />,
    status,
  );
}

async function poolRoundPage(
  c: Context,
  db: Kysely<Database>,
  scope: PoolScope,
  form?: FormState,
  status: 200 | 400 | 409 = form === undefined ? 200 : 400,
) {
  const organisation = organisationOf(c);
  const view = found(await poolRoundView(db, scope, idIn(c, 'round'), organisation.id));
  const subject = organisationSubjectOf(c);
  return page(
    c,
    <PoolRoundPage
      organisation={organisation}
      round={view.round}
      steps={view.steps}
      parties={view.parties}
      brought={view.brought}
      forward={
        view.forward === null
          ? null
          : { totals: view.forward.totals, lines: view.forward.lines.map(({ line }) => line) }
      }
      approved={view.standing.map(({ pair, days }) => ({ ...pair, days }))}
      answers={mayAlso(c, answerPool, subject) !== null}
      brings={mayAlso(c, bringToPool, subject) !== null}
      form={form ?? formState()}
      done={c.req.query('done') ?? null}
    />,
    status,
  );
}
