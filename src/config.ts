import { resolve } from 'node:path';
import { z } from 'zod';

/** Settings that a person can make; see README. This file is the only reader of the environment. */
export interface Config {
  /** Folder that holds the embedded database; absolute. */
  home: string;
  /** Connection string of a PostgreSQL kept elsewhere, or null to run the embedded one. */
  databaseUrl: string | null;
  /** With a PostgreSQL kept elsewhere: the login that owns the tables, so that DATABASE_URL may be one that owns nothing. */
  databaseOwnerUrl: string | null;
  port: number;
  /** Address to listen on. Loopback unless HOST says otherwise. */
  host: string;
  /** Colour in output for people. */
  colour: boolean;
  /** Where people find the site, without a slash at the end; null for this machine on its port. Links in mail and sign-in by a provider need it. */
  siteUrl: string | null;
  /** How many proxies of one's own stand in front of the site, TLS ones too. Visitors' addresses are read from what they add. */
  proxies: number;
  /** Key of the site's own secrets (second factors, form tokens), or null to keep one in `home`. */
  secret: string | null;
  /** One-click invented people, and mail that lands in a page. Never with NODE_ENV=production or a database elsewhere. */
  demonstration: boolean;
  /** File that names the OpenID providers and maps their claims to roles, or null for none. See docs/sign-in.md. */
  providersFile: string | null;
  mail: MailConfig | null;
  /** Who brings published files: service leads and brokers on the site's pages, or the operator alone by bin/alongside import. */
  imports: 'people' | 'command-line';
  /** Most megabytes that may be sent at once to be imported. */
  uploadMegabytes: number;
  /** A service that knows the roads, or null to estimate journeys. */
  roads: RoadsConfig | null;
}

/** Where a road service answers, without a slash at the end, and what its roads are called, so that answers of others are not kept for its own. */
export interface RoadsConfig {
  provider: 'osrm' | 'valhalla';
  url: string;
  version: string;
}

/** How mail leaves; null keeps it in the outbox. */
export type MailConfig =
  | { by: 'smtp'; url: string; from: string }
  | { by: 'notify'; apiKey: string; templateId: string; baseUrl: string | null };

