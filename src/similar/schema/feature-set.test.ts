import { describe, expect, it } from 'vitest';
import { checked, policiesOf, policyById } from '../../policies.ts';
import { similarPolicyAsAt } from '../queries.ts';
import { doingBetterAsAt } from '../queries/doing-better.ts';
import { featureSetsAsAt, ownFeaturesAsAt } from '../queries/feature-sets.ts';
import { ownSet } from '../rules/feature-set.ts';
import { doingBetterKind } from './doing-better.ts';
import { featureSetKind, featureSetSchema } from './feature-set.ts';

const AS_AT = '2022-07-06';
const FILE = 'policies/similar/mine.json';

describe('bundled feature sets', () => {
  it.each(['primary', 'secondary'] as const)('of %s schools are one of each name, the default first', (group) => {
    const sets = featureSetsAsAt(similarPolicyAsAt(AS_AT), AS_AT, group);
    expect(sets.map(({ set }) => set)).toEqual(['context', 'department', 'finance', 'improvement']);
    for (const { features } of sets) expect(features.length).toBeGreaterThan(2);
  });

  it('have the Department’s published weights for money, on the range', () => {
    const { features, kept, prefer } = policyById(featureSetKind, 'finance-2022');
    expect(features.map(({ weight, scale }) => [weight, scale])).toEqual([
      [0.5, 'range'],
      [0.4, 'range'],
      [0.1, 'range'],
    ]);
    expect({ kept, prefer }).toEqual({ kept: 30, prefer: { same: 'region', among: 60 } });
  });

  it('of the Department’s own inputs add up to a whole weight, so that distances are as published', () => {
    for (const set of policiesOf(featureSetKind).filter((one) => one.set === 'department'))
      expect(set.features.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
  });

  it('are refused with more needed features than there are, a figure twice, or too few to prefer among', () => {
    const { id: _id, ...set } = policyById(featureSetKind, 'finance-2022');
    const check = (change: object) => () => checked({ ...set, ...change }, featureSetSchema, FILE);
    expect(check({})).not.toThrow();
    expect(check({ fewestSharedFeatures: 4 })).toThrow(/"fewestSharedFeatures" is not valid: it is more than the 3/);
    expect(check({ features: [set.features[0], set.features[0]] })).toThrow(/a figure is there twice/);
    expect(check({ prefer: { same: 'region', among: 10 } })).toThrow(/"prefer\.among" is not valid/);
    expect(check({ set: 'Own Set' })).toThrow(/"set" is not valid/);
  });
});

describe('a set of one’s own', () => {
  const policy = ownFeaturesAsAt(AS_AT);

  it('has the features with a weight, and needs two thirds of them known', () => {
    const choices = policy.features.map(({ figure }, i) => ({
      figure,
      weight: i < 4 ? 1 + i : 0,
      scale: 'range' as const,
    }));
    const set = ownSet(policy, choices, 20)!;
    expect(set.features.map(({ weight }) => weight)).toEqual([1, 2, 3, 4]);
    expect(set).toMatchObject({ set: 'own', fewestSharedFeatures: 3, kept: 20 });
    expect(ownSet(policy, [], 20)).toBeNull();
  });
});

describe('the rule of doing better', () => {
  it('is refused where no school could ever meet it', () => {
    const { id: _id, ...policy } = doingBetterAsAt(AS_AT);
    const check = (change: object) => () => checked({ ...policy, ...change }, doingBetterKind.schema, FILE);
    expect(check({})).not.toThrow();
    expect(check({ fewestYears: 4 })).toThrow(/"fewestYears" is not valid: it is more than lastYears, 3/);
    expect(check({ fewestYears: 3 })).toThrow(/no school can have 3 of 2 years/);
    expect(check({ chance: 0.4 })).toThrow(/"chance" is not valid/);
  });
});
