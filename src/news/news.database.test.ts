import type { Hono } from 'hono';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { type Member, memberIn, organisationIn, tenant } from '../../test/factories/people.ts';
import {
  addArea,
  addFigures,
  addImport,
  addInspection,
  addMeasures,
  addSchool,
} from '../../test/factories/register.ts';
import { type MailServer, startMailServer } from '../../test/mail-server.ts';
import { ask, send, SITE_URL, siteOn, siteSecretOfTests } from '../../test/site.ts';
import { startJobs } from '../jobs.ts';
import { DATA_FOLDER } from '../prepare-data.ts';
import { drawNews } from './commands.ts';

describe('news', () => {
  const database = testDatabase();
  let app: Hono;
  /** Extracts of January and September 2021, results and a census, in the order in which they came. */
  const files: Record<string, number> = {};

  async function addHead(urn: number, importId: number, first_name: string, last_name: string) {
    const head = { title: 'Ms', first_name, last_name, job_title: 'Head', line: 7 };
    await database.db
      .insertInto('head_sighting')
      .values({ urn, import_id: importId, ...head })
      .execute();
  }

  const draw = () => drawNews(database.db, DATA_FOLDER);
  const text = async (path: string, member: Member | null = null) =>
    (await (await ask(app, member, path)).text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

  const subscriptions = () => tenant(database.db).selectFrom('news_subscription').selectAll().execute();

  async function letters(): Promise<number> {
    const { rows } = await database.pool.query("select from mail_message where template = 'news digest'");
    return rows.length;
  }

  beforeAll(async () => {
    const { db } = database;
    app = siteOn(database);
    const register = await addImport(db);
    await addArea(db, register, 821, 'Luton');
    await addArea(db, register, 881, 'Essex');
    await addMeasures(db);
    for (const urn of [100_001, 100_002]) await addSchool(db, { urn, import_id: register });
    await addSchool(db, { urn: 200_001, import_id: register, la_code: 881, la_name: 'Essex' });
    const dated = (dataset: string, as_at: string) => addImport(db, dataset, { as_at, sha256: `${dataset} ${as_at}` });
    files.january = await dated('gias-sample', '2026-01-31');
    for (const urn of [100_001, 100_002, 200_001]) await addHead(urn, files.january, 'Robert', 'Hill');
    files.inspections = await dated('ofsted-mi', '2026-01-31');
    await addInspection(db, files.inspections, 100_001, '2025-11-04', 'Good');
    files.census2021 = await addImport(db, 'census', { year: 2021, as_at: '2022-01-20', stage: 'final' });
    await addFigures(db, files.census2021, 100_001, { 'roll:2021': 200 });
    await draw();
    files.september = await dated('gias-sample', '2026-09-30');
    await addHead(100_001, files.september, 'Ann', 'Day');
    await addHead(100_002, files.september, 'R', 'Hill');
    await addHead(200_001, files.september, 'Zoë', 'West');
    files.later = await dated('ofsted-mi', '2026-02-28');
    await addInspection(db, files.later, 100_002, '2026-01-13', 'Requires improvement');
    files.census2022 = await addImport(db, 'census', { year: 2022, as_at: '2023-01-20', stage: 'final' });
    await addFigures(db, files.census2022, 100_001, { 'roll:2022': 170 });
  });

  it('is none of the first files, is drawn once of each later one, and drawing again adds nothing', async () => {
    expect(await text('/areas/821/news')).toContain('There is no news yet.');
    expect(await draw()).toEqual([
      { importId: files.september, standing: 'told', items: 2 },
      { importId: files.later, standing: 'told', items: 1 },
      { importId: files.census2022, standing: 'told', items: 1 },
    ]);
    expect(await draw()).toEqual([]);
    await database.db.deleteFrom('news_import').where('import_id', '=', files.census2022!).execute();
    expect(await draw()).toEqual([{ importId: files.census2022, standing: 'told', items: 1 }]);
  });

  it('stands on the page of the area and of England, newest file first, by kind, with its source', async () => {
    const luton = await text('/areas/821/news');
    expect(luton).toContain('170 pupils on roll in 2022-23, 200 in 2021-22: a fall of 15%');
    expect(luton).toContain('Inspected: requires improvement (on 13 January 2026)');
    expect(luton).toContain('New head: Ann Day, after Robert Hill (between 31 January 2026 and 30 September 2026)');
    expect(luton).not.toContain('Zoë West');
    expect(luton.indexOf('on roll')).toBeLessThan(luton.indexOf('New head:'));
    const heads = await text('/news?kind=head');
    expect(heads).toContain('New head: Zoë West');
    expect(heads).not.toContain('on roll');
    const html = await (await ask(app, null, '/areas/821/news')).text();
    expect(html).toContain(`href="/sources/${files.september}?line=7"`);
    expect(html).toMatch(/<link rel="alternate" type="application\/atom\+xml"[^>]* href="\/areas\/821\/news\.atom"/);
    expect(await text('/areas/881/news?kind=roll')).toContain('There is no news of this kind.');
    expect((await ask(app, null, '/trusts/99/news')).status).toBe(404);
  });

  it('goes out as a feed that says when it has not changed', async () => {
    const answer = await ask(app, null, '/areas/821/news.atom');
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const entries: string[] = [];
    const parser = new SaxesParser();
    parser.on('opentag', ({ name }) => void entries.push(name));
    parser.write(await answer.text()).close();
    expect(entries.filter((name) => name === 'entry')).toHaveLength(3);
    const again = (headers: Record<string, string>) => app.request(`${SITE_URL}/areas/821/news.atom`, { headers });
    const etag = answer.headers.get('etag')!;
    expect((await again({ 'if-none-match': `W/${etag}` })).status).toBe(304);
    expect((await again({ 'if-none-match': '"another"' })).status).toBe(200);
    const since = answer.headers.get('last-modified')!;
    expect((await again({ 'if-modified-since': since })).status).toBe(304);
    expect((await again({ 'if-modified-since': 'Thu, 01 Jan 1970 00:00:00 GMT' })).status).toBe(200);
  });

  it('of an older file is none, and of an overtaken one neither in the feed nor in letters', async () => {
    const { db } = database;
    const older = await addImport(db, 'gias-sample', { as_at: '2026-03-05', sha256: 'older' });
    await addHead(200_001, older, 'Ann', 'Between');
    const first = await addImport(db, 'gias-academies', { as_at: '2021-01-31', sha256: 'academies 1' });
    await addHead(100_002, first, 'Bo', 'Before');
    const late = await addImport(db, 'gias-academies', { as_at: '2021-09-30', sha256: 'academies 2' });
    await addHead(100_002, late, 'Cy', 'After');
    expect((await draw()).map(({ standing }) => standing)).toEqual(['older', 'ground', 'late']);
    expect(await text('/areas/821/news')).toContain('a later register was held already');
    expect(await (await ask(app, null, '/areas/821/news.atom')).text()).not.toContain('Cy After');
  });

  it('goes with the sighting that names the head', async () => {
    const { db } = database;
    await db.deleteFrom('head_sighting').where('urn', '=', 200_001).where('import_id', '=', files.january!).execute();
    expect(await text('/news')).not.toContain('Zoë West');
  });

  describe('by mail', () => {
    let server: MailServer;
    let broker: Member;
    const siteUrl = 'https://alongside.example.org';

    beforeAll(async () => {
      server = await startMailServer();
      const council = await organisationIn(database.db, 'local authority', 821);
      broker = await memberIn(database.db, council, 'broker', { email: 'broker@example.org' });
    });
    afterAll(() => server.close());

    /** A round of letters by the queue of a running site; waits until it is worked off. */
    async function round(name: string): Promise<void> {
      const working = await startJobs({
        ...database.site,
        owner: database,
        config: {
          mail: { by: 'smtp', url: server.url, from: 'Alongside <alongside@example.org>' },
          demonstration: false,
          databaseUrl: 'not the embedded one',
        },
        siteUrl,
        secret: siteSecretOfTests,
      });
      await database.pool.query("select graphile_worker.add_job('send_news', json_build_object('round', $1::text))", [
        name,
      ]);
      const waiting = "select from graphile_worker.jobs where task_identifier in ('send_news', 'send_mail')";
      while ((await database.pool.query(waiting)).rowCount !== 0) await new Promise((done) => setTimeout(done, 20));
      await working.stop();
    }

    it('is chosen by whoever is signed in, and sends nothing of what was before', async () => {
      expect((await send(app, broker, '/account/news', {})).status).toBe(422);
      expect((await send(app, broker, '/account/news', { frequency: 'as it comes' })).status).toBe(303);
      expect(await text('/account/news?done=yes', broker)).toContain('You get news by mail as it comes.');
      await round('as it comes');
      expect(await letters()).toBe(0);
    });

    it('comes once after an import with news, with its way out', async () => {
      const { db } = database;
      const october = await addImport(db, 'gias-sample', { as_at: '2026-10-31', sha256: 'october' });
      await addHead(100_001, october, 'Eve', 'Newcome');
      await draw();
      await round('weekly');
      expect(await letters()).toBe(0);
      await round('as it comes');
      await round('as it comes');
      expect(await letters()).toBe(1);
      const letter = await server.next('broker@example.org');
      expect(letter).toContain('Subject: News of schools in Luton');
      expect(letter).toContain('- School 100001: New head: Eve Newcome, after Ann Day');
      expect(letter).toContain(`${siteUrl}/areas/821/news`);
      expect(letter).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m);
      expect(letter).toMatch(/^List-Unsubscribe:\s+<https:/m);
      const path = /https:\/\/alongside\.example\.org(\/news\/unsubscribe\S+)\r?\n\r?\n/.exec(letter)![1]!;
      // Looking at the link ends nothing; a mail program's one click, without page, cookie or origin, does.
      expect(await text(path)).toContain('Stop news by mail');
      expect(await subscriptions()).toHaveLength(1);
      const forged = await app.request(`${SITE_URL}${path.slice(0, -1)}x`, { method: 'POST' });
      expect([400, 403]).toContain(forged.status);
      expect(await subscriptions()).toHaveLength(1);
      const click = await app.request(SITE_URL + path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'List-Unsubscribe=One-Click',
      });
      expect(click.status).toBe(200);
      expect(await subscriptions()).toEqual([]);
    });

    it('ends with the role, and nobody else sees that it was chosen', async () => {
      await send(app, broker, '/account/news', { frequency: 'weekly' });
      expect(await subscriptions()).toMatchObject([{ frequency: 'weekly', person_id: broker.personId }]);
      expect((await database.site.pool.query('select from news_subscription')).rowCount).toBe(0);
      await database.pool.query('update membership set ended_at = now() where id = $1', [broker.membershipId]);
      expect(await subscriptions()).toEqual([]);
    });
  });
});
