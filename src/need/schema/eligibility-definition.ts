import { z } from 'zod';
import { isoDate, type PolicyKind, policyHeader, startYear, words } from '../../policies.ts';
import { INSPECTION_OUTCOMES } from '../../schools/rules/facts.ts';
import type { EligibilityDefinition } from '../rules/eligibility/definition.ts';

const schools = z.int().min(0);
const outcome = z.enum(INSPECTION_OUTCOMES);
const published = { schools, on: isoDate, source: words, difference: words };

const part = z.strictObject({
  name: z.enum(['Primary', 'Secondary']),
  standard: z.enum(['ks2-floor', 'ks2-coasting', 'ks4-floor', 'ks4-coasting']),
  years: z.tuple([startYear], startYear),
  former: z.array(z.strictObject({ year: startYear, words, source: words })),
  leavesOut: z.strictObject({ typeGroups: z.array(words), types: z.array(words), source: words }),
  published: z.strictObject({ ...published, share: z.number().min(0).max(100) }).nullable(),
});

const gradesCount = z.strictObject({
  overallGrades: z.array(outcome).min(1),
  judgements: z.array(
    z.strictObject({
      scheme: z.enum(['judgements only', 'report card']),
      areas: z.array(words).min(1),
      grades: z.array(words).min(1),
      unlessAny: z.array(words),
      source: words,
    }),
  ),
});

const rule = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('results'),
    minimumStandards: words,
    spreadFrom: words,
    closedBy: isoDate,
    carriedOnBy: z.array(words),
    closedSource: words,
    parts: z.array(part).min(1),
  }),
  z.strictObject({
    kind: z.literal('inspections in a row'),
    latest: gradesCount,
    before: gradesCount,
    sameBody: z.boolean(),
    sameBodySource: words.nullable(),
    published: z.array(z.strictObject(published)),
  }),
  z.strictObject({
    kind: z.literal('category of concern'),
    category: z.enum(['special measures', 'requires significant improvement']),
    publishedAs: z.array(words).min(1),
    otherCategories: z.array(words),
    overallGrades: z.array(outcome),
    unclearGrades: z.array(outcome),
  }),
]);

/** A file that asks whether a school meets a definition: policies/need/, `"kind": "eligibility definition"`. */
export const eligibilityDefinitionSchema: z.ZodType<Omit<EligibilityDefinition, 'id'>> = z
  .strictObject({
    kind: z.literal('eligibility definition'),
    ...policyHeader,
    follows: z.strictObject({ words, source: words }),
    rule,
  })
  .superRefine(({ validFrom, validTo, rule: asked }, context) => {
    const fault = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
    if (validTo !== null && validTo <= validFrom) fault(['validTo'], 'a definition ends after it begins');
    if (asked.kind === 'results') {
      asked.parts.forEach(({ name, standard, years, former }, i) => {
        const at = ['rule', 'parts', i];
        if ((name === 'Primary') !== standard.startsWith('ks2'))
          fault([...at, 'standard'], `"${standard}" is not a standard for ${name.toLowerCase()} schools`);
        if (years.some((year, j) => j > 0 && year >= (years[j - 1] ?? 0)))
          fault([...at, 'years'], 'years are each given once, the newest first');
        former.forEach(({ year }, j) => {
          if (year >= (years.at(-1) ?? 0))
            fault([...at, 'former', j, 'year'], 'a year of former measures is before the others');
        });
      });
      const names = asked.parts.map(({ name }) => name);
      if (new Set(names).size < names.length) fault(['rule', 'parts'], 'each part has a name of its own');
    }
    if (asked.kind === 'inspections in a row' && asked.sameBody !== (asked.sameBodySource !== null))
      fault(
        ['rule', 'sameBodySource'],
        'a source is given where the responsible body must be the same, and only there',
      );
    if (asked.kind === 'category of concern') {
      const twice = asked.publishedAs.find((word) => asked.otherCategories.includes(word));
      if (twice !== undefined) fault(['rule', 'otherCategories'], `"${twice}" is the category asked for too`);
      const unclear = asked.unclearGrades.find((grade) => asked.overallGrades.includes(grade));
      if (unclear !== undefined)
        fault(['rule', 'unclearGrades'], `"${unclear}" is said to tell the category and not to tell it`);
    }
  });

export const eligibilityDefinitionKind: PolicyKind<Omit<EligibilityDefinition, 'id'>> = {
  folder: 'need',
  kind: 'eligibility definition',
  schema: eligibilityDefinitionSchema,
};
