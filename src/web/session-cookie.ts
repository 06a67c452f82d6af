import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { isSecure, type SiteSettings } from './settings.ts';

type Cookies = Pick<SiteSettings, 'siteUrl'>;

/**
 * The cookies of the site: the session of a signed-in person, a visitor's mark that ties a form to its browser, and, between a
 * password and its code or while the visitor is at a provider, the sign-in that was begun.
 */
export type CookieName = 'session' | 'visitor' | 'pending';

// Lax, not Strict: a link in a mail must find its reader signed in. Requests that change anything are guarded besides.
const OPTIONS = { path: '/', httpOnly: true, sameSite: 'Lax' } as const;

/** What this answer sets, by request: the browser will hold it when it sends a form of the page that is being written. */
const written = new WeakMap<Context, Map<CookieName, string | null>>();

/** The cookie's value as the browser holds it after this answer, or null. */
export function readCookie(c: Context, site: Cookies, name: CookieName): string | null {
  const set = written.get(c)?.get(name);
  if (set !== undefined) return set;
  return (isSecure(site) ? getCookie(c, name, 'host') : getCookie(c, name)) || null;
}

/** Sets the cookie until the browser closes; the server says when the session ends. `__Host-` and Secure where the site has TLS. */
export function writeCookie(c: Context, site: Cookies, name: CookieName, value: string): void {
  remember(c, name, value);
  if (isSecure(site)) setCookie(c, name, value, { ...OPTIONS, prefix: 'host', secure: true });
  else setCookie(c, name, value, OPTIONS);
}

export function removeCookie(c: Context, site: Cookies, name: CookieName): void {
  remember(c, name, null);
  deleteCookie(c, isSecure(site) ? `__Host-${name}` : name, { path: '/', secure: isSecure(site) });
}

/** After a sign-in: the browser holds the session, in place of all that it held before. */
export function holdSession(c: Context, site: Cookies, token: string): void {
  writeCookie(c, site, 'session', token);
  removeCookie(c, site, 'visitor');
  removeCookie(c, site, 'pending');
}

function remember(c: Context, name: CookieName, value: string | null): void {
  const set = written.get(c) ?? new Map<CookieName, string | null>();
  written.set(c, set.set(name, value));
}
