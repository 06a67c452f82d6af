import { readFileSync } from 'node:fs';
import type { Handler } from 'hono';

/** Version of the program. */
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

interface HealthSources {
  /** Asks the database anything; rejects when it cannot be reached. */
  askDatabase: () => Promise<unknown>;
  /** Date (YYYY-MM-DD) to which the loaded register is true; null when nothing is loaded. */
  asAt: () => Promise<string | null>;
}

/** A load balancer gives up after a few seconds; a hanging database must not hang this answer. */
const PATIENCE_MS = 2000;

/**
 * Answers `/health` with `{ ok, version, database, asAt }`: status 200 when the database answers, 503 when it does not.
 */
export function health({ askDatabase, asAt }: HealthSources): Handler {
  return async (c) => {
    c.header('Cache-Control', 'no-store');
    try {
      await within(PATIENCE_MS, askDatabase());
      return c.json({ ok: true, version, database: 'reachable', asAt: await within(PATIENCE_MS, asAt()) });
    } catch {
      return c.json({ ok: false, version, database: 'unreachable', asAt: null }, 503);
    }
  };
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
