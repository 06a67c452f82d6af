import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import { runOnce } from 'graphile-worker';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { SITE_URL, siteSecretOfTests } from '../../test/site.ts';
import { scopeForPurpose } from '../access/scope.ts';
import { writeAs } from '../access/scoped.ts';
import { startJobs } from '../jobs.ts';
import { deliver } from './deliver.ts';
import { type MailCalendar, queueMail } from './queue-mail.ts';
import { outboxSender } from './send-mail.ts';
import { smtpSender } from './smtp.ts';
import type { MailTemplate } from './templates.ts';

interface Received {
  from: string;
  to: string[];
  source: string;
}

/** A real mail server in this process. `answer` decides what it says to the next message. */
async function mailServer(host = '127.0.0.1') {
  const received: Received[] = [];
  const says: (Error | null)[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData: (stream: SMTPServerDataStream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const answer = says.shift() ?? null;
        if (answer === null) {
          received.push({
            from: session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address,
            to: session.envelope.rcptTo.map(({ address }) => address),
            source: Buffer.concat(chunks).toString('utf8'),
          });
        }
        done(answer);
      });
    },
  });
  server.listen(0, host);
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    received,
    url: `smtp://${host}:${port}`,
    refuseNext: (responseCode: number) => says.push(Object.assign(new Error('No'), { responseCode })),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

