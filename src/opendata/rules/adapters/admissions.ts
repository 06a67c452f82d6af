import type { Adapter, FiguresLayout } from '../adapter.ts';
import { admissionColumns } from '../admission-columns.ts';

function atPhase(phase: 'Primary' | 'Secondary', entry: 'reception' | 'year7'): FiguresLayout {
  return {
    urn: 'school_urn',
    only: [{ column: 'school_phase', is: [phase] }],
    columns: admissionColumns(entry),
    blankSaysNothing: true,
  };
}

/** Applications and offers by school, as "Explore education statistics" publishes them: the year is that of entry. */
export const admissions: Adapter = {
  layout: 'admissions',
  dataset: 'admissions',
  stage: 'final',
  recognisedBy: ['time_period', 'school_urn', 'school_phase', 'total_number_places_offered'],
  year: { spans: 'time_period', several: true },
  figures: [atPhase('Primary', 'reception'), atPhase('Secondary', 'year7')],
};
