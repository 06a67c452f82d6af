import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { limiterOn } from './limits.ts';
import { secretFrom } from './secret.ts';

describe('limits', () => {
  const database = testDatabase();
  const limit = { tries: 2, minutes: 5, blockMinutes: 30 };
  const limiter = (use: string) => limiterOn(database.site.pool, secretFrom('a secret of the tests'), use, limit);

  it('refuse after so many tries, and say for how long', async () => {
    const tries = limiter('one');
    expect(await tries.take('ann', '192.0.2.1')).toEqual({ ok: true });
    expect(await tries.take('ann', '192.0.2.1')).toEqual({ ok: true });
    expect(await tries.take('ann', '192.0.2.1')).toEqual({ ok: false, minutes: 30 });
    // Another copy of the site counts the same; more tries do not make it longer.
    expect(await limiter('one').take('ann', '192.0.2.1')).toMatchObject({ ok: false });
  });

  it('count each key and each use by itself', async () => {
    const tries = limiter('two');
    for (const _ of 'three') await tries.take('ann', '192.0.2.1');
    expect(await tries.take('ann', '192.0.2.2')).toEqual({ ok: true });
    expect(await tries.take('ann192.0.2.1')).toEqual({ ok: true });
    expect(await tries.take('ann', null)).toEqual({ ok: true });
    expect(await limiter('three').take('ann', '192.0.2.1')).toEqual({ ok: true });
  });

  it('count tries at the same moment one by one', async () => {
    const tries = limiter('four');
    const answers = await Promise.all(Array.from({ length: 8 }, () => tries.take('ann')));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(2);
  });

  it('forget what turned out well', async () => {
    const tries = limiter('five');
    for (const _ of 'many tries') {
      expect(await tries.take('ann')).toEqual({ ok: true });
      await tries.giveBack('ann');
    }
    for (const _ of 'three') await tries.take('ann');
    expect(await tries.take('ann')).toMatchObject({ ok: false });
    await tries.clear('ann');
    expect(await tries.take('ann')).toEqual({ ok: true });
  });

  it('store nothing that says who', async () => {
    await limiter('six').take('ann@example.org', '192.0.2.1');
    const { rows } = await database.pool.query<{ key: string }>("select key from rate_limit where key like 'six%'");
    expect(rows).toEqual([{ key: expect.stringMatching(/^six:[\w-]{43}$/) as string }]);
  });
});
