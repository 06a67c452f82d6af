import { describe, expect, it } from 'vitest';
import { checked, policiesOf, policyById } from '../policies.ts';
import { designationPolicyKind, designationPolicySchema } from './schema.ts';

const { id: _id, ...bundled } = policyById(designationPolicyKind, 'local-leader');
const check = (change: object) =>
  checked({ ...bundled, ...change }, designationPolicySchema, 'policies/designation/mine.json');

describe('designation policies', () => {
  it('that are bundled are all well formed', () => {
    expect(policiesOf(designationPolicyKind).length).toBeGreaterThan(0);
    expect(() => check({})).not.toThrow();
  });

  it('with an unknown key are refused by file and key', () => {
    expect(() => check({ capacity: { ...bundled.capacity, weeksPerYear: 38 } })).toThrow(
      'policies/designation/mine.json: "capacity.weeksPerYear" is not a known key. Remove it or correct its spelling.',
    );
  });

  it('whose capacity leaves small schools out, or does not rise, are refused', () => {
    const bands = [{ fromRoll: 100, daysAWeek: 1, mostSchools: 1 }];
    expect(() => check({ capacity: { ...bundled.capacity, bands } })).toThrow(
      /the first band must begin at a roll of 0/,
    );
    const back = bundled.capacity.bands.toReversed();
    expect(() => check({ capacity: { ...bundled.capacity, bands: back } })).toThrow(/begin at a larger roll/);
  });
});
