import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { newToken } from '../access/secret.ts';
import { NotOurs } from './errors.tsx';
import { type FormParts, formParts } from './form-parts.ts';
import type { SiteSettings } from './settings.ts';
import { readCookie, writeCookie } from './session-cookie.ts';

/** Name of the hidden field that every form carries (web/form.tsx). */
export const FORM_TOKEN = 'form-token';

/** No form of the site needs more. */
const MOST_BYTES = 64 * 1024;

/** An address that takes files, and how many bytes at most. */
export interface TakesFiles {
  path: string;
  mostBytes: number;
}

interface ForgeryRules extends Pick<SiteSettings, 'siteUrl'> {
  /**
   * Whether the address of a request holds a proof that its sender was given by us, as the link in a letter does, which mail
   * programs follow without a page of ours. By default none does.
   */
  provesItself?: (c: Context) => boolean;
}

/**
 * Refuses a change that another site made the browser send: by where the browser says that it comes from (Origin, Sec-Fetch-Site),
 * and by a token that only our own pages carry, tied to the session or to the visitor's cookie. Mount it before every room.
 * A form with files is not read beyond its token, which must be its first part: the route goes on reading with `formPartsOf`.
 */
export function againstForgery(
  { siteUrl, provesItself = () => false }: ForgeryRules,
  takesFiles: readonly TakesFiles[] = [],
): MiddlewareHandler[] {
  const mostFileBytes = (c: Context) =>
    c.req.method === 'POST' && /^multipart\/form-data\b/.test(c.req.header('content-type') ?? '')
      ? takesFiles.find(({ path }) => path === c.req.path)?.mostBytes
      : undefined;
  const limitOfForms = bodyLimit({
    maxSize: MOST_BYTES,
    onError: (c) => c.text('What was sent is too large.', 413),
  });
  const fromElsewhere = csrf({ origin: (origin) => isOurs(origin, siteUrl) });
  return [
    async (c, next) => {
      mustBeText(c.req.url.replaceAll('%00', '\0'));
      return next();
    },
    (c, next) => (mostFileBytes(c) === undefined ? limitOfForms(c, next) : next()),
    (c, next) => (provesItself(c) ? next() : fromElsewhere(c, next)),
    async (c, next) => {
      if (c.req.method === 'GET' || c.req.method === 'HEAD' || provesItself(c)) return next();
      const mostBytes = mostFileBytes(c);
      if (mostBytes === undefined) {
        mustBeSigned(c, (await formOf(c))[FORM_TOKEN]);
        return next();
      }
      const parts = formParts(c, mostBytes);
      try {
        const first = await parts.next();
        const token = first.value?.kind === 'field' && first.value.name === FORM_TOKEN ? first.value.value : undefined;
        mustBeSigned(c, token);
        c.set(PARTS, parts);
        await next();
      } finally {
        await parts.return?.();
      }
    },
  ];
}

const PARTS = 'form parts';

/** The parts of a form with files after its token; null where the form was sent without files, as one of fields. */
export function formPartsOf(c: Context): FormParts | null {
  return (c.get(PARTS) as FormParts | undefined) ?? null;
}

function mustBeSigned(c: Context, given: unknown): void {
  const held = holderOf(c);
  if (held === null || typeof given !== 'string' || !c.get('site').secret.isSigned('form', held, given)) {
    throw new NotOurs('The page you sent this from is out of date. Go back, reload the page and send it again.');
  }
}

/** The fields of the form that was sent. Anything but a form is refused. */
export async function formOf(c: Context): Promise<Record<string, unknown>> {
  const type = c.req.header('content-type') ?? '';
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/.test(type)) {
    throw new NotOurs('The site takes what its own forms send.');
  }
  const fields = await c.req.parseBody({ all: true }).catch(() => {
    // A body of several parts that does not keep to the boundary it names.
    throw new NotOurs('The site takes what its own forms send.');
  });
  for (const value of Object.values(fields).flat()) if (typeof value === 'string') mustBeText(value);
  return fields;
}

/** PostgreSQL keeps every character but the one with the number zero, and nobody types that. */
function mustBeText(text: string): void {
  if (text.includes('\0')) throw new NotOurs('A character that was sent cannot be read.');
}

/** The token for the forms of this answer; gives a visitor the cookie that it is tied to. */
export function formToken(c: Context): string {
  let held = holderOf(c);
  if (held === null) {
    held = newToken();
    writeCookie(c, c.get('site'), 'visitor', held);
  }
  return c.get('site').secret.sign('form', held);
}

function holderOf(c: Context): string | null {
  const site = c.get('site');
  // The session's cookie counts only while it is somebody's: an old one must not keep a visitor from signing in again.
  return (c.get('person') === null ? null : readCookie(c, site, 'session')) ?? readCookie(c, site, 'visitor');
}

/** The site's own address; on a laptop also by the other names that the machine has for itself. */
function isOurs(origin: string, siteUrl: string): boolean {
  if (origin === siteUrl) return true;
  if (!URL.canParse(origin)) return false;
  const [asked, ours] = [new URL(origin), new URL(siteUrl)];
  return isLoopback(asked) && isLoopback(ours) && asked.port === ours.port && asked.protocol === ours.protocol;
}

function isLoopback({ hostname }: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
