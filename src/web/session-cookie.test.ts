import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { readCookie, removeCookie, writeCookie } from './session-cookie.ts';

describe('a cookie', () => {
  const site = { siteUrl: 'http://localhost:3000' };

  it.each(['https://alongside.example.org', 'http://localhost:3000'])(
    'on %s is bound as far as it can be',
    async (siteUrl) => {
      const app = new Hono().get('/', (c) => {
        writeCookie(c, { siteUrl }, 'session', 'token');
        return c.text('');
      });
      const [cookie] = (await app.request('/')).headers.getSetCookie();
      expect(cookie).toBe(
        siteUrl.startsWith('https')
          ? '__Host-session=token; Path=/; HttpOnly; Secure; SameSite=Lax'
          : 'session=token; Path=/; HttpOnly; SameSite=Lax',
      );
    },
  );

  it('is read back within the answer that sets or removes it, for the forms of its page', async () => {
    const app = new Hono().get('/', (c) => {
      const read = [readCookie(c, site, 'session')];
      writeCookie(c, site, 'session', 'new');
      read.push(readCookie(c, site, 'session'));
      removeCookie(c, site, 'session');
      return c.json([...read, readCookie(c, site, 'session'), readCookie(c, site, 'visitor')]);
    });
    const answer = await app.request('/', { headers: { cookie: 'session=old' } });
    expect(await answer.json()).toEqual(['old', 'new', null, null]);
  });
});
