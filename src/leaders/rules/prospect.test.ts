import { describe, expect, it } from 'vitest';
import { criteria, designation } from '../../../test/factories/criteria.ts';
import { inspected, ks2Progress, schoolWith } from '../../../test/factories/school-facts.ts';
import { assessing } from '../../../test/factories/assessing.ts';
import { capacityOf, meetsPublishedCriteria, prospectTitle } from './prospect.ts';
import { measuresAsked } from './measures-asked.ts';

const strong = {
  'ks2_rwm_expected:2015': 70,
  'ks2_rwm_expected:2016': 72,
  'ks2_rwm_expected:2017': 75,
  'ks2_pupils:2017': 30,
  ...ks2Progress(2016, 2, 2, 2),
  ...ks2Progress(2017, 1, 1, 1),
  ...ks2Progress(2018, 2, 2, 2),
  'roll:2021': 210,
} as const;
const good = { inspections: [inspected('2018-07-03', 'Good')] };

describe('meeting the published criteria', () => {
  it('takes every criterion', () => {
    const prospect = meetsPublishedCriteria(schoolWith(strong, good), criteria);
    expect(prospect).toMatchObject({ meets: true, daysPerYear: 29.25, mostSchools: 2, policyId: 'local-leader' });
    expect(prospect.checks.map(({ rule, verdict }) => [rule, verdict])).toEqual([
      ['grade', 'met'],
      ['above_minimum', 'met'],
      ['consistent', 'met'],
    ]);
  });

  it('is refused when one is not met', () => {
    const poor = { inspections: [inspected('2018-07-03', 'Inadequate')] };
    expect(meetsPublishedCriteria(schoolWith(strong, poor), criteria).meets).toBe(false);
  });

  it('does not pass in silence what is not known, unless the policy lets it', () => {
    expect(meetsPublishedCriteria(schoolWith(strong), criteria).meets).toBe(false);
    const lenient = designation.criteria.map((item) => ({ ...item, whenNotKnown: 'passes' as const }));
    const at = { ...criteria, policy: { ...designation, criteria: lenient } };
    expect(meetsPublishedCriteria(schoolWith(strong), at)).toMatchObject({
      meets: true,
      checks: [{ verdict: 'not known' }, {}, {}],
    });
  });

  it('names the school, and never as designated', () => {
    expect(prospectTitle({ name: 'Elm Tree Primary School' })).toBe(
      'Headteacher, Elm Tree Primary School: meets the published criteria, not designated',
    );
  });

  it('reads no figure that is not asked of the database', () => {
    const wanted = new Set(
      measuresAsked(designation, criteria.standards, assessing.policy.pupilSpread).map((pair) => pair.join(':')),
    );
    const asked: string[] = [];
    for (const change of [good, { ...good, phase: 'Secondary', phaseGroup: 'secondary' } as const]) {
      const school = schoolWith(strong, change);
      const facts = new Map(school.facts);
      const get = facts.get.bind(facts);
      facts.get = (key) => {
        asked.push(key);
        return get(key);
      };
      meetsPublishedCriteria({ ...school, facts }, criteria);
    }
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter((key) => !wanted.has(key))).toEqual([]);
  });
});

const capacityWith = (figures: Parameters<typeof schoolWith>[0]) =>
  capacityOf(schoolWith(figures), designation.capacity);

describe('capacity', () => {
  it('is half to one day a week by size, and the smallest where the roll is missing', () => {
    expect(capacityWith({ 'roll:2021': 199 })).toEqual({ daysPerYear: 19.5, mostSchools: 1 });
    expect(capacityWith({ 'roll:2021': 200 })).toEqual({ daysPerYear: 29.25, mostSchools: 2 });
    expect(capacityWith({ 'roll:2021': 1400 })).toEqual({ daysPerYear: 39, mostSchools: 3 });
    expect(capacityWith({ 'roll:2021': 'SUPP' })).toEqual({ daysPerYear: 19.5, mostSchools: 1 });
  });
});
