import type { Hono } from 'hono';
import { SITE_URL } from './site.ts';

/** As much of a browser as forms need: it keeps cookies, and sends what the page it was shown holds. Redirects are not followed. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  readonly #app: Hono;
  /** The address that requests come from. */
  readonly #ip: string;

  constructor(app: Hono, ip = '192.0.2.1') {
    this.#app = app;
    this.#ip = ip;
  }

  get(path: string): Promise<Response> {
    return this.#request(path, {});
  }

  /** Opens the page and gives the form on it that goes to `action` (by default the page's own path): call it to fill it in and send it. */
  async form(
    path: string,
    action = path.split('?')[0]!,
  ): Promise<(fields: Record<string, string> | [string, string][]) => Promise<Response>> {
    const text = await (await this.get(path)).text();
    const form = text
      .split('<form ')
      .find((one) => one.startsWith(`action="${action}"`))
      ?.split('</form>')[0];
    if (form === undefined) throw new Error(`${path} has no form to ${action}:\n${text}`);
    const hidden = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
    return (fields) => {
      const body = new URLSearchParams(
        hidden.map(([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')]),
      );
      const filled = new URLSearchParams(fields);
      for (const name of new Set(filled.keys())) body.delete(name);
      for (const [name, value] of filled) body.append(name, value);
      const headers = { origin: SITE_URL, 'sec-fetch-site': 'same-origin' };
      return this.#request(action, { method: 'POST', body, headers });
    };
  }

  /** Opens the page, fills in its form and sends it. */
  async fill(path: string, fields: Record<string, string> | [string, string][], action?: string): Promise<Response> {
    const send = await this.form(path, action);
    return send(fields);
  }

  async #request(path: string, { headers, ...init }: RequestInit): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const sent = { ...init, headers: { ...(headers as Record<string, string>), cookie, 'user-agent': 'a test' } };
    const env = { incoming: { socket: { remoteAddress: this.#ip } } };
    const answer = await this.#app.request(SITE_URL + path, sent, env);
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }
}
