import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { actingAs, granted } from '../../test/factories/granted.ts';
import { type Member, memberIn, organisationIn, tenant } from '../../test/factories/people.ts';
import { placementIn } from '../../test/factories/placements.ts';
import { addArea, addImport, addSchool } from '../../test/factories/register.ts';
import { ask, send, siteOn, SITE_URL, siteSecretOfTests } from '../../test/site.ts';
import { writeAs } from '../access/scoped.ts';
import type { Organisation } from '../access/roles.ts';
import { FORM_TOKEN } from '../web/forgery.ts';
import { noteLeaderDays } from './commands/register/note-leader-days.ts';
import { keepRegister } from './policy.ts';
import { comingTerms } from './rules/register/ledger.ts';
import { londonIsoDay } from '../opendata/rules/london-time.ts';

const database = testDatabase();
let app: ReturnType<typeof siteOn>;
let service: Organisation;
let broker: Member;
let lead: Member;
let head: Member;

const [TERM] = comingTerms(londonIsoDay(new Date()));
const DAYS_BOX = `days-${TERM!.schoolYear}-${TERM!.term}`;

beforeAll(async () => {
  const { db } = database;
  app = siteOn(database);
  const register = await addImport(db);
  await addArea(db, register, 821, 'Luton');
  for (const urn of [100_001, 100_002])
    await addSchool(db, { urn, la_code: 821, la_name: 'Luton', import_id: register, name: `Primary ${urn}` });
  service = await organisationIn(db, 'local authority', 821);
  broker = await memberIn(db, service, 'broker', { name: 'Bea Broker' });
  lead = await memberIn(db, service, 'service lead', { name: 'Lea Lead' });
  head = await memberIn(db, await organisationIn(db, 'school', 100_001), 'headteacher', { email: 'ada@example.org' });
});

const at = (part = '') => `/organisations/${service.id}/leaders${part}`;
const textOf = async (member: Member | null, path: string) => (await ask(app, member, path)).text();
const details = (more: Record<string, string> = {}) => ({
  name: 'Ada Leader',
  email: 'Ada@example.org',
  homeUrn: '100001',
  phases: 'primary',
  fields: 'phonics',
  contexts: 'coastal town',
  mostSchools: '2',
  ...more,
});

const entries = () => tenant(database.db).selectFrom('system_leader').selectAll().orderBy('added_at').execute();

async function added(fields: Record<string, string>): Promise<string> {
  const { status, headers } = await send(app, broker, at('/new'), fields);
  expect(status).toBe(303);
  return /leaders\/([0-9a-f-]{36})/.exec(headers.get('location') ?? '')![1]!;
}

async function upload(csv: string) {
  const body = new FormData();
  body.append(FORM_TOKEN, siteSecretOfTests.sign('form', broker.token));
  body.append('file', new File([csv], 'register.csv', { type: 'text/csv' }));
  const headers = { cookie: broker.cookie, origin: SITE_URL, 'sec-fetch-site': 'same-origin' };
  return app.request(SITE_URL + at('/import'), { method: 'POST', headers, body });
}

const designations = () =>
  tenant(database.db).selectFrom('leader_designation').selectAll().orderBy('recorded_at').execute();

