import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schoolWith } from '../../../test/factories/school-facts.ts';
import type { SchoolFacts } from '../../schools/rules/facts.ts';
import { candidatesOf } from './candidates.ts';
import { pairReasons } from './pair-reasons.ts';
import { pair } from './pairing.ts';
import type { PlanPolicy } from './plan-policy.ts';
import { leadNeed, prospectLeader } from './published-sides.ts';
import type { Leader, Need } from './sides.ts';
import { kilometres, travelMinutes } from './travel.ts';

const policy: PlanPolicy = {
  id: 'test',
  title: 'Test',
  validFrom: '2021-09-01',
  validTo: null,
  source: 'a test',
  phases: { primary: { furthestKm: 30, source: '' }, secondary: { furthestKm: 45, source: '' } },
  travel: { detour: 1.5, urbanKmPerHour: 30, ruralKmPerHour: 60, source: '' },
  costs: { perMinute: 1, perUnitOfContext: 10, unknownContext: 2, perMeasureShareNotStronger: 40, source: '' },
  uncovered: { A: 100, B: 200, C: 500, D: 1500, perPoint: 20, source: '' },
  mostCandidates: 60,
  mostCandidatesSource: '',
};

function school(
  urn: number,
  change: Partial<SchoolFacts> = {},
  figures: Parameters<typeof schoolWith>[0] = {},
): SchoolFacts {
  const place = { easting: 500_000, northing: 220_000, urban: true };
  return schoolWith(figures, { urn, name: `School ${urn}`, ...place, ...change });
}

function inNeed(of: SchoolFacts): Need {
  const indicator = {
    code: 'attainment' as const,
    label: 'Attainment',
    state: 'raised' as const,
    level: null,
    value: 40,
    year: 2017,
    threshold: 65,
    points: 4,
    sentence: '40% reached the expected standard.',
    measures: ['ks2_rwm_expected' as const],
    source: null,
    otherSources: [],
  };
  const assessment: Need['assessment'] = {
    urn: of.urn,
    policyId: 'p',
    asAt: '2022-07-06',
    category: 'C',
    computed: 'C',
    decision: null,
    points: 4,
    because: '',
    indicators: [indicator],
    missing: [],
  };
  return leadNeed(of, assessment, 9);
}

function leader(of: SchoolFacts): Leader {
  const title = `Headteacher, ${of.name}: meets the published criteria, not designated`;
  return prospectLeader(of, title, { days: 19.5, mostSchools: 2 });
}

const noContext = () => null;

describe('pair', () => {
  const need = inNeed(school(1, {}, { 'ks2_rwm_expected:2017': 40 }));

  it('prices travel, context and strength in minutes', () => {
    // 10 km x 1.5 at 30 km/h is 30 minutes; 1.2 units of context at 10; stronger on the one measure at fault.
    const home = leader(school(2, { easting: 510_000 }, { 'ks2_rwm_expected:2017': 80 }));
    const result = pair(need, home, () => 1.2, policy);
    expect(result.ok && result.pairing.cost).toBeCloseTo(30 + 12, 10);
  });

  it('weighs a measure that is not published as not stronger, and an unknown context as unknown, never as alike', () => {
    const home = leader(school(2));
    const result = pair(need, home, noContext, policy);
    expect(result.ok && result.pairing.cost).toBeCloseTo(0 + 20 + 40, 10);
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