async function until(check: () => Promise<boolean>): Promise<void> {
  while (!(await check())) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** What letters of news name; none is sent here. */
const letters = { siteUrl: SITE_URL, secret: siteSecretOfTests };

/** Something that a person at the machine does, and that a letter tells of. */
const cause = scopeForPurpose('operator', 'operator.test');

describe('mail', () => {
  const database = testDatabase();
  let server: Awaited<ReturnType<typeof mailServer>>;
  beforeEach(async () => {
    server = await mailServer();
  });
  afterEach(async () => {
    await server.close();
    await database.pool.query('delete from graphile_worker._private_jobs');
  });

  const config = () => ({
    mail: { by: 'smtp' as const, url: server.url, from: 'Alongside <alongside@example.org>' },
    demonstration: false,
    databaseUrl: 'not the embedded one',
  });

  const changed: MailTemplate = { name: 'password changed' };

  async function queued(
    template: MailTemplate = changed,
    to = 'head@example.org',
    calendar?: MailCalendar,
  ): Promise<string> {
    await writeAs(database.site.db, cause, async (transaction) => {
      const invited = calendar === undefined ? {} : { calendar };
      await queueMail(transaction, { to, template, organisationId: null, personId: null, ...invited });
      return { result: null };
    });
    const { rows } = await database.pool.query('select id from mail_message order by created_at desc limit 1');
    return rows[0].id as string;
  }

  async function stored(id: string) {
    const { rows } = await database.pool.query(
      `select m.state, m.attempts, m.last_error, m.sent_at is not null as sent, b.text is not null as has_text
       from mail_message m left join mail_body b on b.message_id = m.id where m.id = $1`,
      [id],
    );
    return rows[0] as { state: string; attempts: number; last_error: string | null; sent: boolean; has_text: boolean };
  }

  async function jobs() {
    const { rows } = await database.pool.query(
      "select attempts, max_attempts, run_at > now() + interval '1 second' as later from graphile_worker.jobs where task_identifier = 'send_mail'",
    );
    return rows;
  }

  it('leaves by the queue of a running site, once, and its text is destroyed', async () => {
    const working = await startJobs({ ...database.site, ...letters, owner: database, config: config() });
    const id = await queued({
      name: 'password reset',
      link: 'https://x.example/password/reset?token=abc',
      minutes: 30,
    });
    await until(async () => (await stored(id)).state === 'sent');
    await working.stop();
    expect(server.received).toHaveLength(1);
    expect(server.received[0]).toMatchObject({ from: 'alongside@example.org', to: ['head@example.org'] });
    expect(server.received[0]?.source).toContain('Subject: Choose a new password');
    expect(await stored(id)).toEqual({ state: 'sent', attempts: 1, last_error: null, sent: true, has_text: false });
    // A second job for it, as after a crash, sends nothing.
    expect(await deliver(database.site.db, smtpSender(config().mail), id, { last: false })).toEqual({
      state: 'nothing',
    });
    expect(server.received).toHaveLength(1);
  });

  it('is sent once when two jobs try at the same moment', async () => {
    const id = await queued();
    const sender = smtpSender(config().mail);
    const states = await Promise.all([1, 2].map(() => deliver(database.site.db, sender, id, { last: false })));
    expect(states.map(({ state }) => state).toSorted()).toEqual(['nothing', 'sent']);
    expect(server.received).toHaveLength(1);
  });

  it('is tried again later when the server puts it off, and keeps its text until then', async () => {
    server.refuseNext(451);
    const id = await queued();
    const working = await startJobs({ ...database.site, ...letters, owner: database, config: config() });
    await until(async () => (await stored(id)).attempts === 1 && (await jobs())[0]?.later === true);
    expect(await stored(id)).toEqual({
      state: 'queued',
      attempts: 1,
      last_error: 'The mail server put off the message (answer 451)',
      sent: false,
      has_text: true,
    });
    expect(await jobs()).toEqual([{ attempts: 1, max_attempts: 12, later: true }]);
    await until(async () => (await stored(id)).state === 'sent');
    await working.stop();
    expect(await stored(id)).toMatchObject({ attempts: 2, last_error: null });
    expect(server.received).toHaveLength(1);
  });

  it('is given up at once when the server refuses for good, and after the last attempt otherwise', async () => {
    server.refuseNext(550);
    const refused = await queued();
    const sender = smtpSender(config().mail);
    expect(await deliver(database.site.db, sender, refused, { last: false })).toEqual({ state: 'failed' });
    expect(await stored(refused)).toEqual({
      state: 'failed',
      attempts: 1,
      last_error: 'The mail server refused the message (answer 550)',
      sent: false,
      has_text: false,
    });
    const late = await queued();
    const nowhere = smtpSender({ ...config().mail, url: 'smtp://127.0.0.1:1' });
    expect(await deliver(database.site.db, nowhere, late, { last: true })).toEqual({ state: 'failed' });
    expect((await stored(late)).last_error).toMatch(/^The mail server could not be reached \(E\w+\)$/);
  });

  it('goes to a server on another machine encrypted or not at all', async () => {
    // Not one of this machine's usual names, so taken for another.
    const elsewhere = await mailServer('127.0.0.2');
    const id = await queued();
    const delivery = await deliver(database.site.db, smtpSender({ ...config().mail, url: elsewhere.url }), id, {
      last: false,
    });
    await elsewhere.close();
    expect(delivery).toEqual({
      state: 'again',
      error: 'The mail server could not be reached by an encrypted connection',
    });
    expect(elsewhere.received).toEqual([]);
  });

  it('queues nothing when the transaction that caused it is rolled back', async () => {
    const before = await database.pool.query('select count(*)::int as n from mail_message');
    const failing = writeAs(database.site.db, cause, async (transaction) => {
      await queueMail(transaction, { to: 'a@example.org', template: changed, organisationId: null, personId: null });
      throw new Error('the command failed');
    });
    await expect(failing).rejects.toThrow('the command failed');
    const after = await database.pool.query('select count(*)::int as n from mail_message');
    expect(after.rows).toEqual(before.rows);
    expect(await jobs()).toEqual([]);
  });

  it('lets no name or address add a header, a recipient or a paragraph', async () => {
    const evil = 'Luton\r\nBcc: thief@example.org\u2028\r\n\r\nYour account is closed.';
    const invitation: MailTemplate = {
      name: 'invitation',
      link: 'https://x.example/invitation?token=abc',
      organisation: evil,
      role: 'broker',
      invitedBy: evil,
      expires: '1 May 2027',
    };
    const id = await queued(invitation);
    await deliver(database.site.db, smtpSender(config().mail), id, { last: true });
    const [mail] = server.received;
    expect(mail?.to).toEqual(['head@example.org']);
    const headers = mail!.source.split('\r\n\r\n')[0]!;
    expect(headers).not.toMatch(/^bcc:/im);
    expect(mail!.source).not.toMatch(/^Your account is closed/m);
    for (const to of [
      'a@example.org, b@example.org',
      'a@example.org\r\nBcc: b@example.org',
      'Name <a@example.org>',
      'a@example.org\u0000',
      'nobody',
    ]) {
      await expect(queued(changed, to)).rejects.toThrow(RangeError);
    }
  });

  it('carries an invitation that calendars read, whole and under its method', async () => {
    const content = ['BEGIN:VCALENDAR', 'METHOD:REQUEST', 'SUMMARY:Besuch – né', 'END:VCALENDAR'].join('\r\n');
    const template: MailTemplate = {
      name: 'meeting',
      title: 'A visit',
      when: '1 June 2027, 9:30 to 12:00',
      place: 'Invented Primary',
      change: 'new',
      link: `${SITE_URL}/x`,
    };
    const calendar = { method: 'REQUEST', content, url: `${SITE_URL}/x.ics` } as const;
    const id = await queued(template, 'head@example.org', calendar);
    expect(await deliver(database.site.db, smtpSender(config().mail), id, { last: false })).toEqual({ state: 'sent' });
    const [{ source }] = server.received as [Received];
    expect(source).toContain('Subject: A visit, 1 June 2027, 9:30 to 12:00');
    expect(source).toContain('Content-Type: text/calendar; charset=utf-8; method=REQUEST');
    expect(source).toMatch(/filename="?invitation\.ics/);
    const parts = [...source.matchAll(/base64\r\n(?:[\w-]+: [^\r]*\r\n)*\r\n([\w+/=\r\n]+)/g)];
    const attached = parts.map(([, part]) => Buffer.from(part!, 'base64').toString('utf8'));
    expect(attached).toContain(content);
    expect((await stored(id)).has_text).toBe(false);
  });

  it('stays queued while the settings name no way, and leaves when they do', async () => {
    const id = await queued();
    const none = { mail: null, demonstration: false, databaseUrl: 'not the embedded one' };
    const waiting = await startJobs({ ...database.site, ...letters, owner: database, config: none });
    await waiting.stop();
    expect(await jobs()).toEqual([{ attempts: 0, max_attempts: 12, later: false }]);
    const working = await startJobs({ ...database.site, ...letters, owner: database, config: config() });
    await until(async () => (await stored(id)).state === 'sent');
    await working.stop();
  });

  it('lands in the outbox in demonstration mode, with its text', async () => {
    const id = await queued();
    await deliver(database.site.db, outboxSender, id, { last: false });
    expect(await stored(id)).toEqual({ state: 'sent', attempts: 1, last_error: null, sent: true, has_text: true });
    expect(server.received).toEqual([]);
  });

  it('shares the queue with imports and the nightly destruction of what is no longer kept', async () => {
    const working = await startJobs({ ...database.site, ...letters, owner: database, config: config() });
    await database.pool.query("select graphile_worker.add_job('apply_retention')");
    const done = "select 1 from audit_event where action = 'retention.apply' and outcome = 'done'";
    await until(async () => (await database.pool.query(done)).rowCount === 1);
    await working.stop();
    const { rows } = await database.pool.query(
      'select identifier from graphile_worker._private_known_crontabs order by 1',
    );
    expect(rows.map(({ identifier }) => identifier)).toEqual([
      'apply_retention',
      'news_as_it_comes',
      'news_weekly',
      'raise_reviews',
      'remind_referees',
      'work_off_imports',
      'work_off_offers',
      'work_off_proposals',
      'write_about_work',
    ]);
  });

  it('is taken up again at the start of the only site when a crash left it marked as worked on', async () => {
    const id = await queued();
    await database.pool.query(
      "update graphile_worker._private_jobs set locked_at = now(), locked_by = 'a dead worker'",
    );
    await runOnce({ pgPool: database.pool, taskList: { send_mail: () => {} } });
    expect(await stored(id)).toMatchObject({ state: 'queued', attempts: 0 });
    const embedded = { ...config(), databaseUrl: null };
    const working = await startJobs({ ...database.site, ...letters, owner: database, config: embedded });
    await until(async () => (await stored(id)).state === 'sent');
    await working.stop();
  });
});