describe('a leaders’ register', () => {
  it('is kept by the service alone, tells what is wrong by field, and takes each leader once', async () => {
    expect(await textOf(broker, at())).toContain('The register is empty');
    expect((await ask(app, head, at())).status).toBe(403);
    const wrong = await send(app, broker, at('/new'), { ...details(), name: '', homeUrn: '1', mostSchools: '0' });
    expect(wrong.status).toBe(400);
    const html = await wrong.text();
    for (const field of ['#name', '#homeUrn', '#mostSchools']) expect(html).toContain(`href="${field}"`);
    expect(html).toContain('value="Ada@example.org"');
    const id = await added(details());
    expect((await send(app, broker, at('/new'), details())).status).toBe(409);
    // The address is that of the head's account, whose role is in the home school.
    expect(await entries()).toMatchObject([{ id, email: 'ada@example.org', person_id: head.personId, version: 1 }]);
  });

  it('tells whoever sends an older form what was changed and by whom, and keeps what they typed', async () => {
    const [{ id } = { id: '' }] = await entries();
    const change = at(`/${id}/change`);
    await send(app, lead, change, { ...details({ mostSchools: '3' }), version: '1' });
    const late = await send(app, broker, change, { ...details({ partnership: 'North' }), version: '1' });
    expect(late.status).toBe(409);
    const html = await late.text();
    expect(html).toContain('Most schools at once: was 2, is 3');
    expect(html).toContain('Lea Lead');
    expect(html).toContain('value="North"');
    expect(html).toContain('name="version" value="2"');
    await send(app, broker, change, { ...details({ partnership: 'North', mostSchools: '3' }), version: '2' });
    expect(await entries()).toMatchObject([{ most_schools: 3, partnership: 'North', version: 3 }]);
    // Another address is another person's: the entry leaves the account until it is joined anew.
    await send(app, broker, change, { ...details({ email: 'new@example.org', mostSchools: '3' }), version: '3' });
    expect(await entries()).toMatchObject([{ person_id: null }]);
    await send(app, broker, change, { ...details(), version: '4' });
    expect(await entries()).toMatchObject([{ person_id: head.personId }]);
  });

  it('supersedes designations and never overwrites one', async () => {
    const [{ id } = { id: '' }] = await entries();
    const form = {
      role: 'local-leader',
      body: 'Luton',
      evidence: 'Three schools',
      ruleSet: 'local',
      status: 'in force',
      'designated-day': '27',
      'designated-month': '3',
      'designated-year': '2024',
    };
    const path = at(`/${id}/designation`);
    const wrong = await send(app, broker, path, { ...form, 'designated-month': '13', role: 'headteacher' });
    const html = await wrong.text();
    for (const field of ['#role', '#designated-month']) expect(html).toContain(`href="${field}"`);
    for (let twice = 0; twice < 2; twice += 1) expect((await send(app, broker, path, form)).status).toBe(303);
    const [first] = await designations();
    expect(await designations()).toMatchObject([{ designated_on: '2024-03-27', review_on: '2028-03-27' }]);
    const ended = { ...form, status: 'ended', supersedes: first!.id };
    expect(await (await send(app, broker, path, ended)).text()).toContain('Enter why it takes the place');
    expect((await send(app, broker, path, { ...ended, words: 'Retired' })).status).toBe(303);
    // The earlier one is history: it is not changed, and not superseded again.
    expect((await send(app, broker, path, { ...ended, words: 'Again' })).status).toBe(404);
    expect(await designations()).toMatchObject([first!, { status: 'ended', review_on: null, words: 'Retired' }]);
    expect((await send(app, broker, path, { ...form, body: 'A hub' })).status).toBe(303);
    expect(await textOf(broker, at(`/${id}`))).toContain('Earlier designations (1)');
  });

  it('lets the leader say days, interests and the directory, and the public see what they agreed to', async () => {
    const [{ id } = { id: '' }] = await entries();
    const own = `/leaders/me/${id}`;
    expect(await textOf(head, '/leaders/me')).toContain('Please say them again');
    expect(await textOf(head, '/my-work')).toContain('Confirm the days that you can give');
    expect(await textOf(broker, '/my-work')).toContain('See that leaders confirm their days (1)');
    expect(await textOf(lead, '/leaders/me')).toContain('No service has you');
    expect((await send(app, lead, `${own}/days`, { [DAYS_BOX]: '4' })).status).toBe(404);
    expect(await (await send(app, head, `${own}/days`, { [DAYS_BOX]: '4.3' })).text()).toContain('whole or half days');
    for (let twice = 0; twice < 2; twice += 1) await send(app, head, `${own}/days`, { [DAYS_BOX]: '4.5' });
    expect(await textOf(head, '/my-work')).not.toContain('Confirm the days');
    const said = await tenant(database.db).selectFrom('leader_capacity').selectAll().execute();
    expect(said).toMatchObject([{ half_days: 9, said_by: head.personId }]);
    const interest = { kind: 'governor', about: 'school', number: '100002', words: 'Chair' };
    await send(app, head, `${own}/standing`, interest);
    expect(await (await send(app, head, `${own}/standing`, { ...interest, number: '9' })).text()).toContain(
      'No school',
    );
    const [noted] = await tenant(database.db).selectFrom('leader_interest').selectAll().execute();
    expect(await textOf(broker, at(`/${id}`))).toContain('Is not paired with a school or trust that they govern');
    await send(app, broker, at(`/${id}/standing/${noted!.id}`), { why: 'Stepped down' });
    expect(await textOf(head, '/leaders/me')).toContain('Stepped down');

    expect(await textOf(null, '/directory')).toContain('The directory is empty');
    await send(app, head, `${own}/consent`, { says: 'yes', shows: 'fields' });
    const seen = await textOf(null, '/directory?field=phonics');
    expect(seen).toContain('Ada Leader');
    for (const hidden of ['ada@example.org', 'Primary 100001', 'coastal']) expect(seen).not.toContain(hidden);
    expect(await textOf(null, `/directory/${id}`)).not.toContain('Primary 100001');
    expect(await textOf(null, '/directory?field=maths')).toContain('Nobody in the directory');
    await send(app, head, `${own}/consent`, { says: 'no' });
    expect((await ask(app, null, `/directory/${id}`)).status).toBe(404);
  });

  it('counts what placements promise and use, and shows them to their parties', async () => {
    const [{ id } = { id: '' }] = await entries();
    const placement = await placementIn(database.db, service, {
      supportedUrn: 100_002,
      homeUrn: 100_001,
      madeBy: broker.personId,
    });
    await database.pool.query('update placement set leader_id = $2, version = version + 1 where id = $1', [
      placement,
      id,
    ]);
    const subject = { kind: 'organisation', organisationId: service.id } as const;
    const scope = granted(keepRegister, actingAs(broker, service, 'broker'), subject);
    const note = (kind: 'promised' | 'used' | 'given back', halfDays: number) =>
      writeAs(database.site.db, scope, async (transaction) => ({
        result: await noteLeaderDays(transaction, {
          ...TERM!,
          leaderId: id,
          organisationId: service.id,
          kind,
          halfDays,
          placementId: placement,
          by: { person: broker.personId, role: 'broker' },
        }),
      }));
    expect(await note('promised', 4)).toMatchObject({ offered: 9, left: 5 });
    expect(await note('used', 1)).toMatchObject({ promised: 4, used: 1, left: 5 });
    expect(await note('given back', 3)).toMatchObject({ promised: 1, left: 8 });
    await expect(note('given back', 2)).rejects.toThrow('given back than promised');
    const html = await textOf(broker, at(`/${id}`));
    expect(html).toContain('Primary 100002');
    expect(html).toContain('Head coaching');
  });

  it('is read from a file whole or not at all, and written as one', async () => {
    const before = await entries();
    const faulty = await upload('Name,Home URN\nBo Two,100002\nCy Three,999999\n');
    expect(faulty.status).toBe(400);
    expect(await faulty.text()).toContain('No school has the URN 999999');
    expect(await entries()).toEqual(before);
    const file = `Name,Home URN,Email,Role,Designating body\nBo Two,100002,,specialist,Luton\nAda Leader,100001,ada@example.org,,\n`;
    expect(await (await upload(file)).text()).toContain('1 leader added with 1 designation');
    expect(await (await upload(file)).text()).toContain('0 leaders added');
    const csv = await textOf(broker, at('/register.csv'));
    expect(csv).toContain('Bo Two,100002,');
    const xlsx = await ask(app, broker, at('/register.xlsx'));
    expect(
      Buffer.from(await xlsx.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    expect(await textOf(broker, at('?due=days'))).toContain('1 leader by name');
    expect(await textOf(broker, at('?q=primary+100001&role=local-leader'))).toContain('1 leader by name');
    expect(await textOf(broker, at('?due=review'))).toContain('No leader of the register is like that');
    await database.pool.query("update leader_designation set review_on = current_date where body = 'A hub'");
    expect(await textOf(broker, '/my-work')).toContain('Review a designation');
    expect(await textOf(broker, at('?due=review'))).toContain('1 leader by name');
  });

  it('ends an entry with a reason, out of the directory, and restores it', async () => {
    const [{ id, version } = { id: '', version: 0 }] = await entries();
    await send(app, broker, at(`/${id}/consent`), {
      says: 'yes',
      'given-day': '1',
      'given-month': '3',
      'given-year': '2026',
    });
    expect((await ask(app, null, `/directory/${id}`)).status).toBe(200);
    const end = { status: 'ended', why: '', version: String(version) };
    expect((await send(app, broker, at(`/${id}/status`), end)).status).toBe(400);
    await send(app, broker, at(`/${id}/status`), { ...end, why: 'Moved away' });
    expect((await ask(app, null, `/directory/${id}`)).status).toBe(404);
    expect((await send(app, head, `/leaders/me/${id}/days`, { [DAYS_BOX]: '1' })).status).toBe(409);
    const back = { status: 'active', why: '', version: String(version + 1) };
    expect((await send(app, broker, at(`/${id}/status`), back)).status).toBe(303);
    expect((await entries())[0]).toMatchObject({ status: 'active', status_why: null, version: version + 2 });
    const trail = await database.pool.query("select detail::text from audit_event where action = 'register.keep'");
    expect(trail.rows.map(({ detail }) => detail).join('')).not.toContain('Moved away');
  });
});
