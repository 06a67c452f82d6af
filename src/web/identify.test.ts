import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { secretFrom } from '../access/secret.ts';
import { ipOf, serveSite } from './identify.ts';

/** What a request from the visitor's X-Forwarded-For is taken to come from, behind so many proxies. */
async function addressSeen(proxies: number, forwarded?: string): Promise<string> {
  const app = new Hono();
  app.use(
    serveSite({
      siteUrl: 'http://localhost:3000',
      proxies,
      secret: secretFrom('x'),
      demonstration: false,
      secondFactorRoles: [],
    }),
  );
  app.get('/', (c) => c.text(ipOf(c) ?? 'the socket'));
  const headers = forwarded === undefined ? undefined : { 'x-forwarded-for': forwarded };
  return (await app.request('/', headers && { headers })).text();
}

describe('the address a request came from', () => {
  it('is what the socket says, whatever a visitor writes', async () => {
    expect(await addressSeen(0, '203.0.113.9')).toBe('the socket');
  });

  it('is what our own proxy added, not what the visitor put before it', async () => {
    expect(await addressSeen(1, '203.0.113.9')).toBe('203.0.113.9');
    expect(await addressSeen(1, '198.51.100.1, 203.0.113.9')).toBe('203.0.113.9');
    expect(await addressSeen(2, '198.51.100.1, 203.0.113.9, 10.0.0.1')).toBe('203.0.113.9');
    expect(await addressSeen(1, '2001:db8::1')).toBe('2001:db8::1');
  });

  it('falls back to the socket where the proxies did not add what they should', async () => {
    expect(await addressSeen(1)).toBe('the socket');
    expect(await addressSeen(2, '203.0.113.9')).toBe('the socket');
    expect(await addressSeen(1, 'unknown')).toBe('the socket');
  });
});
