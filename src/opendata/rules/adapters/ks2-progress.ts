import type { Adapter } from '../adapter.ts';
import { MAINSTREAM_AND_SPECIAL } from '../record-types.ts';

/** Key stage 2, 2018-19: progress only. Its Ofsted columns were collected about 2021, so they are left out. */
export const ks2Progress: Adapter = {
  layout: 'ks2-progress',
  dataset: 'ks2',
  stage: 'final',
  recognisedBy: ['READPROG', 'MATPROG', 'LATITUDE'],
  year: 'given',
  passOver: MAINSTREAM_AND_SPECIAL,
  figures: {
    urn: 'URN',
    columns: [
      ['READPROG', 'ks2_reading_progress'],
      ['WRITPROG', 'ks2_writing_progress'],
      ['MATPROG', 'ks2_maths_progress'],
    ],
  },
};
