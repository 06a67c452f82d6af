import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { type Member, memberIn, organisationIn } from '../../test/factories/people.ts';
import { addArea, addImport, addSchool } from '../../test/factories/register.ts';
import { type MailServer, startMailServer } from '../../test/mail-server.ts';
import { ask, send, SITE_URL, siteOn, siteSecretOfTests } from '../../test/site.ts';
import type { Organisation } from '../access/roles.ts';
import type { WorkItem } from '../calendar/work-item.ts';
import { englandHolidays } from '../england-calendar.ts';
import { startJobs } from '../jobs.ts';
import { daysAfter, londonIsoDay } from '../opendata/rules/london-time.ts';
import { policyAsAt } from '../policies.ts';
import { publishedTerms } from '../england-calendar.ts';
import { daysByField, TERM_FIELDS } from '../schools/rules/terms/term-fields.ts';
import { dateBoxes } from '../web/form-date.ts';
import { schoolYearOf } from '../calendar/terms.ts';
import { writeAboutWork, type WritingDeps } from './commands/work/write-about-work.ts';
import { workTask } from './policy.ts';
import { WORK_SOURCES } from './routes/work/sources.tsx';
import { workMailToken } from './rules/work/work-mail.ts';
import { reminderPolicyKind } from './schema/reminder-policy.ts';

const today = londonIsoDay(new Date());
const URN = 100_001;

const item = (key: string, due: string | null, about: string): WorkItem => ({
  key,
  title: `Do ${key}`,
  href: '/x',
  due,
  since: null,
  about,
  kind: 'Planning',
});

