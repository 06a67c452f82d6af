import type { Adapter } from '../adapter.ts';
import { MAINSTREAM_AND_SPECIAL } from '../record-types.ts';

/** Key stage 4, 2018-19, under the Department's column codes but without pupil numbers and confidence limits. */
export const ks4Headlines: Adapter = {
  layout: 'ks4-headlines',
  dataset: 'ks4',
  stage: 'final',
  recognisedBy: ['P8MEA', 'PTL2BASICS_95', 'LATITUDE'],
  year: 'given',
  passOver: MAINSTREAM_AND_SPECIAL,
  figures: {
    urn: 'URN',
    columns: [
      ['P8MEA', 'ks4_progress8'],
      ['ATT8SCR', 'ks4_attainment8'],
      ['PTL2BASICS_95', 'ks4_english_maths_5'],
      ['PTEBACC_E_PTQ_EE', 'ks4_ebacc_entry'],
      ['EBACCAPS', 'ks4_ebacc_aps'],
    ],
  },
};
