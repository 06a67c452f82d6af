import type { Adapter } from '../adapter.ts';

/** Key stage 4 of trusts and sponsors, tables of 2016-17. */
export const trustKs4In2017: Adapter = {
  layout: 'trust-ks4-2017',
  dataset: 'trust-ks4',
  stage: 'final',
  recognisedBy: ['GROUP-ID', 'UID', 'MAT-PROG8-SCORE', 'SCHOOL-URNS'],
  year: 'given',
  trustFigures: {
    uid: 'UID',
    columns: [
      ['NUM-PUPS', 'ks4_pupils'],
      ['MAT-PROG8-SCORE', 'ks4_progress8'],
      ['MAT-PROG8-CI-LOWER', 'ks4_progress8_lower'],
      ['MAT-PROG8-CI-UPPER', 'ks4_progress8_upper'],
      ['MAT-EBACC-ENT', 'ks4_ebacc_entry'],
      ['MAT-DIS-PROG8-SCORE', 'ks4_progress8', { pupils: 'disadvantaged' }],
      ['MAT-DIS-PROG8-CI-LOWER', 'ks4_progress8_lower', { pupils: 'disadvantaged' }],
      ['MAT-DIS-PROG8-CI-UPPER', 'ks4_progress8_upper', { pupils: 'disadvantaged' }],
      ['MAT-DIS-EBACC-ENT', 'ks4_ebacc_entry', { pupils: 'disadvantaged' }],
    ],
  },
};
