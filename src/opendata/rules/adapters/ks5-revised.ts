import type { Adapter } from '../adapter.ts';
import { MAINSTREAM_AND_SPECIAL } from '../record-types.ts';

/** 16 to 18 in the Department's full layout, 2021-22. Value added was not published for that year. */
export const ks5Revised: Adapter = {
  layout: 'ks5-revised',
  dataset: 'ks5',
  stage: 'revised',
  recognisedBy: ['TALLPUP_ALEV_1618', 'TALLPPE_ALEV_1618', 'NFTYPE/FESITYPE'],
  year: 'given',
  passOver: MAINSTREAM_AND_SPECIAL,
  figures: {
    urn: 'URN',
    columns: [
      ['TALLPUP_ALEV_1618', 'ks5_alevel_pupils'],
      ['TALLPPE_ALEV_1618', 'ks5_alevel_points'],
    ],
  },
};
