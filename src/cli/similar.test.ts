import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neighbourWith, resultOf } from '../../test/factories/neighbour.ts';
import { schoolWith } from '../../test/factories/school-facts.ts';
import { similarPolicyAsAt, type SimilarSchools } from '../similar/queries.ts';
import { squaredDistance } from '../similar/rules/distance.ts';
import { featureSpace } from '../similar/rules/feature-space.ts';
import { nearestOfBlock, roomForAll } from '../similar/rules/nearest.ts';
import { searchIndex } from '../similar/rules/search-index.ts';
import type { Neighbour } from '../similar/rules/neighbour.ts';
import { CommandError } from './command-error.ts';
import { writeAllSimilar } from './similar-all.ts';
import { similarAnswer, sourcesOfResults } from './similar-answer.ts';
import { similarText } from './similar-text.ts';

const policy = similarPolicyAsAt('2022-07-06');
const better = neighbourWith(100_002, resultOf(56, 73, 'better'));
const worse = neighbourWith(100_003, resultOf(56, 40, 'worse'), { km: null, latestInspection: null });

function similar(neighbours: Neighbour[], nearbyAndBetter: Neighbour[]): SimilarSchools {
  return { school: schoolWith(), policy, asAt: '2022-07-06', neighbours, nearbyAndBetter };
}

const text = (schools: SimilarSchools, k = 20) => similarText(schools, k, { colour: false });
// The widest that each figure of the context can be written.
const most = (figure: string) => (figure === 'roll' ? 3456 : figure === 'idaci_score' ? 1 : 100);
const longest = (lines: string) => Math.max(...lines.split('\n').map((line) => line.length));

describe('similar schools for people', () => {
  it('puts those nearby and doing better first, then the list, each under the school itself', () => {
    const said = text(similar([better, worse], [better]));
    expect(said).toContain('Of the 2 most similar schools of England, 1 within 15 km did better on the last results.');
    expect(said.indexOf('Similar, nearby and doing better')).toBeLessThan(said.indexOf('The 2 most similar schools'));
    expect(said.match(/Elm Tree Primary School \(this school\)/g)).toHaveLength(2);
    expect(said).toMatch(/73% better +448 +n\.k\./);
    expect(said).toMatch(/2\. Neighbour 100003 \(100003\), Luton +n\.k\. +40% worse/);
    expect(said).toContain('RWM: Expected standard in reading, writing and maths, 2017-18.');
  });

  it('says when nobody nearby did better, and when too little is published', () => {
    expect(text(similar([worse], []))).toContain('none within 15 km did better');
    expect(text(similar([], []))).toContain('Too little is published');
  });

  it('lists as many as were asked for', () => {
    expect(text(similar([better, worse], []), 1)).not.toContain('Neighbour 100003');
  });

  it('fits 100 columns with every feature of the policy, whatever schools are called', () => {
    const features = policy.features.map(({ figure, label, year }) => ({
      figure,
      label,
      year,
      own: null,
      other: most(figure),
    }));
    const rows = [resultOf(100, 100, 'better'), { ...resultOf(10, 10, 'better'), label: policy.better[1]!.label }];
    fc.assert(
      fc.property(fc.lorem({ maxCount: 12 }), (name) => {
        const one = neighbourWith(100_060, rows[0]!, {
          name,
          features,
          km: 512.5,
          better: { verdict: 'better', rows },
        });
        expect(longest(text(similar([one], [one])))).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe('similar schools as JSON', () => {
  it('has the keys that docs/cli.md promises', () => {
    const answer = similarAnswer(similar([better, worse], [better]), 1, []);
    expect(answer).toMatchObject({
      urn: 100_001,
      area: { code: 821, name: 'Luton' },
      neighbours: [{ rank: 1, urn: 100_002, km: 3.4, area: { code: 821 }, better: { verdict: 'better' } }],
      nearbyAndBetter: { km: 15, among: 2, schools: [{ urn: 100_002 }] },
    });
    expect(answer.neighbours[0]?.features[1]).toEqual({
      figure: 'idaci_score',
      label: 'Children in low-income families nearby',
      year: null,
      own: 0.124,
      other: null,
    });
  });

  it('names the source of every result that it lists', () => {
    expect(sourcesOfResults(similar([better, worse], []), 1)).toEqual([
      { importId: 4, line: 9 },
      { importId: 4, line: 17 },
    ]);
  });
});

describe('similar schools of all of England', () => {
  it('are a line a school and neighbour, and none where there is nobody to compare with', () => {
    const figures = [400, 30, 10, 12, 2, 0.2];
    const space = featureSpace('primary', policy, [
      { urn: 100_001, figures },
      { urn: 100_002, figures: [420, 30, 10, 12, 2, 0.2] },
      { urn: 100_003, figures: figures.map(() => null) },
    ]);
    const index = searchIndex(space);
    const all = roomForAll(3, 2);
    for (const block of index.blocks.keys()) nearestOfBlock(index, block, all);
    const folder = mkdtempSync(join(tmpdir(), 'alongside-test-'));
    writeAllSimilar(join(folder, 'all.csv'), [{ space, nearest: all }]);
    const distance = Math.sqrt(squaredDistance(space, 0, 1)).toFixed(3);
    expect(readFileSync(join(folder, 'all.csv'), 'utf8')).toBe(
      `urn,rank,similar_urn,distance,phase\n100001,1,100002,${distance},primary\n100002,1,100001,${distance},primary\n`,
    );
    expect(() => writeAllSimilar(join(folder, 'nowhere', 'all.csv'), [])).toThrow(CommandError);
    rmSync(folder, { recursive: true });
  });
});
