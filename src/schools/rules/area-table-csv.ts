import { MEASURES } from '../../opendata/rules/measures.ts';
import { headline, type HeadlineYears, isOfOtherPhase } from './area-table.ts';
import { type CsvCell, csvText } from './csv-text.ts';
import { academicYear, type SchoolFacts } from './facts.ts';
import { missingSentence, noNumberOf, OTHER_PHASE } from './figure-words.ts';
import { outcomeWords } from './inspections/scheme-words.ts';
import { HEADLINE_MEASURES } from './school-sections.ts';

/**
 * An area's table of schools as CSV. Each measure has two columns: its number, and why there is none; exactly one is filled.
 */
export function areaTableCsv(schools: readonly SchoolFacts[], years: HeadlineYears): string {
  const measured = HEADLINE_MEASURES.filter((measure) => years.has(measure));
  const head = [
    'URN',
    'School',
    'Phase',
    'Type',
    ...measured.flatMap((measure) => {
      const { label, unit } = MEASURES[measure];
      const column = `${label} ${academicYear(years.get(measure)!)}${unit === 'percent' ? ' (%)' : ''}`;
      return [column, `${column}: why no number`];
    }),
    'Last inspection',
    'Outcome',
    'Trust',
    'Trust UID',
  ];
  return csvText(head, schools.map(cells));

  function cells(school: SchoolFacts): CsvCell[] {
    return [
      school.urn,
      school.name,
      school.phase,
      school.establishmentType,
      ...measured.flatMap((measure): CsvCell[] => {
        const fact = headline(school, measure, years);
        const reason = fact === undefined && isOfOtherPhase(school, measure) ? OTHER_PHASE : noNumberOf(fact);
        return [fact?.value ?? null, reason === null ? null : missingSentence(reason)];
      }),
      school.inspections[0]?.inspectedOn ?? null,
      school.inspections[0] === undefined ? null : outcomeWords(school.inspections[0]),
      school.trustName,
      school.trustUid,
    ];
  }
}
