import { type Context, Hono } from 'hono';
import type { Kysely } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import { organisationOf, organisationSubjectOf } from '../../../need/routes/round/asked-for.tsx';
import { readForm } from '../../../need/schema/form-fields.ts';
import { dateBoxes } from '../../../web/form-date.ts';
import { formOf } from '../../../web/forgery.ts';
import { may, mayAlso, scopeOf } from '../../../web/may.ts';
import { paths } from '../../../web/paths.ts';
import { page } from '../../../web/render.tsx';
import { changeLeader, type LeaderChanged, setLeaderStatus } from '../../commands/register/change-leader.ts';
import { designate } from '../../commands/register/designate.ts';
import { DesignationPage } from '../../pages/register/designation.tsx';
import { type ChangedMeanwhile, LeaderFormPage } from '../../pages/register/leader-form.tsx';
import { LeaderPage } from '../../pages/register/leader.tsx';
import type { RegisterForm } from '../../pages/register/parts.tsx';
import { StatusPage } from '../../pages/register/status.tsx';
import { keepRegister, readRegister, type RegisterScope } from '../../policy.ts';
import { leaderProfile } from '../../queries/register/profile.ts';
import { monthsAfter } from '../../rules/register/designation.ts';
import type { LeaderEntry } from '../../rules/register/leader.ts';
import type { LeaderProfile } from '../../rules/register/profile.ts';
import { roleOf } from '../../rules/support-policy.ts';
import { designatedRoles, designationForm, leaderForm, statusForm, versionBox } from '../../schema/register/forms.ts';
import { daysIn, foundOr404, idAt, isWrong, registerForm, registerToday } from './asked-for.tsx';

const LEADER = '/organisations/:organisation/leaders/:leader';

/** One leader of a register: the profile, what is written down, whether the entry counts, and designations. */
export function leaderRoutes({ db }: { db: Kysely<Database> }): Hono {
  return new Hono()
    .get(LEADER, may(readRegister, organisationSubjectOf), async (c) => {
      const { today, policy, support, interests } = registerToday();
      const profile = await profileAt(c, db, scopeOf(c, readRegister));
      return page(
        c,
        <LeaderPage
          organisation={organisationOf(c)}
          profile={profile}
          support={support}
          interests={interests}
          policy={policy}
          today={today}
          keeps={mayAlso(c, keepRegister, organisationSubjectOf(c)) !== null}
          done={c.req.query('done') ?? null}
        />,
      );
    })
    .get(`${LEADER}/change`, may(keepRegister, organisationSubjectOf), async (c) => {
      const { entry } = await profileAt(c, db, scopeOf(c, keepRegister));
      return changePage(c, entry, formFrom(entry));
    })
    .post(`${LEADER}/change`, may(keepRegister, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, keepRegister);
      const form = await formOf(c);
      const read = readForm(leaderForm(registerToday().support), form);
      const { entry } = await profileAt(c, db, scope);
      if (!read.ok) return changePage(c, entry, registerForm(form, read.errors), null, 400);
      const done = await changeLeader(db, scope, { id: entry.id, version: versionBox.parse(form.version) }, read.value);
      if (done.ok) return toLeader(c, entry.id, done.unchanged ? 'unchanged' : 'changed');
      const errors: Record<string, string> =
        done.reason === 'no such school'
          ? { homeUrn: `No school has the URN ${read.value.homeUrn}` }
          : done.reason === 'changed since'
            ? {}
            : { name: NOT_SAVED[done.reason] };
      return changePage(c, entry, registerForm(form, errors), sinceOf(done), 409);
    })
    .get(`${LEADER}/status`, may(keepRegister, organisationSubjectOf), async (c) => {
      const { entry } = await profileAt(c, db, scopeOf(c, keepRegister));
      return statusPage(c, entry, registerForm({ status: entry.status, why: entry.statusWhy ?? '' }));
    })
    .post(`${LEADER}/status`, may(keepRegister, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, keepRegister);
      const form = await formOf(c);
      const read = readForm(statusForm, form);
      const { entry } = await profileAt(c, db, scope);
      if (!read.ok) return statusPage(c, entry, registerForm(form, read.errors), null, 400);
      const version = versionBox.parse(form.version);
      const done = await setLeaderStatus(db, scope, { id: entry.id, version }, read.value);
      if (done.ok) return toLeader(c, entry.id, read.value.status);
      const errors: Record<string, string> =
        done.reason === 'changed since' || done.reason === 'no such school' ? {} : { status: NOT_SAVED[done.reason] };
      return statusPage(c, entry, registerForm(form, errors), sinceOf(done), 409);
    })
    .get(`${LEADER}/designation`, may(keepRegister, organisationSubjectOf), async (c) => {
      const profile = await profileAt(c, db, scopeOf(c, keepRegister));
      const earlier = earlierIn(profile, c.req.query('supersedes'));
      const { support } = registerToday();
      const begun = earlier === null ? { body: organisationOf(c).name, status: 'in force' } : { ...earlier };
      const boxes = earlier === null ? {} : dateBoxes('designated', earlier.designatedOn);
      const review = earlier === null ? {} : dateBoxes('review', earlier.reviewOn);
      const form = registerForm({ ...begun, ...boxes, ...review });
      return designationPage(c, profile, earlier, form, support);
    })
    .post(`${LEADER}/designation`, may(keepRegister, organisationSubjectOf), async (c) => {
      const scope = scopeOf(c, keepRegister);
      const { today, support } = registerToday();
      const form = await formOf(c);
      const profile = await profileAt(c, db, scope);
      const named = typeof form.supersedes === 'string' ? form.supersedes : undefined;
      const earlier = earlierIn(profile, named);
      const read = readForm(designationForm(support, { supersedes: earlier !== null }), form);
      const { days, dates } = daysIn(form, {
        designated: { name: 'the day of designation', required: false, when: 'today or past', today },
        review: { name: 'the day of the review', required: false },
      });
      const shown = (errors: Record<string, string>) => registerForm(form, errors, dates);
      const faults = shown(read.ok ? {} : read.errors);
      if (!read.ok || isWrong(faults)) return designationPage(c, profile, earlier, faults, support, 400);
      const { role, status, words, ...rest } = read.value;
      const months = roleOf(support, role)?.reviewMonths ?? 0;
      const reviewOn = days.review ?? monthsAfter(days.designated ?? today, months);
      const done = await designate(db, scope, profile.entry.id, {
        ...rest,
        role,
        status,
        designatedOn: days.designated,
        reviewOn: status === 'ended' ? null : reviewOn,
        supersedes: earlier === null ? null : { id: earlier.id, words },
      });
      if (done.ok) return toLeader(c, profile.entry.id, 'designated');
      return designationPage(c, profile, earlier, shown({ role: NOT_DESIGNATED[done.reason] }), support, 409);
    });
}