/** A setting that cannot work; its message is one line that says the mend. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((n) => n <= 65_535);

/**
 * Reads the settings from environment variables.
 * Throws ConfigError with one line that names the variable, its value and the mend.
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env, stdoutIsTerminal = process.stdout.isTTY): Config {
  const portText = env.PORT ?? '3000';
  const parsedPort = port.safeParse(portText);
  if (!parsedPort.success) {
    throw new ConfigError(`PORT is "${portText}": set it to a whole number from 0 to 65535, for example PORT=3000`);
  }
  const databaseUrl = readDatabaseUrl(env, 'DATABASE_URL');
  return {
    siteUrl: readSiteUrl(env.SITE_URL),
    proxies: readProxies(env.PROXIES),
    secret: readSecret(env, databaseUrl),
    demonstration: readDemonstration(env, databaseUrl),
    providersFile: env.OIDC_PROVIDERS ? resolve(env.OIDC_PROVIDERS) : null,
    mail: readMail(env),
    imports: readImports(env.IMPORTS),
    uploadMegabytes: readMegabytes(env.UPLOAD_MEGABYTES),
    roads: readRoads(env),
    home: resolve(env.ALONGSIDE_HOME || '.alongside'),
    databaseUrl,
    databaseOwnerUrl: readOwnerUrl(env, databaseUrl),
    port: parsedPort.data,
    host: env.HOST || '127.0.0.1',
    colour: stdoutIsTerminal && !env.NO_COLOR,
  };
}

function readDatabaseUrl(env: NodeJS.ProcessEnv, name: 'DATABASE_URL' | 'DATABASE_OWNER_URL'): string | null {
  const url = env[name] || null;
  if (url === null) return null;
  if (!/^postgres(ql)?:\/\//.test(url)) {
    throw new ConfigError(
      `${name} is not a PostgreSQL address: write it as postgres://user:password@host:5432/name, or unset it to use the embedded database`,
    );
  }
  // Passwords and records would cross the network in the clear, and nothing would say so.
  if (isElsewhere(url, env) && !/[?&]sslmode=/.test(url) && !env.PGSSLMODE) {
    throw new ConfigError(
      `${name} leads to another machine and does not say whether with TLS: add ?sslmode=verify-full (or sslmode=disable where the way there is safe by itself)`,
    );
  }
  return url;
}

function readOwnerUrl(env: NodeJS.ProcessEnv, databaseUrl: string | null): string | null {
  const url = readDatabaseUrl(env, 'DATABASE_OWNER_URL');
  if (url !== null && databaseUrl === null) {
    throw new ConfigError(
      'DATABASE_OWNER_URL is set without DATABASE_URL: say also with which login the site connects',
    );
  }
  return url;
}

function readSiteUrl(text: string | undefined): string | null {
  if (!text) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  const local = url?.hostname === 'localhost' || url?.hostname === '127.0.0.1';
  if (url === null || !(url.protocol === 'https:' || (local && url.protocol === 'http:')) || url.pathname !== '/') {
    throw new ConfigError(
      `SITE_URL is "${text}": write where people find the site, with https and without a path, for example SITE_URL=https://alongside.example.org`,
    );
  }
  return url.origin;
}

function readProxies(text = '0'): number {
  if (!/^\d$/.test(text)) {
    throw new ConfigError(
      `PROXIES is "${text}": set it to how many proxies stand in front of the site, for example PROXIES=1`,
    );
  }
  return Number(text);
}

function readImports(text = 'people'): 'people' | 'command-line' {
  if (text === 'people' || text === 'command-line') return text;
  throw new ConfigError(
    `IMPORTS is "${text}": set it to people (service leads and brokers import on the site) or command-line (only bin/alongside import does)`,
  );
}

/** A year of performance tables as an archive is some 100 MB; with everything that was ever published, some 500. */
function readMegabytes(text = '600'): number {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw new ConfigError(
    `UPLOAD_MEGABYTES is "${text}": set it to the most megabytes that may be sent at once to be imported, from 1 to 9999, for example UPLOAD_MEGABYTES=600`,
  );
}

function readRoads({ OSRM_URL, VALHALLA_URL, ROADS_VERSION }: NodeJS.ProcessEnv): RoadsConfig | null {
  if (OSRM_URL && VALHALLA_URL) {
    throw new ConfigError(
      'OSRM_URL and VALHALLA_URL are both set: one service says how long journeys take, so unset one',
    );
  }
  const version = ROADS_VERSION || 'unnamed';
  if (!/^[\w.-]{1,60}$/.test(version)) {
    throw new ConfigError(
      `ROADS_VERSION is "${version}": name the roads by up to 60 letters, digits, dots, hyphens and underscores, for example ROADS_VERSION=england-2026-10`,
    );
  }
  if (OSRM_URL) return { provider: 'osrm', url: readRoadsUrl('OSRM_URL', OSRM_URL), version };
  if (VALHALLA_URL) return { provider: 'valhalla', url: readRoadsUrl('VALHALLA_URL', VALHALLA_URL), version };
  return null;
}

function readRoadsUrl(name: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isPlain = url !== null && url.search === '' && url.hash === '' && url.username === '' && url.password === '';
  // What was written may hold a password, so it is not repeated.
  if (!isPlain || !/^https?:$/.test(url.protocol)) {
    throw new ConfigError(
      `${name} is not the address of a road service: write it with http or https, without a name, a password or a question mark, for example ${name}=http://127.0.0.1:5000`,
    );
  }
  return url.href.replace(/\/+$/, '');
}

const SHORTEST_SECRET = 32;

