import type { Hono } from 'hono';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { type Member, memberIn, organisationIn, tenant } from '../../test/factories/people.ts';
import { addArea, addHead, addImport, addSchool } from '../../test/factories/register.ts';
import { ask, send, siteOn } from '../../test/site.ts';

const URN = 100_001;
const CHANGE = { notBefore: '2021-12-31', notAfter: '2022-07-06' };
const ADDRESS = `/schools/${URN}/heads/corrections`;
const FORM = { ...CHANGE, says: 'same person', 'happened-day': '', 'happened-month': '', 'happened-year': '' };
const LINK = 'Correct a change of head';

describe('corrections of a change of head', () => {
  const database = testDatabase();
  let app: Hono;
  let broker: Member;
  let ofTrust: Member;
  let head: Member;
  let elsewhere: Member;

  beforeAll(async () => {
    const { db } = database;
    const register = await addImport(db);
    const earlier = await addImport(db, 'gias-academies', { as_at: CHANGE.notBefore });
    await addArea(db, register, 821, 'Luton');
    await addSchool(db, { urn: URN, import_id: register });
    await addArea(db, register, 332, 'Dudley');
    await addSchool(db, { urn: 100_002, import_id: register, name: 'Interim School' });
    await addHead(db, register, 100_002, 'Cay Ray', { jobTitle: 'Interim Headteacher' });
    const trust = { group_uid: 5001, group_type: 'Multi-academy trust', group_name: 'Trust', joined_on: null };
    await db
      .insertInto('group_member')
      .values({ ...trust, urn: URN, import_id: register, line: 2 })
      .execute();
    await addHead(db, earlier, URN, 'Ann Hill', { title: 'Miss' });
    await addHead(db, register, URN, 'Ann Day', { title: 'Mrs' });
    app = siteOn(database);
    const service = await organisationIn(db, 'local authority', 821);
    broker = await memberIn(db, service, 'broker');
    ofTrust = await memberIn(db, await organisationIn(db, 'trust', 5001), 'adviser');
    head = await memberIn(db, await organisationIn(db, 'school', URN), 'headteacher');
    elsewhere = await memberIn(db, await organisationIn(db, 'local authority', 332), 'broker');
  });

  const pageOf = async (member: Member | null, path = `/schools/${URN}`) => (await ask(app, member, path)).text();
  const correct = (member: Member, fields: Record<string, string>) =>
    send(app, member, ADDRESS, { ...FORM, reason: 'She married in the spring', ...fields });
  const stored = () => tenant(database.db).selectFrom('headship_correction').selectAll().orderBy('made_at').execute();

  it('begin from what the names say, for those whose school it is', async () => {
    const page = await pageOf(broker, `${ADDRESS}?${new URLSearchParams(CHANGE)}`);
    expect(page).toContain('Miss Ann Hill');
    expect(page).toContain('The names say: unclear.');
    expect(await pageOf(broker)).toContain(LINK);
    expect(await pageOf(null)).not.toContain(LINK);
    expect(await pageOf(elsewhere)).not.toContain(LINK);
    expect((await ask(app, elsewhere, ADDRESS)).status).toBe(403);
  });

  it('are refused without an answer, without a reason, with a day outside, and for no change that is held', async () => {
    const outside = { says: 'another person', 'happened-day': '1', 'happened-month': '9', 'happened-year': '2022' };
    const wrong = [
      [{ says: '' }, 'Choose what is right'],
      [{ reason: ' ' }, 'Enter how you know'],
      [outside, 'The day must lie after the earlier extract'],
      [{ ...outside, 'happened-month': '13' }, 'Enter a real day'],
      [{ says: 'withdrawn' }, 'There is nothing to withdraw'],
      [{ notBefore: '2020-01-01' }, 'Choose the change again'],
    ] as const;
    for (const [fields, message] of wrong) {
      const answer = await correct(broker, fields);
      expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining(message)]);
    }
    expect(await stored()).toEqual([]);
  });

  it('show to the service that made them and to the school, beside what the names say', async () => {
    expect((await correct(broker, {})).status).toBe(303);
    expect((await correct(broker, {})).status).toBe(303);
    expect(await stored()).toHaveLength(1);
    for (const reader of [broker, head]) {
      const page = await pageOf(reader);
      expect(page).toContain('The same person: the head did not change.');
      expect(page).toMatch(/Corrected by Invented local authority 821 on .*: She married in the spring/);
      expect(page).toContain('Unclear.');
    }
    for (const reader of [null, ofTrust, elsewhere])
      expect(await pageOf(reader)).not.toContain('married in the spring');
  });

  it('show in the list of the area to those who made them, and to nobody else', async () => {
    const path = '/areas/821/heads';
    expect(await pageOf(broker, path)).toMatch(/Unclear\..*Corrected by Invented local authority 821/s);
    for (const reader of [null, ofTrust, elsewhere]) {
      const list = await pageOf(reader, path);
      expect(list).toContain('Ann Day');
      expect(list).not.toContain('married in the spring');
    }
  });

  it('of the school are read by the services that cover it, and take nothing from what these say', async () => {
    await correct(head, { says: 'another person', first: 'yes', standing: 'interim', reason: 'I am new here' });
    for (const reader of [broker, ofTrust]) {
      expect(await pageOf(reader)).toMatch(
        /Another person: the head changed; their first headship; interim\..*Said by the school on .*: I am new here/s,
      );
    }
    expect(await pageOf(broker)).toContain('She married in the spring');
  });

  it('may be changed and withdrawn, and stay in the history and in what is held about a person', async () => {
    await correct(broker, { says: 'vacancy', reason: 'Nobody was head' });
    expect(await pageOf(broker)).not.toContain('She married in the spring');
    await correct(broker, { says: 'withdrawn', reason: 'We were wrong' });
    expect(await pageOf(broker)).not.toContain('Corrected by');
    const history = await pageOf(broker, ADDRESS);
    for (const reason of ['She married in the spring', 'Nobody was head', 'We were wrong']) {
      expect(history).toContain(reason);
    }
    expect((await stored()).map(({ says, published_class }) => [says, published_class])).toEqual([
      ['same person', 'unclear'],
      ['another person', 'unclear'],
      ['vacancy', 'unclear'],
      ['withdrawn', 'unclear'],
    ]);
    const held = await pageOf(head, '/account/data');
    expect(held).toContain('What was said of changes of head at the school that you head');
    expect(held).toContain('We were wrong');
    expect(await pageOf(broker, '/account/data')).toContain('Changes of head that you corrected');
    const trail = await tenant(database.db)
      .selectFrom('audit_event')
      .select(['outcome', 'detail'])
      .where('action', '=', 'headship.correct')
      .where('person_id', '=', head.personId)
      .execute();
    expect(trail).toEqual([
      {
        outcome: 'done',
        detail: { after: CHANGE.notBefore, by: CHANGE.notAfter, from: 'unclear', to: 'another person' },
      },
    ]);
  });

  it('leave published turnover as it is, which says what it rests on and is kept from search engines by name', async () => {
    const page = await pageOf(null, '/areas/821/heads');
    expect(page).toContain('<meta name="robots" content="noindex"');
    expect(page).toContain('From 2 dated extracts, 31 December 2021 to 6 July 2022');
    expect(page).toMatch(/1 school of which two or more tell\. 1 school\s+seen in only one\s+is\s+not counted/);
    expect(page).toMatch(/Interim School.*interim.*Cay Ray/s);
    const england = await pageOf(null, '/england/heads');
    expect(england).toMatch(/Luton.*less than one year watched/s);
    expect(england).not.toContain('Ann');
  });

  it('leave the file of the area as it is published', async () => {
    const file = await ask(app, broker, '/areas/821/heads.csv');
    expect(file.headers.get('X-Robots-Tag')).toBe('noindex');
    const [, row] = (await file.text()).split('\r\n');
    expect(row).toBe(
      `${URN},School ${URN},2021-12-31,2022-07-06,unclear,"Another surname with the same first name: a new surname, as by marriage, or another person.",Ann Hill,Ann Day,,,,gias-academies.csv,1,gias-mainstream.csv,1`,
    );
  });

  it('have nothing to correct where one extract tells, and the area says what is needed', async () => {
    expect(await pageOf(null, '/areas/332/heads')).toContain('it takes two dated extracts of the same schools');
  });
});
