import type { Pupils, SchoolsCounted } from '../../opendata/rules/adapter.ts';
import type { MeasureCode } from '../../opendata/rules/measures.ts';
import type { Stage } from '../../opendata/rules/stages.ts';
import type { Fact } from './facts.ts';

/** One figure that was published for a trust, an authority or England as such, and not worked out here from schools. */
export interface PublishedFigure {
  measure: MeasureCode;
  pupils: Pupils;
  /** Which schools it counts; null for a trust, whose own they are. */
  schools: SchoolsCounted | null;
  stage: Stage;
  fact: Fact;
}

/** What is published of one measure in one year, by the pupils that it is of. */
export interface PublishedRow {
  measure: MeasureCode;
  schools: SchoolsCounted | null;
  year: number;
  stage: Stage;
  byPupils: ReadonlyMap<Pupils, Fact>;
}

/** Measures of an area in the order in which they are shown. Counts and limits are in the files that each figure links to. */
export const AREA_MEASURES: readonly MeasureCode[] = [
  'ks2_rwm_expected',
  'ks2_rwm_higher',
  'ks4_progress8',
  'ks4_attainment8',
  'ks4_english_maths_5',
  'ks4_english_maths_4',
  'ks4_ebacc_entry',
  'ks4_ebacc_aps',
  'ks4_stayed',
  'ks4_not_stayed',
  'ks5_alevel_points',
  'overall_absence',
  'persistent_absence',
];

/** Measures of a trust in the order in which they are shown. */
export const TRUST_MEASURES: readonly MeasureCode[] = [
  'ks2_rwm_expected',
  'ks2_reading_progress',
  'ks2_reading_progress_lower',
  'ks2_reading_progress_upper',
  'ks2_writing_progress',
  'ks2_writing_progress_lower',
  'ks2_writing_progress_upper',
  'ks2_maths_progress',
  'ks2_maths_progress_lower',
  'ks2_maths_progress_upper',
  'ks2_pupils',
  'ks4_progress8',
  'ks4_progress8_lower',
  'ks4_progress8_upper',
  'ks4_attainment8',
  'ks4_english_maths_5',
  'ks4_ebacc_entry',
  'ks4_ebacc_aps',
  'ks4_pupils',
];

/** Figures as rows of a table: in the order of `measures`, of each the newest year first. */
export function publishedRows(
  figures: readonly PublishedFigure[],
  measures: readonly MeasureCode[],
): readonly PublishedRow[] {
  const rows = new Map<string, PublishedRow & { byPupils: Map<PublishedFigure['pupils'], Fact> }>();
  for (const { measure, pupils, schools, stage, fact } of figures) {
    if (!measures.includes(measure)) continue;
    const key = `${measure} ${schools} ${fact.year}`;
    const row = rows.get(key) ?? { measure, schools, year: fact.year, stage, byPupils: new Map() };
    row.byPupils.set(pupils, fact);
    rows.set(key, row);
  }
  return [...rows.values()].toSorted(
    (a, b) =>
      measures.indexOf(a.measure) - measures.indexOf(b.measure) ||
      (a.schools ?? '').localeCompare(b.schools ?? '') ||
      b.year - a.year,
  );
}

/** Of each measure and kind of school the newest year that has a number of any pupils. */
export function newestPublished(rows: readonly PublishedRow[]): readonly PublishedRow[] {
  const told = rows.filter(({ byPupils }) => [...byPupils.values()].some(({ value }) => value !== null));
  return told.filter(
    (row) => told.find(({ measure, schools }) => measure === row.measure && schools === row.schools) === row,
  );
}
