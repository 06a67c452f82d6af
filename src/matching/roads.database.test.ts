import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database/harness.ts';
import { headOf, needFor, placedSchool, roundPolicy } from '../../test/factories/matching.ts';
import { type RoadServer, startRoadServer } from '../../test/road-server.ts';
import { roadAsker } from './commands/roads/road-asker.ts';
import { withRoads } from './queries/plan-policy.ts';
import { travelBasisAsAt } from './queries/travel-policy.ts';
import { planProblem } from './rules/plan-problem.ts';
import { roadKey, type RoadPair } from './rules/travel/road-times.ts';
import { latLonOf } from './rules/travel/wgs84.ts';
import { travelUsed } from './rules/travel/travel-used.ts';

const { policy: shipped } = travelBasisAsAt('2022-07-06');
const policy = { ...shipped, services: { ...shipped.services, waitSeconds: 0, timeoutSeconds: 2 } };

const at = (east: number, north: number) => ({ easting: east * 1000, northing: north * 1000 });
const pairsOf = (homes: number, schools: number): RoadPair[] =>
  Array.from({ length: homes * schools }, (_, k) => ({
    from: at(500 + (k % homes) / 10, 220),
    to: at(500, 221 + Math.floor(k / homes)),
  }));

const answering = (status: number, body: unknown) => (response: ServerResponse) => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
};

const schoolAt = (urn: number, east: number) => placedSchool(urn, { easting: east * 1000, northing: 220_000 });

