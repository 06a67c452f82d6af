import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headOf, needFor, placedSchool, roundPolicy } from '../../../test/factories/matching.ts';
import type { SchoolFacts } from '../../schools/rules/facts.ts';
import { candidatesOf } from './candidates.ts';
import { pairReasons } from './pair-reasons.ts';
import { pair } from './pairing.ts';
import { kilometres, travelMinutes } from './travel.ts';

const policy = roundPolicy;
const school = placedSchool;
const inNeed = needFor;
const leader = headOf;
const noContext = () => null;

describe('pair', () => {
  const need = inNeed(school(1, {}, { 'ks2_rwm_expected:2017': 40 }));

  it('prices travel, context and strength in minutes', () => {
    // 10 km x 1.5 at 30 km/h is 30 minutes; 1.2 units of context at 10; stronger on the one measure at fault.
    const home = leader(school(2, { easting: 510_000 }, { 'ks2_rwm_expected:2017': 80 }));
    const result = pair(need, home, () => 1.2, policy);
    expect(result.ok && result.pairing.cost).toBeCloseTo(30 + 12, 10);
  });

  it('weighs a measure and a context that are not published as unknown, neither good nor bad', () => {
    const home = leader(school(2));
    const result = pair(need, home, noContext, policy);
    expect(result.ok && result.pairing.cost).toBeCloseTo(0 + 20 + 20, 10);
  });

  it('never pairs within a trust or federation, across phases, too far, or with a place unknown', () => {
    const obstacle = (change: Partial<SchoolFacts>, of: Partial<SchoolFacts> = {}) => {
      const result = pair(inNeed(school(1, of)), leader(school(2, change)), noContext, policy);
      return result.ok ? null : result.obstacle;
    };
    expect(obstacle({ trustUid: 7 }, { trustUid: 7 })).toBe('same trust');
    expect(obstacle({ federationUid: 7 }, { federationUid: 7 })).toBe('same federation');
    expect(obstacle({ phase: 'Secondary', phaseGroup: 'secondary' })).toBe('other phase');
    expect(obstacle({ easting: 530_001 })).toBe('too far');
    expect(obstacle({ easting: null })).toBe('no known place');
    expect(obstacle({ easting: 530_000 })).toBeNull();
    const self = school(1);
    expect(pair(inNeed(self), leader(self), noContext, policy)).toEqual({ ok: false, obstacle: 'same school' });
  });

  it('says its reasons with both figures', () => {
    const home = leader(school(2, { easting: 508_200 }, { 'ks2_rwm_expected:2017': 74 }));
    const result = pair(need, home, noContext, policy);
    if (!result.ok) throw new Error(result.obstacle);
    const [distance, strength] = pairReasons(need, home, result.pairing);
    expect(distance).toBe('8.2 km away in a straight line, about 25 minutes by road (an estimate).');
    expect(strength).toBe(
      'Stronger where help is needed: reaching the expected standard in reading, writing and maths 74% against 40% (2017-18).',
    );
  });
});

describe('candidatesOf', () => {
  it('finds what comparing every school with every leader finds', () => {
    const place = fc.record({
      easting: fc.integer({ min: 400_000, max: 500_000 }),
      northing: fc.integer({ min: 200_000, max: 260_000 }),
    });
    fc.assert(
      fc.property(fc.array(place, { maxLength: 12 }), fc.array(place, { maxLength: 25 }), (schools, homes) => {
        const needs = schools.map((at, k) => inNeed(school(k, at)));
        const leaders = homes.map((at, k) => leader(school(1000 + k, at)));
        const found = candidatesOf(needs, leaders, noContext, policy);
        needs.forEach((need, k) => {
          const every = leaders.flatMap((one, l) => (pair(need, one, noContext, policy).ok ? [l] : []));
          expect(found[k]?.candidates.map((one) => one.leader).toSorted((a, b) => a - b)).toEqual(every);
        });
      }),
    );
  });

  it('keeps the cheapest when the policy weighs fewer', () => {
    const needs = [inNeed(school(1))];
    const leaders = [5, 1, 3].map((km, k) => leader(school(10 + k, { easting: 500_000 + km * 1000 })));
    const [found] = candidatesOf(needs, leaders, noContext, { ...policy, mostCandidates: 2 });
    expect(found?.candidates.map((one) => one.leader)).toEqual([1, 2]);
  });
});

describe('travel', () => {
  it('measures straight lines on the grid and slows down in town', () => {
    expect(kilometres({ easting: 0, northing: 0 }, { easting: 3000, northing: 4000 })).toBe(5);
    expect(travelMinutes(10, true, policy.travel)).toBe(30);
    expect(travelMinutes(10, false, policy.travel)).toBe(15);
  });
});
