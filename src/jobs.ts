import { Logger, run, type TaskList } from 'graphile-worker';
import { z } from 'zod';
import { applyRetention } from './accounts/commands/apply-retention.ts';
import { writeAboutWork } from './accounts/commands/work/write-about-work.ts';
import { retentionTask, workTask } from './accounts/policy.ts';
import { WORK_SOURCES } from './accounts/routes/work/sources.tsx';
import { workMailToken } from './accounts/rules/work/work-mail.ts';
import { reminderPolicyKind } from './accounts/schema/reminder-policy.ts';
import { retentionPolicyKind } from './accounts/schema/retention-policy.ts';
import type { SiteSecret } from './access/secret.ts';
import type { Config } from './config.ts';
import type { OpenDatabase } from './db/connect.ts';
import { londonHour } from './calendar/london-clock.ts';
import { englandHolidays } from './england-calendar.ts';
import { importInThread } from './import-in-thread.ts';
import { deliver } from './mail/deliver.ts';
import { senderOf } from './mail/send-mail.ts';
import { type DigestLinks, sendDigests } from './news/commands/send-digests.ts';
import { newsTask } from './news/policy.ts';
import { FREQUENCIES } from './news/rules/digest.ts';
import { unsubscribeToken } from './news/rules/unsubscribe-token.ts';
import { dropContent } from './opendata/commands/drop-content.ts';
import { workOffProposals } from './matching/commands/round/work-off-proposals.ts';
import { planningRoundPolicyKind } from './matching/schema/planning-round-policy.ts';
import { londonIsoDay } from './opendata/rules/london-time.ts';
import { workOffImports } from './opendata/commands/work-off-imports.ts';
import { policyAsAt } from './policies.ts';
import { paths } from './web/paths.ts';

export interface JobsDeps extends Pick<OpenDatabase, 'db' | 'owner'>, LetterDeps {
  config: Pick<Config, 'mail' | 'demonstration' | 'databaseUrl'>;
}

/** The queue's own account of its work says nothing that the records do not; what fails is noted where people see it. */
const SILENT = new Logger(() => () => {});

/** What letters of news need for their links. */
interface LetterDeps {
  /** Where people find the site, without a slash at the end. */
  siteUrl: string;
  secret: SiteSecret;
}

/**
 * Times in UTC. Retention every night, and at the start after a night in which the site did not run; a failure is tried again
 * twice. Imports and searches for plans are begun when they are asked for; every minute it is
 * looked whether another copy of the site was ended over one.
 * Letters about work every hour, which says itself whether it is one to write in.
 * News as it comes every hour, each reader once a day at most; the weekly news on Monday morning.
 */
const CRONTAB = `
30 2 * * * apply_retention ?fill=1d&max=3
* * * * * work_off_imports ?max=1
* * * * * work_off_proposals ?max=1
15 * * * * send_news ?id=news_as_it_comes&max=3 {round: "as it comes"}
25 * * * * write_about_work ?max=2
0 7 * * 1 send_news ?id=news_weekly&fill=2d&max=3 {round: "weekly"}
`;

/** Mail waits on others: a second letter need not wait for the first, nor for an import, and a second task of imports ends at once. */
const AT_ONCE = 4;

const sendMailPayload = z.object({ messageId: z.uuid() });
const sendNewsPayload = z.object({ round: z.enum(FREQUENCIES) });

/**
 * Works off the queue of the database, until `stop`: sends mail, loads what people import, and destroys every night what is no longer
 * kept, records and content of imported files. Mail that fails is tried again later, each time after a longer pause. What the settings give no way for stays queued until they do.
 */
export async function startJobs({ db, owner, config, siteUrl, secret }: JobsDeps): Promise<{ stop(): Promise<void> }> {
  // With the embedded database no other site works off this queue, so what is still marked as being worked on was cut off.
  if (config.databaseUrl === null) await takeBackJobs(owner.pool);
  const runner = await run({
    pgPool: owner.pool,
    concurrency: AT_ONCE,
    noHandleSignals: true,
    logger: SILENT,
    taskList: tasks({ db, owner, config }, { siteUrl, secret }),
    crontab: CRONTAB,
  });
  // What was cut off when the site ended is told at once.
  await runner.addJob('work_off_imports', {}, { jobKey: 'imports', maxAttempts: 1 });
  await runner.addJob('work_off_proposals', {}, { jobKey: 'proposals', maxAttempts: 1 });
  return { stop: () => runner.stop() };
}

function tellFault(line: string): void {
  process.stderr.write(line);
}

function tasks(
  { db, owner: { pool }, config }: Pick<JobsDeps, 'db' | 'owner' | 'config'>,
  letters: LetterDeps,
): TaskList {
  const apply_retention = async () => {
    const now = new Date();
    await applyRetention(db, retentionTask, policyAsAt(retentionPolicyKind, now.toISOString().slice(0, 10)), now);
    await dropContent(pool, now);
  };
  const send_news = async (payload: unknown) => {
    const { round } = sendNewsPayload.parse(payload);
    await sendDigests(db, newsTask('news.send'), digestLinks(letters), round, new Date());
  };
  const write_about_work = () => writeLettersAboutWork(db, letters, new Date());
  const work_off_imports = () => workOffImports({ pool, doWork: importInThread(pool), log: tellFault });
  const work_off_proposals = () => {
    const { search } = policyAsAt(planningRoundPolicyKind, new Date().toISOString().slice(0, 10));
    return workOffProposals({ pool, atOnce: search.atOnce, log: tellFault });
  };
  const sender = senderOf(config);
  const inHouse = { apply_retention, send_news, write_about_work, work_off_imports, work_off_proposals };
  if (sender === null) return inHouse;
  return {
    ...inHouse,
    send_mail: async (payload, { job }) => {
      const { messageId } = sendMailPayload.parse(payload);
      const delivery = await deliver(db, sender, messageId, { last: job.attempts >= job.max_attempts });
      if (delivery.state === 'again') throw new Error(delivery.error);
    },
  };
}

function digestLinks({ siteUrl, secret }: LetterDeps): DigestLinks {
  return {
    pageOf: (about) => siteUrl + paths.news(about),
    unsubscribe: (id) => siteUrl + paths.newsUnsubscribe(unsubscribeToken(secret, id)),
  };
}

/** Reminders, and on the first working day of a week the weekly letter, to everybody for whom there is reason. */
async function writeLettersAboutWork(db: JobsDeps['db'], { siteUrl, secret }: LetterDeps, now: Date): Promise<void> {
  const today = londonIsoDay(now);
  await writeAboutWork(db, {
    remind: workTask('work.remind'),
    weekly: workTask('work.write-weekly'),
    sources: WORK_SOURCES,
    links: {
      page: siteUrl + paths.myWork(),
      stop: (person, letter) => siteUrl + paths.stopWorkMail({ token: workMailToken(secret, person, letter) }),
    },
    policy: policyAsAt(reminderPolicyKind, today),
    holidays: englandHolidays(today),
    today,
    hour: londonHour(now),
  });
}

async function takeBackJobs(pool: JobsDeps['owner']['pool']): Promise<void> {
  await pool.query(
    'select graphile_worker.force_unlock_workers(array(select distinct locked_by from graphile_worker.jobs where locked_by is not null))',
  );
}