describe('times by road', () => {
  const database = testDatabase();
  let server: RoadServer;
  beforeAll(async () => {
    // Ten minutes from everywhere, and no way from the place furthest east.
    server = await startRoadServer(([, lon]) => (lon > 0.3 ? null : { seconds: 600, metres: 8000 }));
  });
  beforeEach(async () => {
    await database.pool.query('truncate road_time');
    server.asked.length = 0;
    server.misbehave = null;
  });
  afterAll(() => server.close());

  const osrm = (version = 'a') => roadAsker(database.site.db, { provider: 'osrm', url: server.url, version });
  it.each(['osrm', 'valhalla'] as const)(
    'are asked of %s once, in questions within its limits, and kept',
    async (provider) => {
      const ask = roadAsker(database.site.db, { provider, url: server.url, version: 'a' });
      const pairs = pairsOf(120, 3);
      const first = await ask(pairs, policy);
      expect(first).toMatchObject({ provider, version: 'a', problem: null });
      expect(Object.keys(first.times)).toHaveLength(360);
      expect(first.times[roadKey(pairs[0]!.from, pairs[0]!.to)]).toEqual({ seconds: 600, metres: 8000 });
      expect(Math.max(...server.asked.map(({ places }) => places))).toBeLessThanOrEqual(100);
      const questions = server.asked.length;
      expect((await ask(pairs, policy)).times).toEqual(first.times);
      expect(server.asked).toHaveLength(questions);
    },
  );

  it('are asked anew of other roads and when they are old', async () => {
    const pairs = pairsOf(2, 1);
    await osrm('a')(pairs, policy);
    await osrm('b')(pairs, policy);
    expect(server.asked).toHaveLength(2);
    expect((await database.pool.query('select distinct version from road_time')).rows).toEqual([{ version: 'b' }]);
    await database.pool.query("update road_time set asked_at = now() - interval '181 days'");
    await osrm('b')(pairs, policy);
    expect(server.asked).toHaveLength(3);
    await osrm('b')(pairs, policy);
    expect(server.asked).toHaveLength(3);
  });

  it('are kept as none where there is no way', async () => {
    const pair = { from: at(560, 220), to: at(500, 221) };
    const told = await osrm()([pair], policy);
    expect(told.times[roadKey(pair.from, pair.to)]).toEqual({ seconds: null, metres: null });
    expect(told.problem).toBeNull();
    await osrm()([pair], policy);
    expect(server.asked).toHaveLength(1);
  });

  it('are left out, with the reason, when the service fails: it is asked no more than so often', async () => {
    server.misbehave = answering(503, {});
    const told = await osrm()(pairsOf(99, 8), policy);
    expect(told.times).toEqual({});
    expect(told.problem).toBe(
      'OSRM gave no time for 792 of the 792 journeys that it was asked for: it answered with status 503.',
    );
    expect(server.asked).toHaveLength(policy.services.mostFailures * policy.services.tries);
    server.misbehave = answering(400, { code: 'InvalidOptions' });
    const refused = await osrm()(pairsOf(99, 8), policy);
    expect(refused.problem).toContain('it refused with status 400 (InvalidOptions)');
    expect(server.asked.length).toBeLessThan(30);
  });

  it('are not asked again of a service given up, until some minutes have passed', async () => {
    const ask = osrm();
    server.misbehave = answering(503, {});
    await ask(pairsOf(99, 8), policy);
    server.misbehave = null;
    const questions = server.asked.length;
    const told = await ask(pairsOf(2, 2), policy);
    expect(server.asked).toHaveLength(questions);
    expect(told.problem).toBe(
      'OSRM gave no time for 4 of the 4 journeys that it was asked for: it answered with status 503.',
    );
    const soon = { ...policy, services: { ...policy.services, againMinutes: 0 } };
    const patient = osrm();
    server.misbehave = answering(503, {});
    await patient(pairsOf(99, 8), soon);
    server.misbehave = null;
    expect((await patient(pairsOf(2, 2), soon)).problem).toBeNull();
  });

  it('are asked without the one place that the service refuses', async () => {
    const pairs = pairsOf(20, 4);
    const refused = latLonOf(pairs[7]!.from).lon.toFixed(6);
    server.misbehave = (response, answer) => {
      const isRefused = server.asked.at(-1)!.path.includes(refused);
      answering(isRefused ? 400 : 200, isRefused ? { code: 'NoSegment' } : answer)(response);
    };
    const told = await osrm()(pairs, policy);
    const missing = pairs.filter(({ from, to }) => told.times[roadKey(from, to)] === undefined);
    expect(new Set(missing.map(({ from }) => from.easting)).size).toBe(1);
    expect(missing).toHaveLength(4);
    expect(told.problem).toContain('no time for 4 of the 80 journeys');
  });

  it('that no car could keep are not believed', async () => {
    const far = { from: at(440, 220), to: at(500, 221) };
    const told = await osrm()([far, ...pairsOf(1, 1)], policy);
    expect(Object.keys(told.times)).toEqual([roadKey(at(500, 220), at(500, 221))]);
    expect(told.problem).toContain('gave a time that cannot be');
  });

  it('weigh in a plan, which says what was used for how many pairs', async () => {
    const sides = {
      needs: [needFor(schoolAt(1, 500)), needFor(schoolAt(2, 501))],
      leaders: [headOf(schoolAt(11, 504)), headOf(schoolAt(12, 505))],
    };
    const travel = { ...roundPolicy.travel, policy: { ...policy, use: 'estimate' as const } };
    const noWay = server.asked.length;
    const asked = await withRoads({ ...roundPolicy, travel }, sides, async (pairs, own) => {
      const told = await osrm()(pairs.slice(0, 3), own);
      return { ...told, problem: 'OSRM was closed.' };
    });
    expect(server.asked.length).toBe(noWay + 1);
    const made = planProblem(sides.needs, sides.leaders, () => null, asked);
    if (!made.ok) throw new Error('There is a plan');
    const used = travelUsed(made.problem);
    expect(used.pairs).toEqual([
      { how: 'estimate', pairs: 1 },
      { how: 'osrm', pairs: 3 },
    ]);
    expect(used.service).toEqual({ name: 'OSRM', version: 'a' });
    expect(used.sentences).toEqual([
      'Minutes were estimated for 1 pair.',
      'OSRM gave the times by road of 3 pairs (roads: a).',
      'OSRM was closed.',
      expect.stringContaining('Tried on 128 journeys'),
      'Minutes are by day: 20% more than on clear roads.',
    ]);
    const { pairing } = made.problem.candidates[0]!.candidates.find((one) => one.pairing.how === 'osrm')!;
    expect(pairing).toMatchObject({ minutes: 12, roadKm: 8 });
  });

  it('are asked of nobody where no service is set', async () => {
    expect(await withRoads(roundPolicy, { needs: [], leaders: [] }, null)).toBe(roundPolicy);
  });
});
