import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { createContext, type VNode } from 'preact';
import { render } from 'preact-render-to-string';
import type { Person } from '../access/roles.ts';
import { formToken } from './forgery.ts';
import { PRIVATE } from './identify.ts';

interface PageRequest {
  /** Path of the page, for marking the part of the site one is in. */
  path: string;
  /** Random word of this answer that lets its own scripts run; without it the page is written without scripts. */
  nonce?: string;
  /** The token for this answer's forms. Asked for only by a page that has one, for it may set a cookie. */
  formToken?: () => string;
  /** Who is signed in. */
  person?: Person | null;
  /** Whether the site shows invented people. */
  demonstration?: boolean;
}

/** What the layout knows of the request. Pages do not pass it on, so that a view is a function of its data alone. */
export const PageRequestContext = createContext<PageRequest>({ path: '/' });

/** A whole page as HTML text, for tests and for pages written to a file. */
export function renderPage(view: VNode, request: PageRequest = { path: '/' }): string {
  return `<!doctype html>${render(<PageRequestContext.Provider value={request}>{view}</PageRequestContext.Provider>)}`;
}

/**
 * Answers a request with a page: `return page(c, <AreaPage area={area} />)`. The view is (or ends in) a `Page` of layout.tsx.
 */
export function page(c: Context, view: VNode, status: ContentfulStatusCode = 200): Response | Promise<Response> {
  const nonce: string | undefined = c.get('secureHeadersNonce');
  let ofOneBrowser = (c.get('person') ?? null) !== null;
  const request = {
    path: c.req.path,
    nonce,
    formToken: () => {
      ofOneBrowser = true;
      return formToken(c);
    },
    person: c.get('person'),
    demonstration: c.get('site')?.demonstration,
  };
  const html = renderPage(view, request);
  // A page kept by a cache would keep its nonce too, and a nonce that is used twice protects nobody. What one person sees, or a
  // form with their token, is not kept at all.
  c.header('Cache-Control', ofOneBrowser ? PRIVATE : 'private, no-cache');
  return c.html(html, status);
}
