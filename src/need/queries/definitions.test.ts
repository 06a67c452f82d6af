import { describe, expect, it } from 'vitest';
import { checked, policyById } from '../../policies.ts';
import type { EligibilityDefinition } from '../rules/eligibility/definition.ts';
import { definitionWords, forceWords } from '../rules/eligibility/definition-words.ts';
import { inForceOn } from '../rules/eligibility/definition.ts';
import { eligibilityDefinitionKind, eligibilityDefinitionSchema } from '../schema/eligibility-definition.ts';
import { definitionById, definitions, mustFit, standardsNamed } from './definitions.ts';

const bundled = (id: string): EligibilityDefinition => structuredClone(policyById(eligibilityDefinitionKind, id));

type Loose = Record<string, unknown>;

/** What checking says of a bundled definition with the value at a path replaced. */
function faultsOf(id: string, path: string, value: unknown): string {
  const { id: _id, ...definition } = { ...bundled(id), kind: 'eligibility definition' };
  const keys = path.split('.');
  const last = keys.pop()!;
  const place = keys.reduce<Loose>((within, key) => within[key] as Loose, definition as unknown as Loose);
  place[last] = value;
  try {
    checked(definition, eligibilityDefinitionSchema, `${id}.json`);
    return '';
  } catch (error) {
    return String(error);
  }
}

describe('the definitions', () => {
  it('are all well formed, fit the files they refer to, and are found by their id', () => {
    const ids = definitions().map(({ id }) => id);
    expect(ids).toContain('floor-2018');
    for (const id of ids) expect(definitionById(id)?.id).toBe(id);
    expect(definitionById('floor-1918')).toBeNull();
  });

  it('follow one another without a gap or a day with two of a kind', () => {
    for (const [before, after] of [
      ['floor-2016', 'floor-2017'],
      ['floor-2017', 'floor-2018'],
      ['coasting-2016', 'coasting-2017'],
      ['coasting-2017', 'coasting-2018'],
      ['rise-stuck-2025-02', 'rise-stuck-2025-11'],
      ['significant-improvement-2025', 'significant-improvement-2026'],
    ]) {
      const [first, second] = [bundled(before!), bundled(after!)];
      expect(first.validTo).toBe(second.validFrom);
      expect(inForceOn(first, second.validFrom)).toBe(false);
      expect(inForceOn(second, second.validFrom)).toBe(true);
    }
  });

  it('are said in words, every line with its number', () => {
    for (const definition of definitions()) {
      const { rule } = definition;
      const standards = rule.kind === 'results' ? standardsNamed(rule.minimumStandards) : null;
      const words = definitionWords(definition, standards);
      expect(words.length).toBeGreaterThan(2);
      for (const { words: sentence } of words) expect(sentence).toMatch(/^[A-Z].*\.$/);
    }
    const floor = bundled('floor-2018');
    const [first] = definitionWords(floor, standardsNamed('minimum-standards'));
    expect(first?.words).toBe(
      'Primary schools: in 2017-18 fewer than 65% of pupils reached the expected standard in reading, writing and maths and progress was below -5 in reading, -7 in writing or -5 in maths. A result on a line is not below it.',
    );
    expect(forceWords(floor)).toBe('from 13 December 2018 until 1 September 2019');
  });
});

describe('a definition that does not hold together is refused with file, key and mend', () => {
  it.each<[string, string, string, unknown]>([
    ['an end before its beginning', 'floor-2018', 'validTo', '2018-01-01'],
    ['a standard of the other key stage', 'floor-2018', 'rule.parts.0.standard', 'ks4-floor'],
    ['years out of order', 'coasting-2018', 'rule.parts.0.years', [2015, 2016]],
    ['a former year that is not before', 'coasting-2017', 'rule.parts.0.former.0.year', 2016],
    ['a source for what is not asked', 'rise-stuck-2025-11', 'rule.sameBodySource', 'a source'],
    ['a word for two categories', 'special-measures-2025', 'rule.otherCategories', ['SM']],
    ['a grade that tells and does not', 'special-measures-2025', 'rule.unclearGrades', ['Special measures']],
    ['an unknown key', 'floor-2018', 'rule.colour', 'red'],
  ])('%s', (_, id, path, value) => {
    expect(faultsOf(id, path, value)).toContain(`${id}.json: "${path}"`);
  });

  it('a year, an area or a grade that the file it refers to does not have', () => {
    const year = bundled('floor-2018');
    if (year.rule.kind !== 'results') throw new Error('floor-2018 is by results');
    Object.assign(year.rule.parts[0]!, { years: [2018] });
    expect(() => mustFit(year)).toThrow('policies/need/floor-2018.json: "rule.parts.0.years"');
    const area = bundled('rise-stuck-2025-11');
    if (area.rule.kind !== 'inspections in a row') throw new Error('rise-stuck-2025-11 is by inspections');
    Object.assign(area.rule.latest.judgements[1]!, { areas: ['Leadership'] });
    expect(() => mustFit(area)).toThrow('"Leadership" is not an area of report card');
    const grade = bundled('rise-stuck-2025-02');
    if (grade.rule.kind !== 'inspections in a row') throw new Error('rise-stuck-2025-02 is by inspections');
    Object.assign(grade.rule.before.judgements[0]!, { grades: ['Poor'] });
    expect(() => mustFit(grade)).toThrow('"Poor" is not on the scale of judgements only');
  });
});
