import type { Adapter } from '../adapter.ts';
import { MAINSTREAM_AND_SPECIAL } from '../record-types.ts';

/** 16 to 18, 2018-19: A level value added and points. */
export const ks5Extract: Adapter = {
  layout: 'ks5-extract',
  dataset: 'ks5',
  stage: 'final',
  recognisedBy: ['VA_INS_ALEV', 'TALLPPE_ALEV_1618', 'LATITUDE'],
  year: 'given',
  passOver: MAINSTREAM_AND_SPECIAL,
  figures: {
    urn: 'URN',
    columns: [
      ['VA_INS_ALEV', 'ks5_alevel_value_added'],
      ['TALLPPE_ALEV_1618', 'ks5_alevel_points'],
    ],
  },
};
