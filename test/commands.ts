import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export const PROJECT = join(import.meta.dirname, '..');

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a command of bin/ as its own process, as a person would, and waits for its end. */
export async function run(program: string, args: string[], env: Record<string, string> = {}): Promise<Outcome> {
  const child = launch(program, args, env);
  const [stdout, stderr] = [collect(child.stdout!), collect(child.stderr!)];
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout: stdout(), stderr: stderr() };
}

/** `bin/alongside ...` on the database in a folder. */
export function alongside(home: string, args: string[], env: Record<string, string> = {}): Promise<Outcome> {
  return run('alongside', args, { ALONGSIDE_HOME: home, ...env });
}

export interface Site {
  url: string;
  child: ChildProcess;
  /** Everything printed so far. */
  output(): string;
  /** Sends a signal and waits for the end. Returns the exit code. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts `npm start` (or `bin/alongside serve`) on a free port, or as the settings say, and waits until it tells its address. */
export async function startSite(
  home: string,
  program: 'start.js' | 'serve' = 'serve',
  settings: Record<string, string> = {},
): Promise<Site> {
  const env = { ALONGSIDE_HOME: home, PORT: '0', ...settings };
  const child = program === 'serve' ? launch('alongside', ['serve'], env) : launch(program, [], env);
  const [stdout, stderr] = [collect(child.stdout!), collect(child.stderr!)];
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout!.on('data', () => {
      const found = /http:\/\/localhost:\d+/.exec(stdout())?.[0];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code} before it listened:\n${stdout()}${stderr()}`)));
  });
  const end = async (signal: NodeJS.Signals = 'SIGTERM') => {
    const ended = once(child, 'exit');
    child.kill(signal);
    const [code] = (await ended) as [number | null];
    return code;
  };
  return { url, child, output: () => stdout() + stderr(), end };
}

/** Starts a command of bin/ without waiting. */
export function launch(program: string, args: string[], env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, [join(PROJECT, 'bin', program), ...args], {
    cwd: PROJECT,
    env: { ...withoutSettings(process.env), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** All that src/config.ts reads. */
const SETTINGS =
  /^(ALONGSIDE_|DATABASE_(OWNER_)?URL$|DEMONSTRATION$|HOST$|IMPORTS$|MAIL_FROM$|NODE_ENV$|NOTIFY_|OIDC_PROVIDERS$|PGHOST$|PGSSLMODE$|PORT$|PROXIES$|SITE_URL$|SMTP_URL$|UPLOAD_MEGABYTES$)/;

/** The tests say themselves what Alongside is told, whatever the developer has set. */
function withoutSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !SETTINGS.test(name)));
}

function collect(stream: NodeJS.ReadableStream): () => string {
  let text = '';
  stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return () => text;
}
