import { describe, expect, it } from 'vitest';
import { checked, policiesOf, policyById } from '../policies.ts';
import { minimumStandardsKind, needPolicyKind, needPolicySchema } from './schema.ts';

const { id: _id, ...bundled } = policyById(needPolicyKind, 'england-2022');

function withIndicator(change: object): unknown {
  const [first, ...rest] = bundled.indicators;
  return { ...bundled, indicators: [{ ...first, ...change }, ...rest] };
}

describe('bundled need policies', () => {
  it('are all well formed, each with its minimum standards', () => {
    const policies = policiesOf(needPolicyKind);
    expect(policies.length).toBeGreaterThan(0);
    for (const policy of policies) {
      expect(policyById(minimumStandardsKind, policy.minimumStandards).standards.map(({ id }) => id)).toEqual([
        'ks2-floor',
        'ks2-coasting',
        'ks4-floor',
        'ks4-coasting',
      ]);
    }
  });

  it('give every line a source', () => {
    expect(JSON.stringify(bundled.indicators.map(({ source }) => source))).not.toContain('""');
  });
});

/** What is wrong with a policy, in the words of the error; empty when nothing is. */
function refusal(policy: object): string {
  try {
    checked(policy, needPolicySchema, 'x.json');
    return '';
  } catch (error) {
    return String(error);
  }
}

describe('a need policy', () => {
  it('with an unknown key is refused by file and key', () => {
    expect(() => checked(withIndicator({ wieght: 3 }), needPolicySchema, 'policies/need/mine.json')).toThrow(
      'policies/need/mine.json: "indicators.0.wieght" is not a known key. Remove it or correct its spelling.',
    );
  });

  it('with a rule on an indicator or level that it does not have is refused', () => {
    const rule = { category: 'D', reason: 'a test', source: 'a test' };
    const asking = (indicator: string, levels: string[]) => ({
      ...bundled,
      atLeast: [{ ...rule, when: [{ indicator, levels }] }],
    });
    expect(() => checked(asking('inspection', ['bad']), needPolicySchema, 'x.json')).toThrow(
      /"bad" is not a level of inspection; its levels are requires improvement, inadequate/,
    );
    const without = { ...asking('trend', []), indicators: bundled.indicators.filter(({ code }) => code !== 'trend') };
    expect(() => checked(without, needPolicySchema, 'x.json')).toThrow(
      /no indicator of this policy has the code "trend"/,
    );
  });

  it('whose worse step scores less, whose years have no pooling or whose labels differ is refused', () => {
    const { id: _, ...pack } = policyById(needPolicyKind, 'england-2022-07');
    const changed = (code: string, change: object) => ({
      ...pack,
      indicators: pack.indicators.map((one) => (one.code === code ? { ...one, ...change } : one)),
    });
    const steps = [
      { level: 'concern', points: 5 },
      { level: 'serious concern', points: 4 },
    ];
    expect(refusal(pack)).toBe('');
    expect(refusal(changed('concern', { steps }))).toContain('each must score at least as much as the one before it');
    expect(refusal(changed('concern', { clearLevel: 'concern' }))).toContain('must all differ');
    expect(refusal(changed('minimum_standard', { doubtfulPoints: 50 }))).toContain('doubt must not score more');
    expect(refusal({ ...pack, pooling: { shares: [], scores: [] } })).toMatch(
      /"pooling.shares" says nothing of ks2_rwm_expected[^]*"pooling.scores" says nothing of ks4_progress8/,
    );
    const [first, ...others] = pack.indicators;
    expect(refusal({ ...pack, indicators: [{ ...first, label: 'Floor' }, ...others] })).toContain('call it the same');
    expect(refusal(changed('overall_absence', { saying: 'many' }))).toContain('by {figure}');
  });

  it('whose categories do not rise from nought is refused', () => {
    const categories = bundled.categories.toReversed();
    expect(() => checked({ ...bundled, categories }, needPolicySchema, 'x.json')).toThrow(
      /categories begin at 0 points/,
    );
  });
});
