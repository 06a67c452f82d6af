import { describe, expect, it } from 'vitest';
import { similarPolicyAsAt } from '../queries.ts';
import { featureText, featureWords, formulaText, resultText } from './likeness-words.ts';

const policy = similarPolicyAsAt('2022-07-06');

describe('likeness in words', () => {
  it('writes figures in their own units, and says where there is none', () => {
    expect(featureText('roll', 1412)).toBe('1,412');
    expect(featureText('fsm6_percent', 36.84)).toBe('36.8%');
    expect(featureText('idaci_score', 0.537)).toBe('53.7%');
    expect(featureText('idaci_score', null)).toBe('not known');
    expect(featureText('roll', 0)).toBe('0');
  });

  it('writes results in the unit of their measure', () => {
    expect(resultText({ label: 'Progress 8' }, -0.69, policy)).toBe('−0.69');
    expect(resultText({ label: 'Average progress in reading, writing and maths' }, 1.23, policy)).toBe('+1.2');
    expect(resultText({ label: 'Expected standard in reading, writing and maths' }, 56, policy)).toBe('56%');
    expect(resultText({ label: 'Progress 8' }, null, policy)).toBe('not known');
  });

  it('gives each feature its share of the weight, which add up to the whole', () => {
    const words = featureWords(policy);
    expect(words.map(({ share }) => share)).toContain('29%');
    const sum = words.reduce((total, { share }) => total + Number.parseInt(share, 10), 0);
    expect(Math.abs(sum - 100)).toBeLessThanOrEqual(words.length / 2);
    expect(words[0]?.scale).toBe('by ratio (logarithm), over the standard deviation');
  });

  it('writes the distance as a formula, and a fixed unit in the unit of its figure', () => {
    const set = {
      features: [
        { ...policy.features[0]!, weight: 0.5 },
        { ...policy.features[1]!, weight: 1.5 },
      ],
    };
    expect(formulaText(set)).toBe(
      'distance = √( 0.25 × (Pupils on roll)² + 0.75 × (Free school meals in the past six years)² )',
    );
    const unit = (figure: 'roll' | 'input_pupil_premium_percent', size: number) =>
      featureWords({ features: [{ ...policy.features[1]!, figure, scale: { unit: size } }] })[0]?.scale;
    expect(unit('input_pupil_premium_percent', 13.983)).toBe('as published, over 13.98 percentage points');
    expect(unit('roll', 388.66481)).toBe('as published, over 388.7');
  });
});
