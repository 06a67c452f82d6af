import type { Adapter } from '../adapter.ts';

/** The first year with grades 9 to 1 in English and maths is 2016-17. */
const FIRST_YEAR_OF_NUMBER_GRADES = 2016;

/**
 * Key stage 4, 2015-16 and 2017-18. In 2015-16 "Eng Maths Grade 5" holds the share with grade C or above: the new
 * grades did not exist, and its mean over schools falls from 56 % to 38 % when they come in.
 */
export const ks4Extract: Adapter = {
  layout: 'ks4-extract',
  dataset: 'ks4',
  stage: 'final',
  recognisedBy: ['KS4 Pupils', 'Progress 8', 'Eng Maths Grade 5'],
  year: { endsIn: 'Academic Year' },
  figures: {
    urn: 'URN',
    columns: (year) => [
      ['KS4 Pupils', 'ks4_pupils'],
      ['Progress 8', 'ks4_progress8'],
      ['Attainment 8', 'ks4_attainment8'],
      ['Eng Maths Grade 5', year < FIRST_YEAR_OF_NUMBER_GRADES ? 'ks4_english_maths_c' : 'ks4_english_maths_5'],
      ['Entering EBacc', 'ks4_ebacc_entry'],
      ['EBacc Avg Score', 'ks4_ebacc_aps'],
    ],
  },
};
