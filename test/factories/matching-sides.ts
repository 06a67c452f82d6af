import type { Interest } from '../../src/leaders/rules/interests.ts';
import fc from 'fast-check';
import type { Leader, Need } from '../../src/matching/rules/sides.ts';
import { headOf, needFor, placedSchool } from './matching.ts';

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
const day = fc.integer({ min: 1, max: 28 }).map((d) => `2027-01-${String(d).padStart(2, '0')}`);
const place = {
  easting: maybe(fc.integer({ min: 470_000, max: 530_000 })),
  northing: fc.integer({ min: 200_000, max: 230_000 }),
  urban: maybe(fc.boolean()),
  trustUid: maybe(fc.integer({ min: 1, max: 3 })),
  federationUid: maybe(fc.integer({ min: 1, max: 3 })),
  phaseGroup: fc.constantFrom('primary' as const, 'secondary' as const),
};
const support = fc.constantFrom('lead', 'lead', 'maths', 'governance');
const interest = fc.record<Interest>({
  kind: fc.constantFrom('adviser', 'sponsor', 'governor'),
  urn: maybe(fc.integer({ min: 1, max: 4 })),
  trustUid: maybe(fc.integer({ min: 1, max: 3 })),
});
const anyNeeds = fc
  .array(
    fc.record({
      school: fc.record(place),
      figure: maybe(fc.integer({ min: 20, max: 90 })),
      asked: fc.uniqueArray(support, { minLength: 1, maxLength: 2 }),
      change: fc.record({
        days: fc.constantFrom(4.5, 9, 18),
        from: maybe(day),
        to: maybe(day),
        confidentialKm: maybe(fc.integer({ min: 1, max: 20 })),
        earlierHomes: fc.array(fc.integer({ min: 100, max: 104 }), { maxLength: 1 }),
        laCode: fc.constantFrom(821, 822),
        partnership: maybe(fc.constantFrom('North', 'South')),
      }),
    }),
    { maxLength: 4 },
  )
  .map((schools) =>
    schools.flatMap(({ school, figure, asked, change }, k) => {
      const of = placedSchool(k + 1, school, figure === null ? {} : { 'ks2_rwm_expected:2017': figure });
      return asked.map((code) => needFor(of, { ...change, support: code }));
    }),
  );
const anyLeaders = fc
  .array(
    fc.record({
      school: fc.record(place),
      figure: maybe(fc.integer({ min: 20, max: 90 })),
      change: fc.record({
        role: fc.constantFrom('headteacher', 'headteacher', 'specialist', 'governance-leader', 'no such role'),
        fields: fc.uniqueArray(fc.constantFrom('maths', 'english', 'governance'), { maxLength: 2 }),
        days: fc.constantFrom(0, 9, 18, 27),
        mostSchools: fc.integer({ min: 0, max: 3 }),
        held: fc.integer({ min: 0, max: 1 }),
        furthestMinutes: maybe(fc.integer({ min: 5, max: 60 })),
        from: maybe(day),
        to: maybe(day),
        released: maybe(fc.boolean()),
        interests: fc.array(interest, { maxLength: 1 }),
        impact: maybe(fc.constantFrom(0, 0.25, 1)),
        pencePerDay: maybe(fc.constantFrom(35_000, 70_000)),
        homeRisk: fc.constantFrom('none' as const, 'none' as const, 'at risk' as const, 'in need' as const),
        lendingOverride: maybe(fc.constant('The trust lends a deputy in return.')),
      }),
    }),
    { maxLength: 5 },
  )
  .map((homes) =>
    homes.map(({ school, figure, change }, k) =>
      headOf(placedSchool(100 + k, school, figure === null ? {} : { 'ks2_rwm_expected:2017': figure }), change),
    ),
  );
/** Any few needs and leaders, in which every hard rule is broken here and there and little is known of many. */
export const anySides: fc.Arbitrary<[Need[], Leader[]]> = fc.tuple(anyNeeds, anyLeaders);
