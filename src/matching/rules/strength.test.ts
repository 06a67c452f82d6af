import { expect, it } from 'vitest';
import { schoolWith } from '../../../test/factories/school-facts.ts';
import type { Fact, FactKey, InheritedFrom } from '../../schools/rules/facts.ts';
import { comparisons, measurable } from './strength.ts';

const inherited: InheritedFrom = { urn: 100_900, name: 'Old Elm', known: true, kind: 'conversion', counts: true };
const figure: Fact = { value: -3, missing: null, year: 2018, source: { importId: 1, line: 2 } };
const leader = schoolWith({ 'ks2_maths_progress:2018': 2 });
const failing: Parameters<typeof measurable>[0] = [['ks2_maths_progress', 2018]];

it.each([
  ["a predecessor's", { ...figure, inherited }, { inherited }],
  ["the school's own", figure, {}],
])('keeps whose figure a school is compared by: %s', (_whose, fact, told) => {
  const school = { ...schoolWith(), facts: new Map<FactKey, Fact>([['ks2_maths_progress:2018', fact]]) };
  expect(comparisons(measurable(failing, school), leader)).toEqual([
    { measure: 'ks2_maths_progress', year: 2018, school: -3, leader: 2, stronger: true, ...told },
  ]);
});