const NOT_SAVED = {
  'no such leader': 'This leader is no longer in the register',
  over: 'The entry has ended: restore it before you change it',
  'there already': 'Another entry of the register has this address, or this name at this school',
} as const;

const NOT_DESIGNATED = {
  'no such leader': 'This leader is no longer in the register',
  over: 'The entry has ended: restore it before you write down a designation',
  'no such designation': 'The earlier designation is not of this leader',
  'superseded already': 'Somebody has changed this designation already: look at it as it now stands',
} as const;

async function profileAt(c: Context, db: Kysely<Database>, scope: RegisterScope): Promise<LeaderProfile> {
  return foundOr404(await leaderProfile(db, scope, idAt(c, 'leader'), registerToday().today));
}

function toLeader(c: Context, id: string, done: string) {
  return c.redirect(paths.leader(organisationOf(c).id, id, undefined, { done }), 303);
}

function sinceOf(done: Extract<LeaderChanged, { ok: false }>): ChangedMeanwhile | null {
  return done.reason === 'changed since' ? done.since : null;
}

function formFrom(entry: LeaderEntry): RegisterForm {
  return registerForm({
    ...entry,
    homeUrn: String(entry.homeUrn),
    contexts: entry.contexts.join('\n'),
    furthestMinutes: entry.furthestMinutes === null ? '' : String(entry.furthestMinutes),
    mostSchools: String(entry.mostSchools),
  });
}

function changePage(
  c: Context,
  entry: LeaderEntry,
  form: RegisterForm,
  changed: ChangedMeanwhile | null = null,
  status: 200 | 400 | 409 = 200,
) {
  const { support } = registerToday();
  return page(
    c,
    <LeaderFormPage organisation={organisationOf(c)} entry={entry} support={support} form={form} changed={changed} />,
    status,
  );
}

function statusPage(
  c: Context,
  entry: LeaderEntry,
  form: RegisterForm,
  changed: ChangedMeanwhile | null = null,
  status: 200 | 400 | 409 = 200,
) {
  return page(c, <StatusPage organisation={organisationOf(c)} entry={entry} form={form} changed={changed} />, status);
}

function earlierIn({ designations }: LeaderProfile, id: string | undefined) {
  return id === undefined || id === ''
    ? null
    : foundOr404(
        designations.standing.find((one) => one.id === id),
        'designation that stands',
      );
}

function designationPage(
  c: Context,
  { entry }: LeaderProfile,
  earlier: LeaderProfile['designations']['standing'][number] | null,
  form: RegisterForm,
  support: ReturnType<typeof registerToday>['support'],
  status: 200 | 400 | 409 = 200,
) {
  return page(
    c,
    <DesignationPage
      organisation={organisationOf(c)}
      leader={entry}
      roles={designatedRoles(support)}
      earlier={earlier}
      form={form}
    />,
    status,
  );
}
