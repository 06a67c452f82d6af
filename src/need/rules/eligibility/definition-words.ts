import { academicYear } from '../../../schools/rules/facts.ts';
import { dayText } from '../../../schools/rules/figure-words.ts';
import { type MinimumStandards, standardOf } from '../minimum-standards.ts';
import { listed, lowerFirst, subject } from '../wording.ts';
import type {
  CategoryRule,
  EligibilityDefinition,
  GradesCount,
  JudgementsCount,
  ResultsPart,
  ResultsRule,
  RowRule,
} from './definition.ts';

/** One sentence of a definition with its source. */
export interface DefinitionWords {
  words: string;
  source: string | null;
}

/** The rule of a definition in sentences, each with its source. `standards` are those that a definition by results names. */
export function definitionWords(
  { rule }: EligibilityDefinition,
  standards: MinimumStandards | null,
): DefinitionWords[] {
  if (rule.kind === 'results') return standards === null ? [] : resultsWords(rule, standards);
  return rule.kind === 'inspections in a row' ? rowWords(rule) : categoryRuleWords(rule);
}

/** "from 13 December 2018 until 1 September 2019". */
export function forceWords({ validFrom, validTo }: Pick<EligibilityDefinition, 'validFrom' | 'validTo'>): string {
  return `from ${dayText(validFrom)}${validTo === null ? ', with no end set' : ` until ${dayText(validTo)}`}`;
}

function resultsWords(rule: ResultsRule, standards: MinimumStandards): DefinitionWords[] {
  return [
    ...rule.parts.flatMap((part) => partWords(part, standards)),
    {
      words: `Schools that had closed by ${dayText(rule.closedBy)} are left out, unless they were followed by a school that carries their results on (${listed(rule.carriedOnBy.map(lowerFirst))}).`,
      source: rule.closedSource,
    },
    {
      words:
        'A school whose results are not published, or not held, cannot be told: it neither meets the definition nor does not.',
      source: null,
    },
  ];
}

function partWords(part: ResultsPart, standards: MinimumStandards): DefinitionWords[] {
  const standard = standardOf(standards, part.standard);
  const { attainment, progress, upperLimitBelow, smallestCohort } = standard;
  const years = part.years.map(academicYear).toSorted();
  const lines = progress.map(({ measure, atLeast }) => `${atLeast} in ${subject(measure)}`);
  const under = [
    attainment === null
      ? []
      : [`fewer than ${attainment.atLeast}% of pupils reached the expected standard in reading, writing and maths`],
    [
      progress.length === 1
        ? `${progress.map(({ measure }) => subject(measure)).join('')} was below ${progress[0]?.atLeast}`
        : `progress was below ${either(lines)}`,
    ],
    upperLimitBelow === null ? [] : [`the upper end of its 95% range was below ${upperLimitBelow}`],
  ].flat();
  return [
    {
      words: `${part.name} schools: in ${years.length === 1 ? '' : 'each of '}${listed(years)} ${listed(under)}. A result on a line is not below it.`,
      source: standard.source,
    },
    ...part.former.map(({ year, words, source }) => ({
      words: `And in ${academicYear(year)}: ${lowerFirst(words)}.`,
      source,
    })),
    {
      words: `${part.name} schools left out: those with fewer than ${smallestCohort} pupils in the year group, and ${listed([...part.leavesOut.typeGroups, ...part.leavesOut.types].map(kindWords))}.`,
      source: part.leavesOut.source,
    },
  ];
}

function kindWords(kind: string): string {
  return kind === 'Other types' ? 'other types' : lowerFirst(kind.endsWith('s') ? kind : `${kind}s`);
}

function rowWords({ latest, before, sameBody, sameBodySource }: RowRule): DefinitionWords[] {
  return [
    { words: `The latest graded inspection: ${overall(latest)}.`, source: null },
    ...latest.judgements.map(judgementsWords),
    { words: `And the graded inspection before it: ${overall(before)}.`, source: null },
    ...before.judgements.map(judgementsWords),
    ...(sameBody
      ? [
          {
            words: 'And the responsible body is still the one that the school had at its latest inspection.',
            source: sameBodySource,
          },
        ]
      : []),
    {
      words:
        'Inspections of a school before it got its present number count as its own where the record continues. One graded in a way that is not named here cannot be told: grades are never converted.',
      source: null,
    },
  ];
}

function overall({ overallGrades }: GradesCount): string {
  return `an overall grade of ${either(overallGrades.map(lowerFirst))}`;
}

function judgementsWords({ scheme, areas, grades, unlessAny, source }: JudgementsCount): DefinitionWords {
  const where = scheme === 'report card' ? 'In a report card' : 'Where areas were graded without an overall grade';
  const unless = unlessAny.length === 0 ? '' : `, unless any area is ${either(unlessAny.map(lowerFirst))}`;
  return {
    words: `${where}: ${either(grades.map(lowerFirst))} for ${either(areas.map(lowerFirst))}${unless}.`,
    source,
  };
}

function categoryRuleWords({ category, publishedAs, overallGrades, unclearGrades }: CategoryRule): DefinitionWords[] {
  return [
    {
      words: `The latest graded inspection put the school into the category “${category}”, as published (${listed(publishedAs)}).`,
      source: null,
    },
    {
      words: `Where no category is published with an overall grade, ${either(overallGrades.map(lowerFirst))} says it, and ${either(unclearGrades.map(lowerFirst))} alone leaves open which category it was.`,
      source: null,
    },
    {
      words:
        'For a report card the table of categories is shown beside the published one. The published one stands. A category ends with the school that was inspected: what followed it does not inherit it.',
      source: null,
    },
  ];
}

function either(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`;
}
