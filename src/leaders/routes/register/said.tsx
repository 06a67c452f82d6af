import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import { organisationOf, organisationSubjectOf } from '../../../need/routes/round/asked-for.tsx';
import { readForm } from '../../../need/schema/form-fields.ts';
import { z } from 'zod';
import { formOf } from '../../../web/forgery.ts';
import { may, scopeOf } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import { giveConsent } from '../../commands/register/give-consent.ts';
import { noteStanding, withdrawStanding } from '../../commands/register/interests.ts';
import { sayCapacity } from '../../commands/register/say-capacity.ts';
import type { Place, RegisterForm } from '../../pages/register/parts.tsx';
import { ConsentPage, DaysPage, StandingPage, WithdrawStandingPage } from '../../pages/register/said-forms.tsx';
import { keepRegister, sayOfOneself } from '../../policy.ts';
import { leaderProfile } from '../../queries/register/profile.ts';
import { comingTerms } from '../../rules/register/ledger.ts';
import type { LeaderProfile } from '../../rules/register/profile.ts';
import { consentForm, daysBox, standingForm, withdrawStandingForm } from '../../schema/register/forms.ts';
import { daysIn, foundOr404, idAt, isWrong, registerForm, registerToday } from './asked-for.tsx';
import { oneselfOf } from './oneself.tsx';

type Status = 200 | 400 | 409;

/**
 * What a leader says of themself, or their service for them: days, other standing, the directory. The same forms under two addresses and
 * two permissions.
 */
export function saidRoutes({ db }: { db: Kysely<Database> }): Hono {
  const service = saidAt(db, '/organisations/:organisation/leaders/:leader', {
    permission: keepRegister,
    let: may(keepRegister, organisationSubjectOf),
    placeOf: (c) => ({ of: 'service', organisation: organisationOf(c) }),
    backTo: (c, leader, done) => paths.leader(organisationOf(c).id, leader, undefined, { done }),
  });
  const own = saidAt(db, '/leaders/me/:leader', {
    permission: sayOfOneself,
    let: may(sayOfOneself, oneselfOf),
    placeOf: () => ({ of: 'leader' }),
    backTo: (_, _leader, done) => paths.ownEntries({ done }),
  });
  return new Hono().route('/', service).route('/', own);
}

interface Saying {
  permission: typeof keepRegister | typeof sayOfOneself;
  let: ReturnType<typeof may>;
  placeOf: (c: Context) => Place;
  backTo: (c: Context, leaderId: string, done: string) => string;
}

