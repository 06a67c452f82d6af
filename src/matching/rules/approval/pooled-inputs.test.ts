import { describe, expect, it } from 'vitest';
import { headOf, needFor, placedSchool, roundPolicy } from '../../../../test/factories/matching.ts';
import type { RoundInputs } from '../round/inputs.ts';
import { keeping } from './keeping.ts';
import { pooledInputs } from './pooled-inputs.ts';

const [elm, fir, oak, ash] = [1, 2, 3, 4].map((urn) => placedSchool(urn));

function inputs(needs: RoundInputs['needs'], leaders: RoundInputs['leaders'], urns: readonly number[]) {
  const space = { fewestSharedFeatures: 1, shares: [1], rows: urns.map((urn) => ({ urn, at: [urn] })) };
  return { needs, leaders, context: [space], policy: roundPolicy } as unknown as RoundInputs;
}

/** The same with a journey that a road service gave. */
function asked(round: RoundInputs, version: string, key: string): RoundInputs {
  const roads = { provider: 'osrm' as const, version, problem: null, times: { [key]: { seconds: 60, metres: 900 } } };
  return { ...round, policy: { ...roundPolicy, travel: { ...roundPolicy.travel, roads } } };
}

describe('what a pooled round is planned from', () => {
  const own = inputs([needFor(elm!)], [headOf(oak!)], [1, 3]);
  const theirs = inputs(
    [needFor(fir!), needFor(elm!)],
    [{ ...headOf(oak!), days: 4, organisationId: 'p' }, headOf(ash!)],
    [2, 3],
  );

  const roadsPooled = (version: string) =>
    pooledInputs(asked(own, 'a', '1 1 2 2'), 'Luton', [
      { partnerId: 'p', name: 'Dudley', inputs: asked(theirs, version, '3 3 2 2') },
    ]).policy.travel.roads!.times;

  it('is its own where nobody else brings anything', () => {
    expect(pooledInputs(own, 'Luton', [])).toBe(own);
  });

  it('is the union, each need and leader once, needs by who brought them', () => {
    const pooled = pooledInputs(own, 'Luton', [{ partnerId: 'p', name: 'Dudley', inputs: theirs }]);
    expect(pooled.needs.map(({ school, partnership }) => [school.urn, partnership])).toEqual([
      [1, 'Luton'],
      [2, 'Dudley'],
    ]);
    expect(pooled.leaders.map(({ school, organisationId }) => [school.urn, organisationId])).toEqual([
      [3, 'p'],
      [4, null],
    ]);
    expect(pooled.leaders[0]!.days).toBe(4);
    expect(pooled.context[0]!.rows.map(({ urn }) => urn)).toEqual([1, 3, 2]);
  });

  it('has the times by road of all who asked the same roads', () => {
    expect(Object.keys(roadsPooled('a')).toSorted()).toEqual(['1 1 2 2', '3 3 2 2']);
    expect(Object.keys(roadsPooled('b'))).toEqual(['1 1 2 2']);
  });
});

describe('a proposal after approval', () => {
  const asked = { seconds: 1, seed: 1, near: null, changePrice: 30 };
  const standing = [{ needKey: '1:lead', leaderKey: 'head:3', days: 2 }];

  it('keeps what stands, with its approved days as the last word', () => {
    const kept = keeping({ ...asked, standing }, null, []);
    expect(kept.standing).toEqual(standing);
    expect(kept.near).toBeNull();
    expect(kept.decisions).toMatchObject([{ kind: 'change need', needKey: '1:lead', value: { days: 2 } }]);
  });

  it('lets it move at a price where it is asked so', () => {
    const kept = keeping({ ...asked, standing, mayMove: true }, null, []);
    expect(kept.standing).toEqual([]);
    expect(kept.near).toEqual({ plan: { pairs: standing }, price: 30 });
  });
});
