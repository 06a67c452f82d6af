import type { Adapter, FigureColumn, FiguresLayout } from '../adapter.ts';
import { admissionColumns } from '../admission-columns.ts';

/** 1 is entry to reception, 2 to year 7. */
function atPhase(phase: '1' | '2', columns: readonly FigureColumn[]): FiguresLayout {
  return { urn: 'urn', only: [{ column: 'phase_key', is: [phase] }], columns, blankSaysNothing: true };
}

/**
 * Applications and offers of nine years, a row for each school, year and phase, with the progress that was published for four
 * of them. A blank says nothing: the source has the school's row for every year, whatever is known of it.
 */
export const admissionsAndProgress: Adapter = {
  layout: 'admissions-and-progress',
  dataset: 'admissions',
  stage: 'final',
  recognisedBy: ['academic_year_start', 'phase_key', 'number_of_preferences'],
  year: { startsIn: 'academic_year_start', several: true },
  figures: [
    atPhase('1', [
      ...admissionColumns('reception'),
      ['reading_progress', 'ks2_reading_progress'],
      ['writing_progress', 'ks2_writing_progress'],
      ['maths_progress', 'ks2_maths_progress'],
    ]),
    atPhase('2', [...admissionColumns('year7'), ['progress_8', 'ks4_progress8'], ['attainment_8', 'ks4_attainment8']]),
  ],
};
