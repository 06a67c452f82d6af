import type { Adapter } from '../adapter.ts';

/**
 * Key stage 2 of trusts and sponsors with three schools or more, 2018-19, Windows-1252. Progress is the adjusted score, as it
 * is for schools. `UID` is the number of the group in Get information about schools.
 */
export const trustKs2In2019: Adapter = {
  layout: 'trust-ks2-2019',
  dataset: 'trust-ks2',
  stage: 'final',
  recognisedBy: ['CHAINID', 'UID', 'RWMEXP_WGTAVG', 'SCHOOL-URNS'],
  year: 'given',
  trustFigures: {
    uid: 'UID',
    columns: [
      ['TELIG', 'ks2_pupils'],
      ['RWMEXP_WGTAVG', 'ks2_rwm_expected'],
      ['RWMEXP_DIS_WGTAVG', 'ks2_rwm_expected', { pupils: 'disadvantaged' }],
      ['RWMEXP_NONDIS_WGTAVG', 'ks2_rwm_expected', { pupils: 'other' }],
      ['READPROGSCORE_P_ADJUSTED_WGTAVG', 'ks2_reading_progress'],
      ['READPROG_LOWER_ADJ', 'ks2_reading_progress_lower'],
      ['READPROG_UPPER_ADJ', 'ks2_reading_progress_upper'],
      ['READPROGSCORE_P_ADJUSTED_DIS_WGTAVG', 'ks2_reading_progress', { pupils: 'disadvantaged' }],
      ['READPROGSCORE_P_ADJUSTED_NONDIS_WGTAVG', 'ks2_reading_progress', { pupils: 'other' }],
      ['WRITPROGSCORE_P_ADJUSTED_WGTAVG', 'ks2_writing_progress'],
      ['WRITPROG_LOWER_ADJ', 'ks2_writing_progress_lower'],
      ['WRITPROG_UPPER_ADJ', 'ks2_writing_progress_upper'],
      ['WRITPROGSCORE_P_ADJUSTED_DIS_WGTAVG', 'ks2_writing_progress', { pupils: 'disadvantaged' }],
      ['WRITPROGSCORE_P_ADJUSTED_NONDIS_WGTAVG', 'ks2_writing_progress', { pupils: 'other' }],
      ['MATPROGSCORE_P_ADJUSTED_WGTAVG', 'ks2_maths_progress'],
      ['MATPROG_LOWER_ADJ', 'ks2_maths_progress_lower'],
      ['MATPROG_UPPER_ADJ', 'ks2_maths_progress_upper'],
      ['MATPROGSCORE_P_ADJUSTED_DIS_WGTAVG', 'ks2_maths_progress', { pupils: 'disadvantaged' }],
      ['MATPROGSCORE_P_ADJUSTED_NONDIS_WGTAVG', 'ks2_maths_progress', { pupils: 'other' }],
    ],
  },
};