function readSecret(env: NodeJS.ProcessEnv, databaseUrl: string | null): string | null {
  const secret = env.ALONGSIDE_SECRET || null;
  if (secret !== null && secret.length < SHORTEST_SECRET) {
    throw new ConfigError(
      `ALONGSIDE_SECRET has ${secret.length} characters: set it to at least ${SHORTEST_SECRET} random ones, the same for every copy of the site`,
    );
  }
  if (secret === null && databaseUrl !== null && isElsewhere(databaseUrl, env)) {
    throw new ConfigError(
      'ALONGSIDE_SECRET is not set, and the database is on another machine: set it to at least 32 random characters, the same for every copy of the site',
    );
  }
  return secret;
}

/**
 * On by itself where nobody else can come: the embedded database, listening to this machine alone, no address of its own, not
 * production. Elsewhere only when asked for, since its outbox shows everybody every letter.
 */
function readDemonstration(env: NodeJS.ProcessEnv, databaseUrl: string | null): boolean {
  const asked = env.DEMONSTRATION;
  if (asked !== undefined && asked !== 'on' && asked !== 'off') {
    throw new ConfigError(`DEMONSTRATION is "${asked}": set it to on or off`);
  }
  if (asked === 'off') return false;
  if (asked === 'on' && env.NODE_ENV === 'production') {
    throw new ConfigError(
      'DEMONSTRATION=on with NODE_ENV=production: demonstration people are for trying out, so unset one of the two',
    );
  }
  if (asked === 'on' && databaseUrl !== null && isElsewhere(databaseUrl, env)) {
    throw new ConfigError(
      'DEMONSTRATION=on with a database on another machine: demonstration people are for trying out, so unset one of the two',
    );
  }
  const here = ['127.0.0.1', '::1', 'localhost'].includes(env.HOST || '127.0.0.1') && !env.SITE_URL;
  return asked === 'on' || (here && databaseUrl === null && env.NODE_ENV !== 'production');
}

/** Whether a connection string leads off this machine. A socket folder, given as host, does not. */
function isElsewhere(databaseUrl: string, env: NodeJS.ProcessEnv): boolean {
  const host = hostOf(databaseUrl) || env.PGHOST || '';
  return !(host === '' || host.startsWith('/') || ['localhost', '127.0.0.1', '[::1]', '::1'].includes(host));
}

/** As pg reads it: what the query says last, or else the place of the host, which is empty where a socket folder stands in the query. */
function hostOf(databaseUrl: string): string {
  // pg too puts a name in the empty place before it parses.
  const text = databaseUrl.replace(/^([a-z]+:\/\/(?:[^/]*@)?)(?=\/)/, '$1empty');
  if (!URL.canParse(text)) return databaseUrl;
  const url = new URL(text);
  const inPlace = text === databaseUrl ? decodeURIComponent(url.hostname) : '';
  return url.searchParams.getAll('host').at(-1) || inPlace;
}

function readMail(env: NodeJS.ProcessEnv): MailConfig | null {
  const { SMTP_URL: url, MAIL_FROM: from, NOTIFY_API_KEY: apiKey, NOTIFY_TEMPLATE_ID: templateId } = env;
  if (url && apiKey)
    throw new ConfigError('SMTP_URL and NOTIFY_API_KEY are both set: mail leaves one way, so unset one');
  if (url) {
    if (!/^smtps?:\/\//.test(url)) {
      throw new ConfigError('SMTP_URL is not a mail server: write it as smtps://user:password@host:465');
    }
    if (!from) throw new ConfigError('MAIL_FROM is not set: with SMTP_URL, say from which address mail comes');
    return { by: 'smtp', url, from };
  }
  if (apiKey) {
    if (!templateId)
      throw new ConfigError('NOTIFY_TEMPLATE_ID is not set: with NOTIFY_API_KEY, name the template (docs/mail.md)');
    return { by: 'notify', apiKey, templateId, baseUrl: env.NOTIFY_BASE_URL || null };
  }
  return null;
}
