import { describe, expect, it } from 'vitest';
import { COUNTRY_2021, REAL_AS_AT, realSchools, STORED_2021 } from '../../../test/factories/real-schools.ts';
import { policiesOf, policyById } from '../../policies.ts';
import { minimumStandardsKind, needPolicyKind } from '../schema.ts';
import { assess } from './assess.ts';
import { packed, unpacked } from './assessment.ts';
import { categorise } from './category.ts';

const inJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('the pack of September 2021', () => {
  const policy = policyById(needPolicyKind, 'england-2022');
  const standards = policyById(minimumStandardsKind, policy.minimumStandards);
  const schools = realSchools(policy.inherited);
  const at = { policy, standards, reference: COUNTRY_2021, heads: new Map(), asAt: REAL_AS_AT };

  it('replays what was stored of real schools, to the letter', () => {
    expect(schools.length).toBeGreaterThan(40);
    for (const school of schools) {
      const again = assess(school, at);
      const stored = STORED_2021.get(school.urn)!;
      expect(inJson(again.indicators.map(packed))).toEqual(stored.indicators);
      expect({ category: again.category, points: again.points }).toEqual({
        category: stored.category,
        points: stored.points,
      });
      // Read again from what is stored, as pages do.
      const read = unpacked(stored.indicators, policy);
      expect(categorise(read, policy)).toEqual({
        category: again.category,
        points: again.points,
        because: again.because,
      });
    }
  });
});

describe('every pack', () => {
  it.each(policiesOf(needPolicyKind).map((policy) => [policy.id, policy] as const))(
    'comes through storing and reading as it was: %s',
    (_, policy) => {
      const standards = policyById(minimumStandardsKind, policy.minimumStandards);
      const reference = { prior: () => ({ a: 8.5, b: 4.3 }), shareLower: () => 0.97, median: () => 5 };
      const entries = new Map();
      for (const school of realSchools(policy.inherited)) {
        const at = { policy, standards, reference, asAt: REAL_AS_AT, entries };
        const first = assess(school, at);
        expect(assess(school, at)).toEqual(first);
        const stored = inJson(first.indicators.map(packed));
        expect(inJson(unpacked(stored, policy).map(packed))).toEqual(stored);
        const { category, points, because } = first;
        expect(categorise(unpacked(stored, policy), policy)).toEqual({ category, points, because });
      }
    },
  );
});
