import { describe, expect, it } from 'vitest';
import { factsOf, inspected, schoolWith } from '../../../test/factories/school-facts.ts';
import { policyById } from '../../policies.ts';
import { lineagePolicyKind } from '../schema/lineage-policy.ts';
import { asJudged, inheritedRecord } from './inherited.ts';
import type { Ancestor } from './lineage.ts';

const policy = policyById(lineagePolicyKind, 'england');

function ancestor(urn: number, change: Partial<Ancestor> = {}): Ancestor {
  return {
    urn,
    name: `School ${urn}`,
    known: false,
    kind: 'conversion',
    why: null,
    until: '2019-09-01',
    generation: 1,
    source: { importId: 4, line: 9 },
    ...change,
  };
}

const figures = new Map([
  [1, factsOf({ 'roll:2017': 190, 'roll:2018': 200, 'roll:2019': 210, 'persistent_absence:2018': 'SUPP' })],
  [2, factsOf({ 'roll:2016': 150, 'roll:2018': 160 })],
]);
const inspections = new Map([
  [1, [inspected('2020-01-15', 'Good'), inspected('2016-05-02', 'Inadequate')]],
  [2, [inspected('2011-03-01', 'Good')]],
]);
const records = { figures: (urn: number) => figures.get(urn), inspections: (urn: number) => inspections.get(urn) };

describe('inheritedRecord', () => {
  it('is of years that began and days that were before the school followed, each marked with whose it is', () => {
    const { facts, inspections: found } = inheritedRecord([ancestor(1)], new Map(), records, policy);
    expect([...facts.keys()]).toEqual(['roll:2017', 'roll:2018', 'persistent_absence:2018']);
    expect(facts.get('roll:2018')).toEqual({
      value: 200,
      missing: null,
      year: 2018,
      source: { importId: 1, line: 3 },
      inherited: { urn: 1, name: 'School 1', known: false, kind: 'conversion', counts: true },
    });
    expect(found.map(({ inspectedOn, inherited }) => [inspectedOn, inherited?.urn])).toEqual([['2016-05-02', 1]]);
  });

  it('keeps a suppressed figure suppressed, with its reason', () => {
    const { facts } = inheritedRecord([ancestor(1)], new Map(), records, policy);
    expect(facts.get('persistent_absence:2018')).toMatchObject({ value: null, missing: 'SUPP', inherited: { urn: 1 } });
  });

  it("leaves out what the school has itself, be it a number or the publisher's reason", () => {
    const own = factsOf({ 'roll:2018': 195, 'roll:2017': 'SUPP' });
    expect([...inheritedRecord([ancestor(1)], own, records, policy).facts.keys()]).toEqual(['persistent_absence:2018']);
  });

  it('takes the nearest of a chain, so that no year has two figures', () => {
    const chain = [ancestor(1), ancestor(2, { generation: 2, until: '2019-01-01' })];
    const { facts, inspections: found } = inheritedRecord(chain, new Map(), records, policy);
    expect(facts.get('roll:2018')).toMatchObject({ value: 200, inherited: { urn: 1 } });
    expect(facts.get('roll:2016')).toMatchObject({ value: 150, inherited: { urn: 2 } });
    expect(found.map(({ inspectedOn }) => inspectedOn)).toEqual(['2016-05-02', '2011-03-01']);
  });

  it('shows the inspections of merged schools without their figures, and of a split school both, neither to be judged', () => {
    const merged = inheritedRecord(
      [ancestor(1, { kind: 'merger' }), ancestor(2, { kind: 'merger' })],
      new Map(),
      records,
      policy,
    );
    expect(merged.facts.size).toBe(0);
    expect(merged.inspections.map(({ inherited }) => [inherited?.urn, inherited?.counts])).toEqual([
      [1, false],
      [2, false],
    ]);
    const split = inheritedRecord([ancestor(2, { kind: 'split' })], new Map(), records, policy);
    expect(split.facts.get('roll:2018')).toMatchObject({ value: 160, inherited: { kind: 'split', counts: false } });
  });

  it('has nothing across a doubtful or undated link', () => {
    const doubtful = [ancestor(1, { kind: 'doubtful' }), ancestor(2, { until: null })];
    const record = inheritedRecord(doubtful, new Map(), records, policy);
    expect([record.facts.size, record.inspections.length]).toEqual([0, 0]);
  });
});

describe('asJudged', () => {
  const own = factsOf({ 'roll:2018': 195 });
  const of = (kind: Ancestor['kind']) => ({
    ...schoolWith({}, { inspections: [inspected('2021-11-10', 'Good')] }),
    facts: own,
    inherited: inheritedRecord([ancestor(1, { kind })], own, records, policy),
  });

  it('adds what continues, its own before it', () => {
    const judged = asJudged(of('conversion'), { results: true, inspections: true });
    expect(judged.facts.get('roll:2018')?.value).toBe(195);
    expect(judged.facts.get('roll:2017')?.value).toBe(190);
    expect(judged.inspections.map(({ outcome }) => outcome)).toEqual(['Good', 'Inadequate']);
  });

  it('adds results or inspections alone where the rule says so, and nothing where it says nothing', () => {
    expect(asJudged(of('conversion'), { results: true, inspections: false }).inspections).toHaveLength(1);
    expect(asJudged(of('conversion'), { results: false, inspections: true }).facts).toBe(own);
    const school = of('conversion');
    expect(asJudged(school, undefined)).toBe(school);
  });

  it('adds nothing that is history', () => {
    for (const kind of ['split', 'merger'] as const) {
      const judged = asJudged(of(kind), { results: true, inspections: true });
      expect([...judged.facts.keys(), judged.inspections.length]).toEqual(['roll:2018', 1]);
    }
  });
});
