import { type CsvCell, csvText } from '../../../schools/rules/csv-text.ts';
import type { Answer } from './answer.ts';
import type { EligibilityDefinition } from './definition.ts';

/** An area's schools with their answers to a definition as CSV. */
export function answersCsv(
  { id, title, validFrom, validTo }: EligibilityDefinition,
  schools: readonly { urn: number; name: string; part: string; answer: Answer }[],
): string {
  const head = ['URN', 'School', 'Results or phase', 'Answer', 'Why', 'Definition', 'In force from', 'until', 'File'];
  return csvText(
    head,
    schools.map(({ urn, name, part, answer: { state, sentence } }): CsvCell[] => [
      urn,
      name,
      part,
      state,
      sentence,
      title,
      validFrom,
      validTo,
      `policies/need/${id}.json`,
    ]),
  );
}
