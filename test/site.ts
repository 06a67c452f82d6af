import type { Hono } from 'hono';
import { secretFrom } from '../src/access/secret.ts';
import { providersOf } from '../src/accounts/queries/providers.ts';
import { createApp } from '../src/app.tsx';
import { type Config, readConfig } from '../src/config.ts';
import { FORM_TOKEN } from '../src/web/forgery.ts';
import type { TestDatabase } from './database/harness.ts';
import type { Member } from './factories/people.ts';

export const SITE_URL = 'http://localhost:3000';
/** What the site of the tests signs with. */
export const siteSecretOfTests = secretFrom('a secret of the tests, long enough');

/** A fault is worth reading in a test's output; what is refused on purpose, by the thousand, is not. */
function tellFaults(line: string): void {
  if ('error' in (JSON.parse(line) as object)) process.stderr.write(line);
}

/** The whole application as it is served, on a test's database, in its own role; at SITE_URL unless the settings say where. */
export function siteOn(database: TestDatabase, config: Partial<Config> = {}): Hono {
  return createApp({
    ...database.site,
    config: { ...readConfig({ NODE_ENV: 'test' }), ...config },
    providers: providersOf(config.providersFile ?? null),
    siteUrl: config.siteUrl ?? SITE_URL,
    secret: siteSecretOfTests,
    log: tellFaults,
  });
}

/** Asks for a page as a person, or as a visitor with null. Redirects are not followed. */
export async function ask(app: Hono, member: Pick<Member, 'cookie'> | null, path: string): Promise<Response> {
  return app.request(SITE_URL + path, { headers: member === null ? {} : { cookie: member.cookie } });
}

/** Sends a form as a person whose browser shows our page: with its token, from our own origin. */
export async function send(
  app: Hono,
  member: Pick<Member, 'token' | 'cookie'> | null,
  path: string,
  fields: Record<string, string> = {},
): Promise<Response> {
  const visitor = 'a visitor of the tests';
  const held = member?.token ?? visitor;
  const body = new URLSearchParams({ ...fields, [FORM_TOKEN]: siteSecretOfTests.sign('form', held) });
  return app.request(SITE_URL + path, {
    method: 'POST',
    headers: { cookie: member?.cookie ?? `visitor=${visitor}`, origin: SITE_URL, 'sec-fetch-site': 'same-origin' },
    body,
  });
}
