import { MEASURES, type MeasureCode } from '../opendata/rules/measures.ts';
import { academicYear, type Fact, type FactKey, type InheritedFrom } from '../schools/rules/facts.ts';
import { figureText, missingSentence, missingWord, type NoNumber, noNumberOf } from '../schools/rules/figure-words.ts';
import { inheritedWords } from '../schools/rules/inherited.ts';
import type { Footnotes } from './footnotes.ts';
import { type Column, paragraph, textTable } from './table.ts';

const WIDTH = 100;
const LABEL = 36;
const GAP = 2;

/**
 * A school's figures as tables of measures by year, each figure with the number of its source. Years that do not fit in 100
 * columns go on in a further table. Under them, what the words in place of numbers mean.
 */
export function figuresText(
  facts: ReadonlyMap<FactKey, Fact>,
  measures: readonly MeasureCode[],
  years: readonly number[],
  notes: Footnotes,
): string {
  const recorded = measures.filter((measure) => years.some((year) => facts.has(`${measure}:${year}`)));
  const cells = new Map(
    recorded.flatMap((measure) =>
      years.map((year) => [`${measure}:${year}`, cellText(measure, facts.get(`${measure}:${year}`), notes)] as const),
    ),
  );
  const cell = (measure: MeasureCode, year: number) => cells.get(`${measure}:${year}`) ?? '';
  const widthOf = (year: number) =>
    Math.max(academicYear(year).length, ...recorded.map((measure) => cell(measure, year).length));
  const tables = fitting(years, widthOf).map((some) =>
    textTable<MeasureCode>(
      [
        { heading: 'Measure', value: (measure) => MEASURES[measure].label, most: LABEL },
        ...some.map((year): Column<MeasureCode> => ({
          heading: academicYear(year),
          value: (measure) => cell(measure, year),
          align: 'right',
        })),
      ],
      recorded,
    ),
  );
  const reasons = recorded.flatMap((measure) =>
    years.flatMap((year) => noNumberOf(facts.get(`${measure}:${year}`)) ?? []),
  );
  const shown = recorded.flatMap((measure) => years.flatMap((year) => facts.get(`${measure}:${year}`) ?? []));
  return [...tables, ...keyText(reasons), ...inheritedText(shown)].join('\n\n');
}

/** What the star beside a record means: whose it is. Nothing when all are the school's own. */
export function inheritedText(records: readonly { inherited?: InheritedFrom }[]): string[] {
  const from = [...new Set(records.flatMap(({ inherited }) => (inherited ? [inheritedWords(inherited)] : [])))];
  return from.length === 0 ? [] : [paragraph(`*: inherited from ${from.join('; ')}.`)];
}

function cellText(measure: MeasureCode, fact: Fact | undefined, notes: Footnotes): string {
  const reason = noNumberOf(fact);
  const words = reason === null ? figureText(fact?.value ?? Number.NaN, measure) : missingWord(reason);
  if (fact === undefined) return words;
  return `${words}${fact.inherited === undefined ? '' : ' *'} ${notes.mark([fact.source])}`;
}

/** The years in groups, in order, each of which fits beside the names of the measures. */
function fitting(years: readonly number[], widthOf: (year: number) => number): number[][] {
  const groups: number[][] = [];
  let left = 0;
  for (const year of years) {
    const width = GAP + widthOf(year);
    if (width > left) {
      groups.push([]);
      left = WIDTH - LABEL;
    }
    groups.at(-1)?.push(year);
    left -= width;
  }
  return groups;
}

function keyText(reasons: readonly NoNumber[]): string[] {
  const used = [...new Set(reasons)];
  if (used.length === 0) return [];
  return [paragraph(used.map((reason) => `${missingWord(reason)}: ${missingSentence(reason)}.`).join(' '))];
}
