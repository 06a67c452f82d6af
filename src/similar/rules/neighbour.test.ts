import { describe, expect, it } from 'vitest';
import { inspected, ks2Progress, schoolWith } from '../../../test/factories/school-facts.ts';
import { policyById } from '../../policies.ts';
import { similarPolicyKind } from '../schema.ts';
import { didBetter } from './did-better.ts';
import { featureSpace } from './feature-space.ts';
import { nearestByScan } from './nearest.ts';
import { kilometres, neighbours } from './neighbour.ts';
import type { SimilarPolicy } from './similar-policy.ts';

const policy: SimilarPolicy = policyById(similarPolicyKind, 'england-2022');

function results(rwm: number, progress: number) {
  return { 'ks2_rwm_expected:2017': rwm, ...ks2Progress(2018, progress, progress, progress) };
}
const own = schoolWith(results(50, -1));

const verdict = (rwm: number, progress: number) =>
  didBetter(own, schoolWith(results(rwm, progress)), policy.better).verdict;

describe('doing better', () => {
  it('is better on one result at least, and worse on none', () => {
    expect(verdict(60, 1)).toBe('better');
    expect(verdict(52, 1)).toBe('better');
    expect(verdict(40, -3)).toBe('worse');
    expect(verdict(60, -3)).toBe('mixed');
  });

  it('takes a difference within the margin for level', () => {
    expect(verdict(54, -0.6)).toBe('level');
    expect(verdict(55, -0.6)).toBe('better');
  });

  it('leaves out a result that is missing, and an average with a subject missing', () => {
    const some = schoolWith({ 'ks2_rwm_expected:2017': 'SUPP', ...ks2Progress(2018, 2, 2, 2) });
    expect(didBetter(own, some, policy.better)).toMatchObject({
      verdict: 'better',
      rows: [
        { verdict: 'not known', own: 50, other: null },
        { verdict: 'better', own: -1, other: 2 },
      ],
    });
    const none = schoolWith({ 'ks2_reading_progress:2018': 5, 'ks2_writing_progress:2018': 5 });
    expect(didBetter(own, none, policy.better).verdict).toBe('not known');
  });

  it('is not known between schools judged on different tests', () => {
    const secondary = schoolWith({ 'ks4_progress8:2018': 1 }, { phase: 'Secondary', phaseGroup: 'secondary' });
    expect(didBetter(own, secondary, policy.better)).toEqual({ verdict: 'not known', rows: [] });
  });
});

describe('neighbours', () => {
  const at = (urn: number, change: object, figures = results(70, 2)) =>
    schoolWith(figures, { urn, name: `School ${urn}`, ...change });
  const mine = at(1, { easting: 500_000, northing: 200_000 }, results(50, -1));
  const near = at(2, { easting: 503_000, northing: 204_000 });
  const far = at(3, { easting: 500_000, northing: 300_000 });
  const nearButJudgedLow = at(4, {
    easting: 500_000,
    northing: 201_000,
    inspections: [inspected('2021-11-10', 'Inadequate')],
  });
  const nowhere = at(5, { easting: null });
  const all = [mine, near, far, nearButJudgedLow, nowhere];
  const space = featureSpace(
    'primary',
    policy,
    all.map(({ urn }, i) => ({ urn, figures: [400 + 10 * i, 30, 10, 12, i === 2 ? null : 2, 0.2] })),
  );
  const list = neighbours(
    space,
    mine,
    nearestByScan(space, 0, 60),
    new Map(all.map((school) => [school.urn, school])),
    policy,
  );

  it('stand side by side with the school, most similar first', () => {
    expect(list.map(({ rank, urn }) => [rank, urn])).toEqual([
      [1, 2],
      [2, 3],
      [3, 4],
      [4, 5],
    ]);
    expect(list[0]!.features[0]).toEqual({ figure: 'roll', label: 'Pupils on roll', year: 2021, own: 400, other: 410 });
    expect(list[0]!.distance).toBeGreaterThan(0);
    expect(list[1]!.notCompared).toEqual(['Education, health and care plans']);
    expect(list[1]!.features[4]).toMatchObject({ own: 2, other: null });
  });

  it('have a straight-line distance, where both are on the map', () => {
    expect(list.map(({ km }) => km)).toEqual([5, 100, 1, null]);
    expect(kilometres(mine, nowhere)).toBeNull();
  });
});
