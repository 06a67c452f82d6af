import type { Adapter } from '../adapter.ts';

/** Absence over a whole academic year. Its last rows, with NAT for an authority, are England's averages. */
export const absence: Adapter = {
  layout: 'absence',
  dataset: 'absence',
  stage: 'final',
  recognisedBy: ['PERCTOT', 'PPERSABS10'],
  year: 'given',
  passOver: { column: 'LA', is: ['NAT'] },
  figures: {
    urn: 'URN',
    columns: [
      ['PERCTOT', 'overall_absence'],
      ['PPERSABS10', 'persistent_absence'],
    ],
  },
};
