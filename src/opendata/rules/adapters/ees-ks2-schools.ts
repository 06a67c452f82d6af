import type { Adapter, FigureColumn, FiguresLayout } from '../adapter.ts';
import { KS2_SUBJECTS } from '../ks2-subjects.ts';

function ofSubject(subject: string, columns: readonly FigureColumn[]): FiguresLayout {
  return {
    urn: 'school_urn',
    only: [
      { column: 'geographic_level', is: ['School'] },
      { column: 'breakdown', is: ['Total'] },
      { column: 'subject', is: [subject] },
    ],
    columns,
  };
}

/**
 * Key stage 2 by school as "Explore education statistics" publishes it from 2022-23: several years, a row for each school,
 * year, subject and group of pupils. Only the rows of all pupils are read.
 */
export const eesKs2Schools: Adapter = {
  layout: 'ees-ks2-schools',
  dataset: 'ks2',
  stage: 'revised',
  stageIn: 'version',
  recognisedBy: ['time_period', 'school_urn', 'subject', 'expected_standard_pupil_percent'],
  year: { spans: 'time_period', several: true },
  figures: KS2_SUBJECTS.map(({ subject, columns }) => ofSubject(subject, columns)),
};
