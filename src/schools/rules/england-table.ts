import type { Average } from './averages.ts';
import type { PhaseGroup } from './facts.ts';
import type { AreaSummary, InspectedSchools, NationalFrame } from './national-frame.ts';
import type { HeadlineYears, SortDirection } from './area-table.ts';
import { HEADLINE_MEASURES, type HeadlineMeasure } from './school-sections.ts';

/** An area's line in the national table, for one phase. */
export interface EnglandRow {
  area: AreaSummary;
  schools: number;
  means: ReadonlyMap<HeadlineMeasure, Average>;
  inspected: InspectedSchools;
}

export type EnglandSort = 'name' | 'region' | 'schools' | HeadlineMeasure | 'good';

/** The measures that the schools of a phase have. */
export function measuresOf(phase: PhaseGroup): HeadlineMeasure[] {
  const other = phase === 'primary' ? 'ks4_progress8' : 'ks2_rwm_expected';
  return HEADLINE_MEASURES.filter((measure) => measure !== other);
}

/** One line for each area that has schools of the phase, in the order of a column; areas with nothing in it come last. */
export function englandRows(
  frame: NationalFrame,
  phase: PhaseGroup,
  years: HeadlineYears,
  sort: EnglandSort,
  direction: SortDirection,
): EnglandRow[] {
  const sign = direction === 'asc' ? 1 : -1;
  return frame.areas
    .filter((area) => area.schools[phase] > 0)
    .map((area) => rowOf(frame, area, phase, years))
    .map((row) => ({ row, value: sortValue(row, sort) }))
    .toSorted((a, b) => {
      const byName = a.row.area.name.localeCompare(b.row.area.name, 'en-GB');
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null) || byName;
      const order =
        typeof a.value === 'number' ? a.value - Number(b.value) : a.value.localeCompare(String(b.value), 'en-GB');
      return sign * order || byName;
    })
    .map(({ row }) => row);
}

function rowOf(frame: NationalFrame, area: AreaSummary, phase: PhaseGroup, years: HeadlineYears): EnglandRow {
  const means = new Map<HeadlineMeasure, Average>();
  for (const measure of measuresOf(phase)) {
    const year = years.get(measure);
    const average = year === undefined ? undefined : frame.average(area.laCode, phase, measure, year);
    if (average) means.set(measure, average);
  }
  return { area, schools: area.schools[phase], means, inspected: frame.inspected(area.laCode, phase) };
}

function sortValue(row: EnglandRow, sort: EnglandSort): string | number | null {
  if (sort === 'name' || sort === 'region') return row.area[sort];
  if (sort === 'schools') return row.schools;
  if (sort === 'good')
    return row.inspected.graded === 0 ? null : row.inspected.goodOrOutstanding / row.inspected.graded;
  return row.means.get(sort)?.value ?? null;
}

/**
 * The limits between fifths of the values: four numbers that leave as nearly as can be the same number of values in each of
 * five bands. With fewer than five values there are no bands.
 */
export function fifths(values: readonly number[]): number[] {
  if (values.length < 5) return [];
  const sorted = values.toSorted((a, b) => a - b);
  return [1, 2, 3, 4].map((fifth) => sorted[Math.ceil((fifth * sorted.length) / 5) - 1]!);
}

/** The band of a value, 0 to 4: it is at most the limit of its band. */
export function bandOf(value: number, limits: readonly number[]): number {
  const band = limits.findIndex((limit) => value <= limit);
  return band === -1 ? limits.length : band;
}
