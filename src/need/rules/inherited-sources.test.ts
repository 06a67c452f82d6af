import { describe, expect, it } from 'vitest';
import { assessing, policy } from '../../../test/factories/assessing.ts';
import { factsOf, inspected, ks2Progress, schoolWith } from '../../../test/factories/school-facts.ts';
import type { InheritedFrom, SchoolFacts } from '../../schools/rules/facts.ts';
import { asJudged } from '../../schools/rules/inherited.ts';
import { assess } from './assess.ts';
import { clear, packed, unpacked } from './assessment.ts';
import { tellInherited, rowKey } from './inherited-sources.ts';
import type { NeedPolicy } from './need-policy.ts';

const inherited: InheritedFrom = {
  urn: 100_900,
  name: 'Old Elm School',
  known: true,
  kind: 'conversion',
  counts: true,
};
const before = factsOf({ ...ks2Progress(2018, -6, 0, -3), 'ks2_pupils:2018': 40, 'persistent_absence:2018': 'SUPP' });
const converted: SchoolFacts = schoolWith(
  {},
  {
    openDate: '2020-09-01',
    establishmentType: 'Academy converter',
    inherited: {
      facts: new Map([...before].map(([key, fact]) => [key, { ...fact, inherited }])),
      inspections: [{ ...inspected('2018-05-02', 'Inadequate'), inherited }],
    },
  },
);

function resultsUnder(rule: NeedPolicy['inherited']) {
  const { inherited: _present, ...bare } = policy;
  const now: NeedPolicy = rule === undefined ? bare : { ...policy, inherited: rule };
  return assess(asJudged(converted, now.inherited), { ...assessing, policy: now });
}

describe('need of a school under a new number', () => {
  const both = resultsUnder({ results: true, inspections: true, source: 'test' });
  const of = (code: string) => both.indicators.find((result) => result.code === code);

  it('stands on what it has inherited, and every sentence says from whom', () => {
    expect(both.category).toBe('D');
    expect(of('inspection')).toMatchObject({ state: 'raised', inherited: [{ urn: 100_900, name: 'Old Elm School' }] });
    expect(of('inspection')?.sentence).toMatch(/: inadequate .*\. Inherited from Old Elm School \(URN 100900\)\.$/);
    expect(of('progress')?.sentence).toMatch(/Inherited from Old Elm School \(URN 100900\)\.$/);
  });

  it('says so of the rule that gave the category too', () => {
    const rules = resultsUnder({ results: true, inspections: false, source: 'test' });
    expect(rules.because).toBe(
      'Category C: the newest progress is below the last minimum standard (16 points). This stands on what is inherited from Old Elm School (URN 100900).',
    );
  });

  it("gives a predecessor's reason for a missing figure, with its number", () => {
    expect(of('persistent_absence')).toMatchObject({ state: 'missing' });
    expect(of('persistent_absence')?.sentence).toContain("(2018-19, under its predecessor's number 100900)");
  });

  it('keeps whose it is when stored', () => {
    const stored = JSON.parse(JSON.stringify(both.indicators.map(packed)));
    expect(unpacked(stored, policy).map((result) => result.inherited)).toEqual(
      both.indicators.map((result) => result.inherited),
    );
  });

  it('is as it was under a policy that does not speak of it', () => {
    const older = resultsUnder(undefined);
    expect(older).toMatchObject({ category: 'A', points: 0 });
    expect(older.indicators.some((result) => result.inherited !== undefined)).toBe(false);
  });

  it('stands in part on its own when it has some', () => {
    const mixed = asJudged(
      {
        ...converted,
        facts: new Map([['roll:2021', { value: 150, missing: null, year: 2021, source: { importId: 9, line: 3 } }]]),
        inherited: {
          ...converted.inherited,
          facts: new Map([
            ['roll:2018', { value: 200, missing: null, year: 2018, source: { importId: 1, line: 3 }, inherited }],
          ]),
        },
      },
      policy.inherited,
    );
    const roll = assess(mixed, assessing).indicators.find(({ code }) => code === 'falling_roll');
    expect(roll?.sentence).toMatch(/a fall of 25%\. In part inherited from Old Elm School \(URN 100900\)\.$/);
  });
});

describe('years taken together', () => {
  const result = clear({ code: 'pooled_attainment', label: 'x' }, 'All years.', {
    source: { importId: 3, line: 7 },
    otherSources: [
      { importId: 2, line: 7 },
      { importId: 1, line: 7 },
    ],
  });

  it("are named where they are a predecessor's, beside those of its own", () => {
    expect(tellInherited(result, new Map([from(2016), from(2015)])).sentence).toBe(
      'All years. In part inherited from Old Elm School (URN 100900): the figures of 2015-16 and 2016-17.',
    );
  });

  it('need no names when all of them are', () => {
    expect(tellInherited(result, new Map([from(2015), from(2016), from(2017)])).sentence).toBe(
      'All years. Inherited from Old Elm School (URN 100900).',
    );
  });
});

function from(year: number) {
  return [rowKey({ importId: year - 2014, line: 7 }), { origin: inherited, year }] as const;
}
