import { supportPolicyKind, supportPolicySchema } from '../../leaders/schema/support-policy.ts';
import { describe, expect, it } from 'vitest';
import { roundPolicy } from '../../../test/factories/matching.ts';
import { checked, policiesOf } from '../../policies.ts';
import { planPolicyAsAt } from '../queries/plan-policy.ts';
import { withWeights } from '../rules/plan-policy.ts';
import { planPolicyKind, planPolicySchema } from './plan-policy.ts';
import { weightChangeSchema } from './weights.ts';

const FILE = 'policies/matching/mine.json';

describe('bundled matching policies', () => {
  it('are all well formed, and name their roles and fields', () => {
    const { id, support } = planPolicyAsAt('2022-07-06');
    expect([id, support.id]).toEqual(['england-2022', 'fields-2021']);
    expect(support.roles.filter(({ leads }) => leads).map(({ code }) => code)).toContain('headteacher');
    expect(support.fields.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['phonics', 'maths', 'governance', 'send']),
    );
  });
});

describe('a matching policy', () => {
  const { id: _id, ...policy } = policiesOf(planPolicyKind)[0]!;
  const check = (change: object) => () => checked({ ...policy, ...change }, planPolicySchema, FILE);
  const weights = policy.weights;

  it.each([
    [
      { weights: { ...weights, travle: { weight: 1, source: 'a test' } } },
      `${FILE}: "weights.travle" is not a known key. Remove it or correct its spelling.`,
    ],
    [
      { weights: { ...weights, strength: { weight: 40, source: 'a test' } } },
      `${FILE}: "weights.strength.unknown" must be number. Give it a value of that type.`,
    ],
    [
      { weights: { ...weights, impact: { weight: 1, unknown: 1.5, source: 'x' } } },
      `${FILE}: "weights.impact.unknown" is not valid`,
    ],
    [{ weights: { ...weights, travel: { weight: -1, source: 'x' } } }, `${FILE}: "weights.travel.weight" is not valid`],
    [{ weights: { ...weights, load: { weight: 1, source: '' } } }, `${FILE}: "weights.load.source" is not valid`],
    [
      { floors: { ...policy.floors, area: { atLeast: 2, source: 'x' } } },
      `${FILE}: "floors.area.atLeast" is not valid`,
    ],
    [
      { uncovered: { ...policy.uncovered, D: 1 } },
      `${FILE}: "uncovered.D" is not valid: it weighs less than C, whose need is the smaller. Correct the value.`,
    ],
  ])('is refused with the file, the key and the mend: %#', (change, words) => {
    expect(check({})).not.toThrow();
    expect(check(change)).toThrow(words);
  });
});

describe('roles and fields', () => {
  const { id: _id, ...policy } = policiesOf(supportPolicyKind)[0]!;
  const check = (change: object) => () => checked({ ...policy, ...change }, supportPolicySchema, FILE);
  const [role] = policy.roles;
  const [field] = policy.fields;

  it.each([
    [
      { roles: [{ ...role, fields: ['fonics'] }] },
      `"roles.0.fields.0" is not valid: fonics is none of the fields. Correct the value.`,
    ],
    [{ roles: [{ ...role, leads: false }] }, '"roles" is not valid: no role may lead, so no lead head could be found'],
    [{ roles: [role, role] }, `"roles.1.code" is not valid: ${role!.code} is there twice`],
    [{ fields: [field, field] }, `"fields.1.code" is not valid: ${field!.code} is there twice`],
    [
      { fields: [{ ...field, code: 'lead' }] },
      '"fields" is not valid: "lead" stands for a lead head and can be no field',
    ],
    [
      { fields: [{ ...field, code: 'Phonics!' }] },
      '"fields.0.code" is not valid: give small letters, figures and hyphens',
    ],
    [{ fields: [{ ...field, measures: ['ks2_sums'] }] }, '"fields.0.measures.0" is not valid'],
  ])('are refused with the file, the key and the mend: %#', (change, words) => {
    const roles = { roles: policy.roles.map((one) => ({ ...one, fields: [] })) };
    expect(check({})).not.toThrow();
    expect(check({ ...roles, ...change })).toThrow(`${FILE}: ${words}`);
  });
});

const checkChange = (json: unknown) => checked(json, weightChangeSchema, 'weights of the scenario');

describe("a scenario's own weights", () => {
  it('may be any part of them, and change nothing else', () => {
    const change = checkChange({ weights: { travel: 2 }, uncovered: { D: 900 }, floors: { area: 0.5 } });
    const weighed = withWeights(roundPolicy, change);
    expect(weighed.weights.travel).toEqual({ ...roundPolicy.weights.travel, weight: 2 });
    expect(weighed.uncovered).toEqual({ ...roundPolicy.uncovered, D: 900 });
    expect(weighed.floors.area.atLeast).toBe(0.5);
    expect(weighed.weights.context).toEqual(roundPolicy.weights.context);
    expect(roundPolicy.weights.travel.weight).toBe(1);
    expect(withWeights(roundPolicy, checkChange({}))).toEqual(roundPolicy);
  });

  it.each([
    [{ weights: { travels: 2 } }, '"weights.travels" is not a known key'],
    [{ weights: { travel: -2 } }, '"weights.travel" is not valid'],
    [{ floors: { area: 50 } }, '"floors.area" is not valid'],
    [{ uncovered: { E: 1 } }, '"uncovered.E" is not a known key'],
  ])('are refused with the key: %#', (json, words) => {
    expect(() => checkChange(json)).toThrow(words);
  });
});
