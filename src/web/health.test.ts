import { Hono } from 'hono';
import { describe, expect, it, vi } from 'vitest';
import packaged from '../../package.json' with { type: 'json' };
import { health } from './health.ts';

const { version } = packaged;

const appWith = (askDatabase: () => Promise<unknown>, asAt = async (): Promise<string | null> => '2022-07-06') =>
  new Hono().get('/health', health({ askDatabase, asAt }));

describe('/health', () => {
  it('says the version and the date of the data while the database answers', async () => {
    const answer = await appWith(async () => 1).request('/health');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(await answer.json()).toEqual({ ok: true, version, database: 'reachable', asAt: '2022-07-06' });
  });

  it('is well with nothing loaded yet', async () => {
    const answer = await appWith(
      async () => 1,
      async () => null,
    ).request('/health');
    expect(await answer.json()).toMatchObject({ ok: true, asAt: null });
  });

  it('answers 503 without a word of why when the database does not', async () => {
    const answer = await appWith(() => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.7'))).request('/health');
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({ ok: false, version, database: 'unreachable', asAt: null });
  });

  it('answers 503 when the database hangs', async () => {
    vi.useFakeTimers();
    try {
      const waiting = appWith(() => new Promise(() => {})).request('/health');
      await vi.runAllTimersAsync();
      expect((await waiting).status).toBe(503);
    } finally {
      vi.useRealTimers();
    }
  });
});
