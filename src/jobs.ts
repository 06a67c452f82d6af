import { Logger, run, type TaskList } from 'graphile-worker';
import { z } from 'zod';
import type { Config } from './config.ts';
import type { OpenDatabase } from './db/connect.ts';
import { deliver } from './mail/deliver.ts';
import { senderOf } from './mail/send-mail.ts';

export interface JobsDeps extends Pick<OpenDatabase, 'db' | 'owner'> {
  config: Pick<Config, 'mail' | 'demonstration' | 'databaseUrl'>;
}

/** The queue's own account of its work says nothing that the records do not; what fails is noted where people see it. */
const SILENT = new Logger(() => () => {});

/** Mail waits on others: a second letter need not wait for the first. */
const AT_ONCE = 2;

const sendMailPayload = z.object({ messageId: z.uuid() });

/**
 * Works off the queue of the database, until `stop`: sends mail. A job that fails is tried again later, each time after a
 * longer pause. What the settings give no way for stays queued until they do.
 */
export async function startJobs({ db, owner, config }: JobsDeps): Promise<{ stop(): Promise<void> }> {
  // With the embedded database no other site works off this queue, so what is still marked as being worked on was cut off.
  if (config.databaseUrl === null) await takeBackJobs(owner.pool);
  const runner = await run({
    pgPool: owner.pool,
    concurrency: AT_ONCE,
    noHandleSignals: true,
    logger: SILENT,
    taskList: tasks(db, config),
  });
  return { stop: () => runner.stop() };
}

function tasks(db: JobsDeps['db'], config: JobsDeps['config']): TaskList {
  const sender = senderOf(config);
  return sender === null
    ? {}
    : {
        send_mail: async (payload, { job }) => {
          const { messageId } = sendMailPayload.parse(payload);
          const delivery = await deliver(db, sender, messageId, { last: job.attempts >= job.max_attempts });
          if (delivery.state === 'again') throw new Error(delivery.error);
        },
      };
}

async function takeBackJobs(pool: JobsDeps['owner']['pool']): Promise<void> {
  await pool.query(
    'select graphile_worker.force_unlock_workers(array(select distinct locked_by from graphile_worker.jobs where locked_by is not null))',
  );
}
