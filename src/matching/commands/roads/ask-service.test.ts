import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RoadServer, startRoadServer } from '../../../../test/road-server.ts';
import { travelBasisAsAt } from '../../queries/travel-policy.ts';
import type { RoadBatch } from '../../rules/travel/road-batches.ts';
import type { RoadProvider } from '../../rules/travel/road-times.ts';
import { askService } from './ask-service.ts';

const { policy } = travelBasisAsAt('2022-07-06');
const quick = { ...policy, services: { ...policy.services, timeoutSeconds: 0.3 } };

const LUTON = { easting: 509_000, northing: 221_000 };
const DUNSTABLE = { easting: 502_000, northing: 222_000 };
const NEWPORT = { easting: 450_000, northing: 89_000 };
const batch: RoadBatch = {
  sources: [LUTON, NEWPORT],
  targets: [DUNSTABLE],
  wanted: [
    [0, 0],
    [1, 0],
  ],
};

let server: RoadServer;
beforeAll(async () => {
  // South of the Solent there is no way to anywhere.
  server = await startRoadServer(([lat]) => (lat < 50.8 ? null : { seconds: 900.4, metres: 9100.2 }));
});
afterAll(() => server.close());

const service = (provider: RoadProvider) => ({ provider, url: server.url, version: 'test' });

async function answered(provider: RoadProvider, status: number, body: unknown) {
  server.misbehave = (response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
  try {
    return await askService(service(provider), batch, quick);
  } finally {
    server.misbehave = null;
  }
}

describe.each(['osrm', 'valhalla'] as const)('a question to %s', (provider) => {
  it('is asked as it is documented, and gives seconds and metres, or no way', async () => {
    const [first, second] = await askService(service(provider), batch, policy);
    expect(first?.[0]?.seconds).toBeCloseTo(900.4, 5);
    expect(first?.[0]?.metres).toBeCloseTo(9100.2, 5);
    expect(second?.[0]).toEqual({ seconds: null, metres: null });
  });

  it.each([
    ['a fault of its own', 503, { message: 'overloaded' }, 'answered with status 503'],
    ['too many questions', 429, {}, 'answered with status 429'],
    ['a page', 200, '<html>', 'answered with something else than JSON'],
    ['nothing', 200, '', 'answered with something else than JSON'],
    ['other keys', 200, { ok: true }, 'answered otherwise than is documented'],
    [
      'words for numbers',
      200,
      { code: 'Ok', durations: [['x'], ['y']], sources_to_targets: 'x' },
      'answered otherwise',
    ],
    ['a redirect', 302, '', 'could not be reached'],
  ])('says what was wrong with %s', async (_what, status, body, why) => {
    await expect(answered(provider, status, body)).rejects.toThrow(why);
  });

  it('waits no longer than the policy says', async () => {
    server.misbehave = () => {};
    await expect(askService(service(provider), batch, quick)).rejects.toThrow('took longer than 0.3 seconds');
    server.misbehave = null;
  });

  it('says when nobody is there', async () => {
    const nobody = { provider, url: 'http://127.0.0.1:1', version: 'test' };
    await expect(askService(nobody, batch, quick)).rejects.toThrow('could not be reached');
  });

  it('refuses an answer that has no end', async () => {
    server.misbehave = (response) => {
      response.writeHead(200);
      const more = () => response.write('0'.repeat(1_000_000), () => response.destroyed || more());
      more();
    };
    await expect(askService(service(provider), batch, policy)).rejects.toThrow('more than 16 megabytes');
    server.misbehave = null;
  });
});

const table = (change: object) => ({ code: 'Ok', durations: [[60], [120]], distances: [[900], [1900]], ...change });
const cell = (from: number) => [{ time: 60, distance: 1, from_index: from, to_index: 0 }];

describe('OSRM', () => {
  it('must answer for as many places as it was asked', async () => {
    await expect(answered('osrm', 200, table({ durations: [[60]] }))).rejects.toThrow('another number of places');
    await expect(
      answered(
        'osrm',
        200,
        table({
          durations: [
            [60, 1],
            [120, 1],
          ],
        }),
      ),
    ).rejects.toThrow('another number');
  });

  it('knows nothing of a place far from its roads, which is not the same as no way', async () => {
    const places = { sources: [{ distance: 3 }, { distance: 48_000 }], destinations: [{ distance: 12 }] };
    expect(await answered('osrm', 200, table(places))).toEqual([[{ seconds: 60, metres: 900 }], [undefined]]);
  });

  it('may leave distances out, and may not make times up', async () => {
    expect(await answered('osrm', 200, table({ distances: undefined }))).toEqual([
      [{ seconds: 60, metres: null }],
      [{ seconds: 120, metres: null }],
    ]);
    await expect(answered('osrm', 200, table({ fallback_speed_cells: [[0, 0]] }))).rejects.toThrow('otherwise');
  });

  it('refuses with a status and its own word', async () => {
    await expect(answered('osrm', 400, { code: 'TooBig', message: 'Too many table coordinates' })).rejects.toThrow(
      'refused with status 400',
    );
  });
});

describe('Valhalla', () => {
  it('may answer in its terse form', async () => {
    const terse = {
      sources_to_targets: { durations: [[60], [null]], distances: [[0.9], [null]] },
      units: 'kilometers',
    };
    expect(await answered('valhalla', 200, terse)).toEqual([
      [{ seconds: 60, metres: 900 }],
      [{ seconds: null, metres: null }],
    ]);
  });

  it('must keep the order and the unit that were asked for', async () => {
    await expect(answered('valhalla', 200, { sources_to_targets: [cell(1), cell(0)] })).rejects.toThrow(
      'another order',
    );
    const miles = { sources_to_targets: [cell(0), cell(1)], units: 'miles' };
    await expect(answered('valhalla', 200, miles)).rejects.toThrow('otherwise than is documented');
  });
});