function saidAt(db: Kysely<Database>, base: string, { permission, let: letIn, placeOf, backTo }: Saying): Hono {
  const scopeIn = (c: Context) => scopeOf<typeof keepRegister.verb | typeof sayOfOneself.verb>(c, permission);
  const profileIn = async (c: Context): Promise<LeaderProfile> =>
    foundOr404(await leaderProfile(db, scopeIn(c), idAt(c, 'leader'), registerToday().today));
  const of = (c: Context, { entry }: LeaderProfile, form: RegisterForm) => ({ place: placeOf(c), leader: entry, form });
  const daysPage = (c: Context, profile: LeaderProfile, form: RegisterForm, status: Status = 200) =>
    page(c, <DaysPage {...of(c, profile, form)} ledgers={comingOf(profile)} />, status);
  const standingPage = (c: Context, profile: LeaderProfile, form: RegisterForm, status: Status = 200) =>
    page(c, <StandingPage {...of(c, profile, form)} interests={registerToday().interests} />, status);
  const consentPage = (c: Context, profile: LeaderProfile, form: RegisterForm, status: Status = 200) =>
    page(c, <ConsentPage {...of(c, profile, form)} />, status);
  const withdrawPage = (c: Context, profile: LeaderProfile, form: RegisterForm, status: Status = 200) => {
    const id = idAt(c, 'standing', 'interest');
    const standing = foundOr404(
      profile.standings.find((one) => one.id === id && one.withdrawn === null),
      'interest',
    );
    return page(
      c,
      <WithdrawStandingPage {...of(c, profile, form)} standing={standing} interests={registerToday().interests} />,
      status,
    );
  };
  return new Hono()
    .get(`${base}/days`, letIn, async (c) => {
      const profile = await profileIn(c);
      const boxes = comingOf(profile).map(({ schoolYear, term, offered }) => [
        `days-${schoolYear}-${term}`,
        offered === null ? '' : String(offered / 2),
      ]);
      return daysPage(c, profile, registerForm(Object.fromEntries(boxes)));
    })
    .post(`${base}/days`, letIn, async (c) => {
      const profile = await profileIn(c);
      const { today, policy } = registerToday();
      const form = await formOf(c);
      const terms = comingTerms(today);
      const box = daysBox(policy.capacity.mostHalfDaysATerm);
      const read = readForm(
        z.object(Object.fromEntries(terms.map(({ schoolYear, term }) => [`days-${schoolYear}-${term}`, box]))),
        form,
      );
      if (!read.ok) return daysPage(c, profile, registerForm(form, read.errors), 400);
      const offers = terms.flatMap((one) => {
        const halfDays = read.value[`days-${one.schoolYear}-${one.term}`] ?? null;
        return halfDays === null ? [] : [{ ...one, halfDays }];
      });
      const first = `days-${terms[0]!.schoolYear}-${terms[0]!.term}`;
      if (offers.length === 0)
        return daysPage(c, profile, registerForm(form, { [first]: 'Enter the days of at least one term' }), 400);
      const done = await sayCapacity(db, scopeIn(c), profile.entry.id, offers);
      if (done.ok) return c.redirect(backTo(c, profile.entry.id, 'days'), 303);
      return daysPage(c, profile, registerForm(form, { [first]: OVER }), 409);
    })
    .get(`${base}/standing`, letIn, async (c) => standingPage(c, await profileIn(c), registerForm()))
    .post(`${base}/standing`, letIn, async (c) => {
      const profile = await profileIn(c);
      const form = await formOf(c);
      const read = readForm(standingForm, form);
      const { days, dates } = daysIn(form, {
        since: { name: 'the first day', required: false },
        until: { name: 'the last day', required: false },
      });
      const backwards = days.since !== null && days.until !== null && days.until < days.since;
      const errors = read.ok ? {} : read.errors;
      const shown = registerForm(form, errors, {
        ...dates,
        ...(backwards && { until: { ...BACKWARDS, href: '#until-day' } }),
      });
      if (!read.ok || isWrong(shown)) return standingPage(c, profile, shown, 400);
      const done = await noteStanding(db, scopeIn(c), profile.entry.id, { ...read.value, ...days });
      if (done.ok) return c.redirect(backTo(c, profile.entry.id, 'standing'), 303);
      const wrong: Record<string, string> =
        done.reason === 'no such school' || done.reason === 'no such trust'
          ? {
              number:
                done.reason === 'no such school' ? 'No school has this URN' : 'No trust or federation has this number',
            }
          : { kind: OVER };
      return standingPage(c, profile, registerForm(form, wrong), 409);
    })
    .get(`${base}/standing/:standing`, letIn, async (c) => withdrawPage(c, await profileIn(c), registerForm()))
    .post(`${base}/standing/:standing`, letIn, async (c) => {
      const profile = await profileIn(c);
      const form = await formOf(c);
      const read = readForm(withdrawStandingForm, form);
      if (!read.ok) return withdrawPage(c, profile, registerForm(form, read.errors), 400);
      const id = idAt(c, 'standing', 'interest');
      const done = await withdrawStanding(db, scopeIn(c), profile.entry.id, { id, why: read.value.why });
      foundOr404(done.ok ? true : null, 'interest');
      return c.redirect(backTo(c, profile.entry.id, 'withdrawn'), 303);
    })
    .get(`${base}/consent`, letIn, async (c) => {
      const profile = await profileIn(c);
      const { consent } = profile;
      const begun = consent === null ? {} : { says: consent.consents ? 'yes' : 'no', shows: [...consent.shows] };
      return consentPage(c, profile, registerForm(begun));
    })
    .post(`${base}/consent`, letIn, async (c) => {
      const profile = await profileIn(c);
      const { today } = registerToday();
      const form = await formOf(c);
      const read = readForm(consentForm, form);
      const inWriting = placeOf(c).of === 'service';
      const { days, dates } = inWriting
        ? daysIn(form, { given: { name: 'the day on which they wrote it', when: 'today or past', today } })
        : { days: { given: today }, dates: {} };
      const shown = registerForm(form, read.ok ? {} : read.errors, dates);
      if (!read.ok || isWrong(shown)) return consentPage(c, profile, shown, 400);
      const done = await giveConsent(db, scopeIn(c), profile.entry.id, { ...read.value, givenOn: days.given ?? today });
      if (done.ok) return c.redirect(backTo(c, profile.entry.id, 'consent'), 303);
      return consentPage(c, profile, registerForm(form, { says: OVER }), 409);
    });
}

const OVER = 'The entry has ended: it must be restored first';

const BACKWARDS = {
  fault: 'wrong side',
  text: 'The last day must not be before the first day',
  parts: ['day', 'month', 'year'],
} as const;

function comingOf({ ledgers }: LeaderProfile) {
  return comingTerms(registerToday().today).map(({ schoolYear, term }) =>
    ledgers.find((one) => one.schoolYear === schoolYear && one.term === term)!,
  );
}
