import type { MeasureCode } from '../../opendata/rules/measures.ts';
import { type Fact, factOf, type SchoolFacts } from './facts.ts';
import { keyStageOf } from './key-stage.ts';
import type { NationalFrame } from './national-frame.ts';
import { HEADLINE_MEASURES, type HeadlineMeasure } from './school-sections.ts';

/** Columns by which an area's table can be put in order. */
export const SORT_KEYS = ['name', 'phase', ...HEADLINE_MEASURES, 'inspected', 'trust'] as const;

export type SortKey = (typeof SORT_KEYS)[number];
export type SortDirection = 'asc' | 'desc';

/** The newest year of each headline measure; a measure without figures has none. */
export type HeadlineYears = ReadonlyMap<HeadlineMeasure, number>;

/** The years that the headline figures are of, newest published of each. */
export function headlineYears(frame: Pick<NationalFrame, 'newestYear'>): HeadlineYears {
  return new Map(
    HEADLINE_MEASURES.flatMap((measure) => {
      const year = frame.newestYear(measure);
      return year === null ? [] : [[measure, year] as const];
    }),
  );
}

/** A school's newest figure of a headline measure; undefined when no file has one. */
export function headline(school: SchoolFacts, measure: HeadlineMeasure, years: HeadlineYears): Fact | undefined {
  const year = years.get(measure);
  return year === undefined ? undefined : factOf(school, measure, year);
}

/** True when the measure is of the other phase, so that this school has none by its nature. */
export function isOfOtherPhase({ phase }: Pick<SchoolFacts, 'phase'>, measure: MeasureCode): boolean {
  if (measure.startsWith('ks2_')) return phase === 'Secondary';
  return measure.startsWith('ks4_') && keyStageOf(phase) === 'ks2';
}

/** Schools in the order of a column, and of their names within it. Schools with nothing in the column come last either way. */
export function sortSchools(
  schools: readonly SchoolFacts[],
  key: SortKey,
  direction: SortDirection,
  years: HeadlineYears,
): SchoolFacts[] {
  const sign = direction === 'asc' ? 1 : -1;
  return schools
    .map((school) => ({ school, value: sortValue(school, key, years) }))
    .toSorted((a, b) => {
      if (a.value === null || b.value === null) {
        return Number(a.value === null) - Number(b.value === null) || byName(a.school, b.school);
      }
      const order =
        typeof a.value === 'number' ? a.value - Number(b.value) : a.value.localeCompare(String(b.value), 'en-GB');
      return sign * order || byName(a.school, b.school);
    })
    .map(({ school }) => school);
}

function byName(a: SchoolFacts, b: SchoolFacts): number {
  return a.name.localeCompare(b.name, 'en-GB') || a.urn - b.urn;
}

function sortValue(school: SchoolFacts, key: SortKey, years: HeadlineYears): string | number | null {
  if (key === 'name' || key === 'phase') return school[key];
  if (key === 'trust') return school.trustName;
  if (key === 'inspected') return school.inspections[0]?.inspectedOn ?? null;
  return headline(school, key, years)?.value ?? null;
}
