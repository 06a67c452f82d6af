import type { Hono } from 'hono';
import { FORM_TOKEN } from '../../src/web/forgery.ts';
import { SITE_URL, siteSecretOfTests } from '../site.ts';

/**
 * As much of a browser as a sign-in needs: cookies by host, the `Refresh` header, and redirects followed by hand. Requests to the
 * site's address go to the application, all others over the network.
 */
export class TestBrowser {
  readonly #app: Hono;
  readonly #cookies = new Map<string, Map<string, string>>();

  constructor(app: Hono) {
    this.#app = app;
  }

  /** Presses the button of a provider and returns where the site sends the browser. */
  async begin(provider: string, to?: string): Promise<{ answer: Response; url: URL | null }> {
    const answer = await this.send(`/sign-in/with/${provider}`, to === undefined ? {} : { to });
    const refresh = answer.headers.get('refresh');
    return { answer, url: refresh === null ? null : new URL(refresh.replace('0; url=', '')) };
  }

  /** Sends one of the site's own forms. */
  async send(path: string, fields: Record<string, string> = {}): Promise<Response> {
    const held = this.cookie('session') ?? this.#markOfVisitor();
    const body = new URLSearchParams({ ...fields, [FORM_TOKEN]: siteSecretOfTests.sign('form', held) });
    return this.#request(new URL(path, SITE_URL), { method: 'POST', body, headers: { origin: SITE_URL } });
  }

  get(url: string | URL): Promise<Response> {
    return this.#request(new URL(url, SITE_URL), {});
  }

  /** Follows redirects until one leads to the site, and returns that address without asking for it. */
  async followToSite(from: URL): Promise<URL> {
    let url = from;
    for (let hops = 0; hops < 10; hops += 1) {
      if (url.origin === SITE_URL) return url;
      const answer = await this.get(url);
      const location = answer.headers.get('location');
      if (location === null) throw new Error(`${url.href} answered ${answer.status}: ${await answer.text()}`);
      url = new URL(location, url);
    }
    throw new Error(`no end of redirects at ${url.href}`);
  }

  /** Holds a cookie of the site that it held before. */
  keepCookie(name: string, value: string): void {
    this.#jar(new URL(SITE_URL)).set(name, value);
  }

  cookie(name: string): string | undefined {
    return this.#jar(new URL(SITE_URL)).get(name);
  }

  #markOfVisitor(): string {
    const jar = this.#jar(new URL(SITE_URL));
    const mark = jar.get('visitor') ?? `a visitor ${Math.random()}`;
    jar.set('visitor', mark);
    return mark;
  }

  async #request(url: URL, { headers, ...init }: RequestInit): Promise<Response> {
    const jar = this.#jar(url);
    const sent = {
      ...init,
      redirect: 'manual' as const,
      headers: {
        ...(headers as Record<string, string>),
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
      },
    };
    const answer = url.origin === SITE_URL ? await this.#app.request(url.href, sent) : await fetch(url, sent);
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /max-age=0|expires=thu, 01 jan 1970/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  }

  #jar({ host }: URL): Map<string, string> {
    const jar = this.#cookies.get(host) ?? new Map<string, string>();
    this.#cookies.set(host, jar);
    return jar;
  }
}
