import type { Adapter } from '../adapter.ts';

/**
 * Absence over a whole academic year until 2014-15. A pupil who missed 15 % of sessions counted as persistently absent then, not
 * 10 %, so it is a measure of its own.
 */
export const absence15: Adapter = {
  layout: 'absence-15',
  dataset: 'absence',
  stage: 'final',
  recognisedBy: ['PERCTOT', 'PPERSABS15'],
  year: 'given',
  passOver: { column: 'LA', is: ['NAT'] },
  figures: {
    urn: 'URN',
    columns: [
      ['PERCTOT', 'overall_absence'],
      ['PPERSABS15', 'persistent_absence_15'],
    ],
  },
};
