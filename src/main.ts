import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { createAdaptorServer } from '@hono/node-server';
import { siteSecret } from './access/secret.ts';
import { prepareDemonstration } from './accounts/commands/prepare-demonstration.ts';
import { demonstrationTask } from './accounts/policy.ts';
import { demonstrationPeopleKind } from './accounts/schema/demonstration-people.ts';
import { type Provider, providersOf } from './accounts/queries/providers.ts';
import { createApp } from './app.tsx';
import { forPeople } from './cli/for-people.ts';
import { planText } from './cli/plan-text.ts';
import { progressOn } from './cli/progress.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { type OpenDatabase, openDatabase } from './db/connect.ts';
import { prepareDemonstrationYear } from './demonstration-year.ts';
import { roadAsker } from './matching/commands/roads/road-asker.ts';
import { planForOperator } from './matching/policy.ts';
import { planOfArea } from './matching/queries/plan-of-area.ts';
import { senderOf } from './mail/send-mail.ts';
import { startJobs } from './jobs.ts';
import { nationalFrame } from './schools/queries/national-frame.ts';
import { policyAsAt } from './policies.ts';
import { prepareData } from './prepare-data.ts';

/** Luton: the area whose wish for this service began it. */
const FIRST_AREA = 821;

/** `npm start`: opens the database, loads what is missing, prints Luton's plan, serves, and ends cleanly on a signal. */
export async function main(): Promise<void> {
  try {
    await runSite({ printPlan: true });
  } catch (error) {
    process.stderr.write(`${forPeople(error)}\n`);
    process.exit(1);
  }
}

/** Runs the site until a signal ends it. Resolves when it listens. Throws ConfigError, PolicyError or DatabaseError with the mend. */
export async function runSite({ printPlan }: { printPlan: boolean }): Promise<void> {
  const config = readConfig();
  // Before the long work, so that a busy port or a fault in a file is told at once.
  const port = await freePort(config);
  const providers = providersOf(config.providersFile);
  const opened = await openDatabase(config, { command: 'npm start', exclusive: true });
  const ending = endOnSignal(opened);
  try {
    await serve(opened, ending, { config, port, providers, printPlan });
  } catch (error) {
    // An open database would keep the process alive, and the folder locked, with nothing served.
    await ending.stopAll();
    await opened.close();
    throw error;
  }
}

interface Serving {
  config: Config;
  port: number;
  providers: readonly Provider[];
  printPlan: boolean;
}

async function serve(
  opened: OpenDatabase,
  ending: Ending,
  { config, port, providers, printPlan }: Serving,
): Promise<void> {
  const siteUrl = config.siteUrl ?? `http://localhost:${port}`;
  const progress = progressOn(process.stderr);
  await prepareData(opened.owner, progress);
  const secret = siteSecret(config);
  if (config.demonstration) {
    const today = new Date().toISOString().slice(0, 10);
    await prepareDemonstration(opened.db, demonstrationTask, policyAsAt(demonstrationPeopleKind, today));
    await prepareDemonstrationYear(opened.owner.db, secret, new Date());
  }
  if (printPlan) {
    const askRoads = config.roads === null ? null : roadAsker(opened.db, config.roads);
    const plan = await planOfArea(opened.db, planForOperator(FIRST_AREA), FIRST_AREA, { askRoads });
    process.stdout.write(`${planText(plan, { colour: config.colour })}\n\n`);
  }
  const jobs = await startJobs({ ...opened, config, siteUrl, secret });
  ending.alsoStop(() => jobs.stop());
  const server = createAdaptorServer({
    fetch: createApp({ ...opened, config, siteUrl, secret, providers }).fetch,
  });
  // Node gives a request five minutes to come in; files of several hundred megabytes may need longer.
  if ('requestTimeout' in server) server.requestTimeout = LONGEST_UPLOAD_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(portError(config, error)));
    server.listen(port, config.host, resolve);
  });
  ending.alsoStop(async () => void server.close());
  // So that the first visitor does not wait for the means of all England.
  void nationalFrame(opened.db).catch(() => {});
  if (senderOf(config) === null) {
    process.stderr.write('Mail waits: set SMTP_URL or NOTIFY_API_KEY so that it can leave (docs/mail.md)\n');
  }
  process.stdout.write(`Alongside is at http://${shownHost(config.host)}:${port} (Ctrl-C stops it)\n`);
}

const LONGEST_UPLOAD_MS = 3_600_000;

/** A job under way that takes longer is left to the next start. */
const STOP_WITHIN_MS = 3000;

interface Ending {
  alsoStop(stop: () => Promise<void>): void;
  /** Stops what was started, the database last if it runs here. */
  stopAll(): Promise<void>;
}

/** On Ctrl-C or SIGTERM: takes no more requests or jobs, stops the database if it runs here, and ends with code 0. */
function endOnSignal(opened: OpenDatabase): Ending {
  const stops: (() => Promise<void>)[] = [];
  const stopAll = async () => {
    await Promise.race([Promise.allSettled(stops.map((stop) => stop())), pause(STOP_WITHIN_MS)]);
    await opened.stopNow();
  };
  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    // A job that outlasts the wait loses its database, and the queue's library says so to nobody: no reason to end with a failure.
    process.on('unhandledRejection', () => {});
    try {
      await stopAll();
    } finally {
      process.exit(0);
    }
  };
  process.on('SIGINT', () => void end());
  process.on('SIGTERM', () => void end());
  return { alsoStop: (stop) => stops.push(stop), stopAll };
}

/** The port of the settings if it is free, or a free one where they say 0. Throws ConfigError otherwise. */
async function freePort(config: Config): Promise<number> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once('error', (error: NodeJS.ErrnoException) => reject(portError(config, error)));
    probe.listen(config.port, config.host, () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : config.port;
      probe.close(() => resolve(port));
    });
  });
}

function portError({ port, host }: Config, error: NodeJS.ErrnoException): ConfigError {
  if (error.code === 'EADDRINUSE') {
    return new ConfigError(
      `Port ${port} is in use by another program: stop that program, or choose another with PORT=${port + 1}`,
    );
  }
  if (error.code === 'EACCES')
    return new ConfigError(`Port ${port} is for administrators only: choose one from 1024 up with PORT`);
  return new ConfigError(
    `Cannot listen on ${host}:${port} (${error.code}): set HOST to an address of this machine, or unset it`,
  );
}

function shownHost(host: string): string {
  return host === '127.0.0.1' || host === '0.0.0.0' || host === '::' ? 'localhost' : host;
}
