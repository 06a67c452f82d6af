import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { answerError, answerNotFound } from './errors.tsx';
import { Page } from './layout.tsx';
import { page } from './render.tsx';
import { security } from './security.ts';

const app = new Hono();
app.use(security());
app.get('/', (c) => page(c, <Page title="Home" />));
app.get('/broken', () => {
  throw new Error('broken');
});
app.notFound(answerNotFound);
app.onError(answerError(() => {}));

describe('the headers of every answer', () => {
  it.each(['/', '/nowhere', '/broken'])('%s: scripts run only with the nonce of this answer', async (path) => {
    const answer = await app.request(path);
    const nonces = [...(await answer.text()).matchAll(/<script[^>]* nonce="([^"]+)"/g)].map(([, nonce]) => nonce);
    expect(nonces).toHaveLength(2);
    for (const nonce of nonces) expect(directives(answer).get('script-src')).toBe(`'nonce-${nonce}'`);
  });

  it('never use a nonce twice', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, async () => app.request('/')));
    expect(new Set(answers.map((answer) => directives(answer).get('script-src'))).size).toBe(20);
  });

  it('allow nothing that a page does not need', async () => {
    const policy = directives(await app.request('/'));
    expect(policy.get('default-src')).toBe("'none'");
    expect(policy.get('style-src')).toBe("'self'");
    expect(policy.get('img-src')).toBe("'self' data:");
    expect(policy.get('form-action')).toBe("'self'");
    expect(policy.get('base-uri')).toBe("'none'");
    expect(policy.get('frame-ancestors')).toBe("'none'");
    expect([...policy.values()].join(' ')).not.toMatch(/unsafe|\*|https?:/);
  });

  it('keep the browser from guessing, framing, sharing and telling others', async () => {
    const { headers } = await app.request('/');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('X-Frame-Options')).toBe('DENY');
    expect(headers.get('Referrer-Policy')).toBe('same-origin');
    expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
    expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
    expect(headers.get('Permissions-Policy')).toContain('geolocation=()');
    expect(headers.get('Cache-Control')).toBe('private, no-cache');
  });

  it('pin HTTPS where the request came by HTTPS, and only there', async () => {
    expect(await pinned('http://localhost/')).toBeNull();
    expect(await pinned('http://localhost/', 'http')).toBeNull();
    expect(await pinned('https://alongside.example/')).toMatch(/^max-age=\d+/);
    expect(await pinned('http://localhost/', 'https')).toMatch(/^max-age=\d+/);
    expect(await pinned('http://localhost/', 'https, http')).toMatch(/^max-age=\d+/);
  });
});

async function pinned(url: string, forwarded?: string): Promise<string | null> {
  const headers = forwarded === undefined ? undefined : { 'X-Forwarded-Proto': forwarded };
  return (await app.request(url, { headers })).headers.get('Strict-Transport-Security');
}

function directives(answer: Response): Map<string, string> {
  const policy = answer.headers.get('Content-Security-Policy') ?? '';
  return new Map(
    policy.split('; ').map((directive): [string, string] => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources.join(' ')];
    }),
  );
}
