import { academicYear } from '../../schools/rules/facts.ts';
import { type CsvCell, csvText } from '../../schools/rules/csv-text.ts';
import { outcomeWords } from '../../schools/rules/inspections/scheme-words.ts';
import type { Neighbour } from './neighbour.ts';

const HEAD = ['Rank', 'URN', 'School', 'Local authority', 'Difference in context', 'Distance km', 'Latest inspection'];

/** The list as a file: the school asked about first, then those similar; a figure that is not published is an empty cell. */
export function similarCsv(
  own: { urn: number; name: string; laName: string },
  neighbours: readonly Neighbour[],
): string {
  const [first] = neighbours;
  const features = first?.features ?? [];
  const results = first?.better.rows ?? [];
  const head = [
    ...HEAD,
    ...results.map(({ label, year }) => `${label}, ${academicYear(year)}`),
    ...features.map(({ label, year }) => (year === null ? label : `${label}, ${academicYear(year)}`)),
  ];
  const ownRow: CsvCell[] = [
    null,
    own.urn,
    own.name,
    own.laName,
    null,
    null,
    null,
    ...results.map((row) => row.own),
    ...features.map((pair) => pair.own),
  ];
  const rows = neighbours.map((one): CsvCell[] => [
    one.rank,
    one.urn,
    one.name,
    one.laName,
    one.distance,
    one.km,
    one.latestInspection && `${outcomeWords(one.latestInspection)}, ${one.latestInspection.inspectedOn}`,
    ...one.better.rows.map((row) => row.other),
    ...one.features.map((pair) => pair.other),
  ]);
  return csvText(head, first === undefined ? [] : [ownRow, ...rows]);
}
