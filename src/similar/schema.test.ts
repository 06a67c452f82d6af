import { describe, expect, it } from 'vitest';
import { checked, policiesOf } from '../policies.ts';
import { similarPolicyKind, similarPolicySchema } from './schema.ts';

const check = (json: unknown) => checked(json, similarPolicySchema, 'policies/similar/mine.json');

describe('bundled similar schools policies', () => {
  it('are all well formed', () => {
    expect(policiesOf(similarPolicyKind).map(({ id }) => id)).toContain('england-2022');
  });

  it('are refused with an unknown key, a weight of nought, or a measure without a year', () => {
    const [{ id: _id, ...policy } = { id: '' }] = policiesOf(similarPolicyKind);
    const first = (change: object) => ({
      ...policy,
      features: [
        { figure: 'roll', year: 2021, label: 'Roll', transform: 'log', weight: 1, source: 'a test', ...change },
      ],
    });
    expect(() => check(first({}))).not.toThrow();
    expect(() => check(first({ wieght: 2 }))).toThrow(
      'policies/similar/mine.json: "features.0.wieght" is not a known key. Remove it or correct its spelling.',
    );
    expect(() => check(first({ weight: 0 }))).toThrow(/"features\.0\.weight" is not valid/);
    expect(() => check(first({ year: null }))).toThrow(/a published measure needs a year/);
  });
});
