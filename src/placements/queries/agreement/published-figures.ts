import type { Kysely } from 'kysely';
import type { Database } from '../../../db/schema.ts';
import { MEASURE_CODES, MEASURES, type MeasureCode } from '../../../opendata/rules/measures.ts';
import type { MissingReason } from '../../../opendata/rules/missing.ts';
import { figureText, missingWord } from '../../../schools/rules/figure-words.ts';
import type { PublishedBaseline } from '../../rules/agreement/content.ts';

const MEASURE_OF_ID = new Map<number, MeasureCode>(MEASURE_CODES.map((code) => [MEASURES[code].id, code]));

/**
 * The newest published figure of each measure of a school that is better high or low, with its source, in the order of their labels: what a
 * baseline is chosen from. Where the publisher gives a reason instead of a number, the reason stands.
 */
export async function publishedFigures(db: Kysely<Database>, urn: number): Promise<PublishedBaseline[]> {
  const rows = await db
    .selectFrom('observation')
    .distinctOn('measure_id')
    .select(['measure_id', 'year', 'value', 'missing', 'import_id', 'line'])
    .where('urn', '=', urn)
    .orderBy('measure_id')
    .orderBy('year', 'desc')
    .execute();
  return rows
    .flatMap((row): PublishedBaseline[] => {
      const measure = MEASURE_OF_ID.get(row.measure_id);
      if (measure === undefined || MEASURES[measure].better === 'neither') return [];
      return [
        {
          kind: 'published',
          measure,
          label: MEASURES[measure].label,
          year: row.year,
          value: row.value,
          text: row.value === null ? missingWord(row.missing as MissingReason) : figureText(row.value, measure),
          source: { importId: row.import_id, line: row.line },
        },
      ];
    })
    .toSorted((a, b) => a.label.localeCompare(b.label));
}

/** How a form names a figure. */
export function figureKey({ measure, year }: Pick<PublishedBaseline, 'measure' | 'year'>): string {
  return `${measure}:${year}`;
}
