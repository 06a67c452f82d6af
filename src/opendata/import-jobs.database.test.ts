import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Hono } from 'hono';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { zipOf } from '../../test/factories/archive.ts';
import { type Member, memberIn, organisationIn } from '../../test/factories/people.ts';
import { ask, send, SITE_URL, siteOn, siteSecretOfTests } from '../../test/site.ts';
import { importInThread } from '../import-in-thread.ts';
import { FORM_TOKEN } from '../web/forgery.ts';
import { type DoWork, workOffImports } from './commands/work-off-imports.ts';
import { workOnJob } from './commands/work-on-job.ts';

const ABSENCE = 'LA,ESTAB,URN,PERCTOT,PPERSABS10\n';
const GROUPS =
  'Group UID,Group Name,Group Type,Group Status,Companies House Number,Open date,Incorporated on (open date),Closed Date,Head of Group Title\n';
const absence = ABSENCE + Array.from({ length: 60 }, (_, at) => `202,2000,${100_000 + at},4.3,11\n`).join('');
const withBadRow = `${absence}202,2000,100300,many,11\n`;

describe('importing on the site', () => {
  const database = testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'alongside-jobs-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  let app: Hono;
  let lead: Member;
  let colleague: Member;
  let stranger: Member;
  let adviser: Member;

  beforeAll(async () => {
    app = siteOn(database, { uploadMegabytes: 2 });
    const luton = await organisationIn(database.db, 'local authority', 821);
    lead = await memberIn(database.db, luton, 'service lead', { name: 'Invented Lead' });
    colleague = await memberIn(database.db, luton, 'adviser');
    adviser = colleague;
    stranger = await memberIn(database.db, await organisationIn(database.db, 'hub'), 'broker');
  });
  beforeEach(async () => {
    await database.pool.query('truncate import, import_job cascade');
  });

  const rows = async (query: string) => (await database.pool.query<Record<string, unknown>>(query)).rows;
  const faults: string[] = [];
  // A thread takes a second to begin in TypeScript, so only the test that ends one has one.
  const inProcess: DoWork = async (job) => {
    if (job !== null) await workOnJob(database.pool, job, { folder });
  };
  const workOff = (doWork = inProcess) =>
    workOffImports({ pool: database.pool, doWork, log: (line) => faults.push(line) });

  /** Sends files as a browser does: the token first. */
  const upload = (files: Record<string, string | Buffer>, fields: Record<string, string> = {}, token = lead.token) => {
    const form = new FormData();
    form.set(FORM_TOKEN, siteSecretOfTests.sign('form', token));
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    for (const [name, content] of Object.entries(files)) form.append('files', new File([content as BlobPart], name));
    return post(form);
  };
  const post = (body: BodyInit, headers: Record<string, string> = {}) =>
    app.request(`${SITE_URL}/imports/new`, {
      method: 'POST',
      headers: { cookie: lead.cookie, origin: SITE_URL, 'sec-fetch-site': 'same-origin', ...headers },
      body,
      duplex: 'half',
    } as RequestInit);
  const uploaded = async (files: Record<string, string | Buffer>, fields: Record<string, string> = {}) => {
    const answer = await upload(files, fields);
    expect(answer.status).toBe(303);
    return answer.headers.get('location')!;
  };
  const pageOf = async (path: string, member: Member | null = lead) => (await ask(app, member, path)).text();
  const stateOf = async (path: string) =>
    (await rows(`select step || ' ' || state as is from import_job where id = '${path.split('/').at(-1)}'`))[0]?.is;
  const kept = async () =>
    rows('select (select count(*) from import_job) as jobs, (select count(*) from import_job_part) as parts');

  it('checks what is sent, asks what the files do not say, and loads when a person says so', async () => {
    const job = await uploaded({
      'absence.csv': withBadRow,
      'more.zip': zipOf({ 'groups.csv': `${GROUPS}2044,Chiltern Trust,Multi-academy trust,Open,,,,,\n`, 'x.txt': 'x' }),
      'strange.csv': 'a,b\n1,2\n',
    });
    expect(await pageOf(job)).toContain('Waiting to be checked');
    await workOff();
    expect(await stateOf(job)).toBe('check checked');
    const asked = await pageOf(job);
    for (const words of ['Year of absence.csv', 'Day of more.zip: groups.csv', 'not that of any dataset', 'x.txt'])
      expect(asked).toContain(words);
    expect(asked).not.toContain('Load these files');
    expect(await rows('select from import')).toEqual([]);

    const wrong = await send(app, lead, job, { do: 'answer', 'year-0': '18' });
    expect([wrong.status, await wrong.text()]).toEqual([400, expect.stringContaining('Year must be a year from 2000')]);
    await send(app, lead, job, {
      do: 'answer',
      'year-0': '2018',
      'as-at-1-day': '6',
      'as-at-1-month': '7',
      'as-at-1-year': '2022',
    });
    await workOff();
    expect(await pageOf(job)).toContain('Load these files');
    expect(await rows('select from import')).toEqual([]);

    await send(app, lead, job, { do: 'load' });
    await workOff();
    expect(await stateOf(job)).toBe('load loaded');
    expect(await rows('select dataset, year, as_at from import order by dataset')).toEqual([
      { dataset: 'absence', year: 2018, as_at: '2019-08-31' },
      { dataset: 'gias-groups', year: null, as_at: '2022-07-06' },
    ]);
    expect(await kept()).toEqual([{ jobs: 1, parts: 0 }]);
    expect(
      await rows(
        `select detail->>'deed' as deed from audit_event where action = 'opendata.import' and detail ? 'deed' and outcome = 'done' order by seq`,
      ),
    ).toEqual([{ deed: 'answer' }, { deed: 'load' }]);
    expect(faults).toEqual([]);

    // Its page says who brought it: the organisation to all, the person to those of the same.
    const [{ id }] = (await rows(`select id from import where dataset = 'absence'`)) as [{ id: number }];
    for (const [member, sees] of [
      [null, false],
      [stranger, false],
      [colleague, true],
    ] as const) {
      const page = await pageOf(`/sources/${id}`, member);
      expect(page).toContain('Invented local authority 821');
      expect(page.includes('Invented Lead')).toBe(sees);
    }
    const file = await ask(app, null, `/sources/${id}/set-aside.csv`);
    expect(await file.text()).toContain('202,2000,100300,many,11');
    expect((await ask(app, null, '/sources/999999/set-aside.csv')).status).toBe(404);
  });

  it('keeps nothing of an upload that is forged, broken off, empty or too large', async () => {
    const forged = await upload({ 'a.csv': absence }, {}, 'somebody else');
    expect(forged.status).toBe(400);
    const late = new FormData();
    late.append('files', new File([absence], 'a.csv'));
    late.set(FORM_TOKEN, siteSecretOfTests.sign('form', lead.token));
    expect((await post(late)).status).toBe(400);

    const type = 'multipart/form-data; boundary=b';
    const begun = `--b\r\nContent-Disposition: form-data; name="${FORM_TOKEN}"\r\n\r\n${siteSecretOfTests.sign('form', lead.token)}\r\n--b\r\nContent-Disposition: form-data; name="files"; filename="a.csv"\r\n\r\n${absence}`;
    expect((await post(begun, { 'content-type': type })).status).toBe(400);
    const broken = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(Buffer.from(begun)),
      async pull(controller) {
        await pause(20);
        controller.error(Object.assign(new Error('aborted'), { code: 'ECONNRESET' }));
      },
    });
    expect((await post(broken, { 'content-type': type })).status).toBe(400);

    const none = await upload({});
    expect([none.status, await none.text()]).toEqual([400, expect.stringContaining('Choose at least one file')]);
    expect((await upload({ 'a.csv': '' })).status).toBe(400);
    expect((await upload({ 'a.csv': absence }, { year: 'x' })).status).toBe(400);
    const large = await upload({ 'a.csv': Buffer.alloc(2_200_000, 'x') });
    expect([large.status, await large.text()]).toEqual([413, expect.stringContaining('more than 2 MB')]);
    const told = await post(begun, { 'content-type': type, 'content-length': '9000000' });
    expect(told.status).toBe(413);
    expect(await kept()).toEqual([{ jobs: 0, parts: 0 }]);
  });

  it('keeps a file of several parts as it was sent, under a name that means no path', async () => {
    const content = Buffer.from(absence.repeat(1200));
    await uploaded({ '../../etc/absence 2018-2019.csv': content });
    const [file] =
      await rows(`select name, bytes, (select string_agg(content, '' order by part) from import_job_part) as held,
      (select count(*) from import_job_part) as parts from import_job_file`);
    expect(file).toMatchObject({ name: 'absence 2018-2019.csv', bytes: content.length, parts: 2 });
    expect(content.equals(file?.held as Buffer)).toBe(true);
  });

  it('is for service leads and brokers, each organisation its own', async () => {
    const job = await uploaded({ 'absence-2018-2019.csv': absence });
    expect((await ask(app, adviser, '/imports')).status).toBe(403);
    expect((await ask(app, stranger, job)).status).toBe(404);
    expect((await send(app, stranger, job, { do: 'discard' })).status).toBe(404);
    expect(await pageOf('/imports', stranger)).not.toContain('absence-2018');
    expect(await pageOf('/imports')).toContain('absence-2018-2019.csv');
    const closed = siteOn(database, { imports: 'command-line' });
    expect((await ask(closed, lead, '/imports/new')).status).toBe(404);
    expect((await send(closed, lead, job, { do: 'discard' })).status).toBe(404);
    expect(await (await ask(closed, lead, job)).text()).not.toContain('Discard');
  });

  it(
    'waits for another import, says so, and is cancelled at any moment with nothing kept',
    { timeout: 60_000 },
    async () => {
      const job = await uploaded({ 'a-2017-2018.csv': absence, 'b-2018-2019.csv': withBadRow });
      await workOff();
      await send(app, lead, job, { do: 'load' });
      // Another import stands in the way of the second file: the first has been loaded by then.
      await database.pool.query(`create function hold() returns trigger language plpgsql as $$ begin
      if new.year = 2018 then perform pg_sleep(100); end if; return new; end $$`);
      await database.pool.query('create trigger hold before insert on import for each row execute function hold()');
      const held = await database.pool.connect();
      await held.query('begin; select pg_advisory_xact_lock(821881)');
      const inThread = importInThread(database.pool);
      const working = workOff((id, signal) => (id === null ? inProcess(id, signal) : inThread(id, signal)));
      const until = async (words: string) => {
        for (let tries = 0; tries < 300; tries += 1) {
          const page = await pageOf(job);
          if (page.includes(words)) return page;
          await pause(100);
        }
        throw new Error(`The page never said "${words}":\n${(await pageOf(job)).replaceAll(/<[^>]*>/g, ' ')}`);
      };
      await until('Waiting for another import');
      // A second site looks for work meanwhile, and leaves it to the first.
      await workOff();
      await held.query('rollback');
      held.release();
      await until('file 2 of 2');
      await send(app, lead, job, { do: 'cancel' });
      await working;
      expect(await stateOf(job)).toBe('load cancelled');
      expect(await rows('select year from import')).toEqual([{ year: 2017 }]);
      const page = await pageOf(job);
      expect(page).toContain('Nothing of the file under way was kept');
      expect(page).toMatch(/Loaded before it ended[\s\S]*a-2017-2018\.csv/);

      await database.pool.query('drop trigger hold on import; drop function hold');
      await send(app, lead, job, { do: 'again' });
      await workOff();
      expect(await stateOf(job)).toBe('load loaded');
      expect(await rows('select year, rows_set_aside as n from import order by 1')).toEqual([
        { year: 2017, n: 0 },
        { year: 2018, n: 1 },
      ]);
    },
  );

  it('tells at the next start what was cut off, and gives up what nobody decided about', async () => {
    const job = await uploaded({ 'absence-2018-2019.csv': absence });
    await database.pool.query(`update import_job set state = 'working'`);
    await workOff();
    expect(await pageOf(job)).toMatch(/Cut off: the program was ended[\s\S]*Run it again/);
    await send(app, lead, job, { do: 'again' });
    await workOff();
    expect(await stateOf(job)).toBe('check checked');
    const progress = await (await ask(app, lead, `${job}/progress`)).text();
    expect(progress).toContain('"is":"check checked"');
    await database.pool.query(`update import_job set ended_at = now() - interval '8 days'`);
    await workOff();
    expect(await stateOf(job)).toBe('check discarded');
    expect(await kept()).toEqual([{ jobs: 1, parts: 0 }]);
    expect(faults).toEqual([]);
  });
});
