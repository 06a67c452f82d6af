import { isIP } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';
import type { Person } from '../access/roles.ts';
import type { Refusal } from '../access/authorise.ts';
import type { Permission, Subject } from '../access/permission.ts';
import { readCookie } from './session-cookie.ts';
import type { SiteSettings } from './settings.ts';

declare module 'hono' {
  interface ContextVariableMap {
    site: SiteSettings;
    /** Who is signed in; null for a visitor. */
    person: Person | null;
    /** Notes in the audit trail that something was refused. */
    noteRefusal: NoteRefusal;
  }
}

export type NoteRefusal = (
  permission: Permission,
  person: Person | null,
  subject: Subject,
  reason: Refusal,
  ip: string | null,
) => Promise<void>;

/** Tells every later handler which site it serves. Mount it first. */
export function serveSite(settings: SiteSettings): MiddlewareHandler {
  return async (c, next) => {
    c.set('site', settings);
    await next();
  };
}

/** Of an answer that no browser and no cache may keep: what a signed-in person sees. */
export const PRIVATE = 'private, no-store';

interface Identification {
  /** The person of a session token; null when there is no such session, or it has ended. */
  personOf: (token: string, ip: string | null) => Promise<Person | null>;
  noteRefusal: NoteRefusal;
}

/** Says for each request who asks. Mount it before every room. */
export function identify({ personOf, noteRefusal }: Identification): MiddlewareHandler {
  return async (c, next) => {
    c.set('noteRefusal', noteRefusal);
    const token = readCookie(c, c.get('site'), 'session');
    const person = token === null ? null : await personOf(token, ipOf(c));
    // A session of an invented person is worth nothing once the site is no longer for trying out.
    c.set('person', person?.demonstration && !c.get('site').demonstration ? null : person);
    await next();
    // Pages say so themselves; this is for files and redirects, and for whatever forgets.
    if (person !== null) c.header('Cache-Control', PRIVATE);
  };
}

/**
 * The address that the request came from. Of X-Forwarded-For only the entries are believed that the settings' own proxies have added, one
 * each at its end: what stands before them anybody can write, and lock-outs count by the address.
 */
export function ipOf(c: Context): string | null {
  // Tests ask the application without a socket, and rooms of public pages without a site.
  const socket = c.env?.incoming === undefined ? null : (getConnInfo(c).remote.address ?? null);
  const proxies = c.get('site')?.proxies ?? 0;
  if (proxies === 0) return socket;
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((entry) => entry.trim());
  const visitor = forwarded.at(-proxies);
  return visitor !== undefined && isIP(visitor) !== 0 ? visitor : socket;
}