describe('my work', () => {
  const database = testDatabase();
  let app: Hono;
  let council: Organisation;
  let lead: Member;
  let broker: Member;
  let administrator: Member;
  let head: Member;

  const sql = async (text: string, values: unknown[] = []) =>
    (await database.pool.query<Record<string, unknown>>(text, values)).rows;
  const words = async (member: Member, path = '/my-work') =>
    (await (await ask(app, member, path)).text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

  const feedOf = async (member: Member) => {
    const page = await (await send(app, member, '/account/calendar')).text();
    return new URL(/http:\/\/[^<\s]+\.ics/.exec(page)![0]).pathname;
  };

  beforeAll(async () => {
    const { db } = database;
    app = siteOn(database);
    const register = await addImport(db);
    await addArea(db, register, 821, 'Luton');
    await addSchool(db, { urn: URN, import_id: register, name: 'Invented Primary' });
    council = await organisationIn(db, 'local authority', 821);
    const school = await organisationIn(db, 'school', URN);
    lead = await memberIn(db, council, 'service lead', { email: 'lead@example.org' });
    broker = await memberIn(db, council, 'broker', { email: 'broker@example.org' });
    administrator = await memberIn(db, council, 'administrator', { email: 'administrator@example.org' });
    head = await memberIn(db, school, 'headteacher', { email: 'head@example.org' });
    await sql(
      `insert into need_round (organisation_id, school_year, term, policy_id, policy, pack_sha256, as_at, panel_on, letters_on, answer_by, opened_by, opened_in_role)
       values ($1, 2026, 'autumn', 'p', '{}', 'x', '2026-09-01', $3::date - 2, $3::date + 20, $3::date + 40, $2, 'service lead')`,
      [council.id, lead.personId, today],
    );
    await sql(
      `with round as (
         insert into planning_round (organisation_id, title, school_year, term, term_from, term_to, as_at, travel, inputs_sha256, opened_by, opened_in_role)
         values ($1, 'Round of spring', 2026, 'spring', '2027-01-01', '2027-03-31', '2026-09-01', 'straight line', 'x', $2, 'broker') returning id)
       insert into planning_ask (round_id, organisation_id, need_key, leader_key, side, urn, other_urn, content, people, answer_by, asked_by, asked_in_role)
       select id, $1, 'n', 'l', 'supported', ${URN}, 100002,
         '{"school": "Invented Primary", "other": "Secret Academy", "support": "x", "days": 3, "leader": "x", "round": "x", "organisation": "Invented local authority 821"}',
         1, $3::date + 1, $2, 'broker' from round`,
      [council.id, broker.personId, today],
    );
    await sql(
      "insert into person_request (person_id, organisation_id, kind, words, due_on) values ($1, $2, 'access', 'words', $3::date + 5)",
      [broker.personId, council.id, today],
    );
    await sql(
      "insert into import_job (organisation_id, uploaded_by, uploaded_in_role, state, ended_at) values ($1, $2, 'broker', 'failed', now())",
      [council.id, broker.personId],
    );
  });

  it('shows each role what waits for it, the pages of the role, and nothing of others', async () => {
    const ofLead = await words(lead);
    expect(ofLead).toContain('Open the panel of the round of moderation');
    expect(ofLead).toContain('2 days late');
    expect(ofLead).toContain('Try an import again or discard it');
    expect(ofLead).toContain('Planning rounds: lock, forbid');
    const ofHead = await words(head);
    expect(ofHead).toContain('Say whether you have an interest in another school');
    expect(ofHead).not.toContain('Secret Academy');
    expect(ofHead).not.toContain('panel');
    const ofAdministrator = await words(administrator);
    expect(ofAdministrator).toContain('Decide a request about personal data');
    expect(ofAdministrator).not.toContain('panel');
    expect(await words(await memberIn(database.db, council, 'read-only'))).toContain('Nothing waits for you.');
    const kind = await words(lead, '/my-work?kind=Imports');
    expect([kind.includes('Try an import again'), kind.includes('Open the panel')]).toEqual([true, false]);
    expect(await words(lead, '/my-work?kind=Nothing')).toContain('Show all work');
  });

  it('holds back what a role without its second factor may not see', async () => {
    const without = await memberIn(database.db, council, 'service lead', { secondFactor: false });
    await sql("update membership set role = 'administrator' where id = $1", [without.membershipId]);
    const shown = await words(without);
    expect(shown).toContain('second factor');
    expect(shown).not.toContain('Decide a request');
  });

  it('is asked for signed in, leads there after signing in, and says once in the trail that it was read', async () => {
    expect((await ask(app, null, '/my-work')).headers.get('location')).toBe('/sign-in?to=%2Fmy-work');
    const read = await sql("select count(*)::int as n from audit_event where person_id = $1 and action like '%read%'", [
      head.personId,
    ]);
    await ask(app, head, '/my-work');
    expect(
      await sql('select action from audit_event where person_id = $1 order by seq desc limit 1', [head.personId]),
    ).toEqual([{ action: 'work.read' }]);
    expect(
      await sql("select count(*)::int as n from audit_event where person_id = $1 and action like '%read%'", [
        head.personId,
      ]),
    ).toEqual([{ n: (read[0]!.n as number) + 1 }]);
  });

  describe('as a calendar', () => {
    it('is a private feed that a new address ends, as the end does', async () => {
      const first = await feedOf(lead);
      const answer = await ask(app, null, first);
      expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
      const feed = (await answer.text()).replaceAll('\r\n ', '');
      expect(feed).toContain('SUMMARY:Due: Open the panel of the round of moderation');
      expect(feed).toContain('SUMMARY:Panel\\, round of the autumn term 2026-27');
      expect(await sql('select token_hash from calendar_feed where token_hash = $1', [first])).toEqual([]);
      expect(await words(lead, '/account/calendar')).toContain('A calendar last asked for it');
      const second = await feedOf(lead);
      expect((await ask(app, null, first)).status).toBe(404);
      expect((await ask(app, null, second)).status).toBe(200);
      await send(app, lead, '/account/calendar/end');
      expect((await ask(app, null, second)).status).toBe(404);
      expect(await words(lead, '/account/calendar')).toContain('Make a calendar feed');
    });

    it('ends with the role, a restriction and the person, and is no reading of theirs', async () => {
      const leaver = await memberIn(database.db, council, 'service lead');
      const path = await feedOf(leaver);
      const trail = () => sql('select action from audit_event where person_id = $1 order by seq', [leaver.personId]);
      const before = await trail();
      expect(await (await ask(app, null, path)).text()).toContain('Open the panel');
      expect(await trail()).toEqual(before);
      await sql('update membership set ended_at = now() where id = $1', [leaver.membershipId]);
      expect(await (await ask(app, null, path)).text()).not.toContain('Open the panel');
      await sql('update person set restricted_at = now() where id = $1', [leaver.personId]);
      expect((await ask(app, null, path)).status).toBe(404);
      await sql('update person set restricted_at = null, erased_at = now(), email = null where id = $1', [
        leaver.personId,
      ]);
      expect(await sql('select * from calendar_feed where person_id = $1', [leaver.personId])).toEqual([]);
    });
  });

  describe('by mail', () => {
    let server: MailServer;
    beforeAll(async () => {
      server = await startMailServer();
    });
    afterAll(() => server.close());

    // A Monday, a Tuesday and the Sunday before, whatever the day of the test.
    const [monday, tuesday] = ['2026-11-23', '2026-11-24'];
    const deps = (day: string, more: Partial<WritingDeps> = {}): WritingDeps => ({
      remind: workTask('work.remind'),
      weekly: workTask('work.write-weekly'),
      sources: [
        async ({ person }) =>
          person.id === broker.personId
            ? [item('due soon', daysAfter(monday, 1), 'Hidden Primary'), item('some time', null, 'Hidden Primary')]
            : [],
      ],
      links: {
        page: `${SITE_URL}/my-work`,
        stop: (person, letter) =>
          `${SITE_URL}/work-mail/stop?token=${workMailToken(siteSecretOfTests, person, letter)}`,
      },
      policy: policyAsAt(reminderPolicyKind, day),
      holidays: englandHolidays(day),
      today: day,
      hour: 9,
      ...more,
    });
    const write = (day: string, more?: Partial<WritingDeps>) => writeAboutWork(database.site.db, deps(day, more));

    it('leaves at working hours, once for each step, by a real mail server, and names no school', async () => {
      expect(await write('2026-11-22')).toEqual({ weekly: 0, reminders: 0 });
      expect(await write(monday, { hour: 7 })).toEqual({ weekly: 0, reminders: 0 });
      expect(await write(monday)).toEqual({ weekly: 1, reminders: 1 });
      expect(await write(monday)).toEqual({ weekly: 0, reminders: 0 });
      expect(await write(tuesday)).toEqual({ weekly: 0, reminders: 1 });
      expect(await sql('select step from work_reminder order by step')).toEqual([{ step: -1 }, { step: 0 }]);
      const mail = { by: 'smtp' as const, url: server.url, from: 'Alongside <alongside@example.org>' };
      const working = await startJobs({
        ...database.site,
        owner: database,
        siteUrl: SITE_URL,
        secret: siteSecretOfTests,
        config: { mail, demonstration: false, databaseUrl: 'not the embedded one' },
      });
      const letters = [];
      for (let k = 0; k < 3; k++) letters.push(await server.next('broker@example.org'));
      await working.stop();
      const weekly = letters.find((letter) => letter.includes('Your work this week'))!;
      expect(weekly).toContain('Broker, Invented local authority 821');
      expect(weekly).toContain('- Do due soon: due 24 November 2026');
      expect(weekly).toContain('- Do some time');
      const reminders = letters.filter((letter) => letter.includes('Reminder: something of yours is due'));
      expect(reminders).toHaveLength(2);
      for (const letter of letters) {
        expect(letter).not.toContain('Hidden');
        expect(letter).toMatch(/^List-Unsubscribe:/im);
      }
      for (const letter of reminders) expect(letter).not.toContain('some time');
    });

    it('reads what waits in the name of the person, and the trail does not say that they read', async () => {
      const before = await sql('select count(*)::int as n from audit_event where person_id = $1', [head.personId]);
      expect(await write(monday, { sources: WORK_SOURCES })).not.toEqual({ weekly: 0, reminders: 0 });
      const [after] = await sql(
        "select count(*)::int as n from audit_event where person_id = $1 and action not in ('work.remind', 'work.write-weekly')",
        [head.personId],
      );
      expect(after).toEqual(before[0]);
    });

    it('ends by the link in the letter, and by choice', async () => {
      const stop = `/work-mail/stop?token=${workMailToken(siteSecretOfTests, broker.personId, 'weekly')}`;
      expect(await (await ask(app, null, stop)).text()).toContain('Stop weekly letters');
      // As mail programs do it: without cookies or a token of ours.
      const oneClick = await app.request(SITE_URL + stop, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'List-Unsubscribe=One-Click',
      });
      expect(oneClick.status).toBe(200);
      expect((await ask(app, null, stop.replace('.weekly.', '.reminders.'))).status).toBe(404);
      const nextMonday = daysAfter(monday, 7);
      const soon = { sources: [async () => [item('other', daysAfter(nextMonday, 1), 'x')]] };
      await sql('update membership set ended_at = now() where person_id not in ($1, $2)', [
        broker.personId,
        lead.personId,
      ]);
      expect(await write(nextMonday, soon)).toEqual({ weekly: 1, reminders: 2 });
      await send(app, lead, '/account/work-mail');
      expect(await sql('select weekly, reminders from work_mail where person_id = $1', [lead.personId])).toEqual([
        { weekly: false, reminders: false },
      ]);
      expect(await write(daysAfter(nextMonday, 1), soon)).toEqual({ weekly: 0, reminders: 1 });
    });
  });

  describe('term dates of a service', () => {
    const year = schoolYearOf(today);
    const path = () => `/organisations/${council.id}/terms?year=${year}`;
    const shown = publishedTerms(null, 2026)!;
    // The days of the general dates, in the year that the test runs in.
    const moved = (day: string) => `${Number(day.slice(0, 4)) + year - 2026}${day.slice(4)}`;
    const typed = (change: Record<string, string> = {}) => ({
      do: 'enter',
      ...(Object.assign(
        {},
        ...TERM_FIELDS.map((field) => dateBoxes(field, moved(daysByField(shown.terms)[field]))),
      ) as Record<string, string>),
      ...change,
    });

    it('are entered once, with history, and given back', async () => {
      const wrong = await send(app, lead, path(), typed({ 'autumn-ends-day': '40' }));
      expect(wrong.status).toBe(422);
      const page = await wrong.text();
      expect(page).toContain('href="#autumn-ends-day"');
      expect(page).toContain('value="40"');
      for (let k = 0; k < 2; k++) expect((await send(app, lead, path(), typed())).status).toBe(303);
      expect(await sql('select school_year from service_terms')).toEqual([{ school_year: year }]);
      expect(await words(lead, path())).toContain('These are the dates that your service entered.');
      await send(app, lead, path(), { do: 'go back' });
      const back = await words(lead, path());
      expect(back).not.toContain('These are the dates that your service entered.');
      expect(back).toContain('Back to the published dates on');
      expect((await ask(app, head, path())).status).toBe(403);
    });
  });
});
