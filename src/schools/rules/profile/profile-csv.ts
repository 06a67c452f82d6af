import { type CsvCell, csvText } from '../csv-text.ts';
import { academicYear } from '../facts.ts';
import type { AreaProfile } from './area-profile.ts';
import { profileLabel } from './profile-words.ts';

/** The profile's figures as CSV, one row a measure and year; empty where there is no figure. */
export function profileCsv({ area, sections }: AreaProfile): string {
  const head = [
    'Section',
    'Measure',
    'Year',
    area.name,
    'Schools or pupils behind it',
    'England',
    area.region,
    'Areas of the region',
    'Statistical neighbours',
    'Neighbours with a figure',
    'Rank in the newest year',
    'Areas ranked',
  ];
  const rows = sections.flatMap(({ title, rows: measures }) =>
    measures.flatMap((row) => {
      const newest = row.years.findLast((year) => year.area !== undefined)?.year;
      return row.years.map(({ year, area: own, england, region, neighbours }): CsvCell[] => [
        title,
        profileLabel(row),
        academicYear(year),
        own?.value ?? null,
        own?.weight ?? null,
        england?.value ?? null,
        region?.value ?? null,
        region?.areas ?? null,
        neighbours?.value ?? null,
        neighbours?.areas ?? null,
        year === newest ? (row.rank?.place ?? null) : null,
        year === newest ? (row.rank?.of ?? null) : null,
      ]);
    }),
  );
  return csvText(head, rows);
}
