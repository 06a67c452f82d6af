import type { Adapter } from '../adapter.ts';

/** Key stage 2 of trusts and sponsors, tables of 2016-17: progress with its limits, for all and for disadvantaged pupils. */
export const trustKs2In2017: Adapter = {
  layout: 'trust-ks2-2017',
  dataset: 'trust-ks2',
  stage: 'final',
  recognisedBy: ['GROUP-ID', 'UID', 'MAT-PROG-READ-SCORE', 'SCHOOL-URNS'],
  year: 'given',
  trustFigures: {
    uid: 'UID',
    columns: [
      ['NUM-PUPS', 'ks2_pupils'],
      ['MAT-PROG-READ-SCORE', 'ks2_reading_progress'],
      ['MAT-PROG-READ-CI-LOWER', 'ks2_reading_progress_lower'],
      ['MAT-PROG-READ-CI-UPPER', 'ks2_reading_progress_upper'],
      ['MAT-DIS-PROG-READ-SCORE', 'ks2_reading_progress', { pupils: 'disadvantaged' }],
      ['MAT-PROG-WRITE-SCORE', 'ks2_writing_progress'],
      ['MAT-PROG-WRITE-CI-LOWER', 'ks2_writing_progress_lower'],
      ['MAT-PROG-WRITE-CI-UPPER', 'ks2_writing_progress_upper'],
      ['MAT-DIS-PROG-WRITE-SCORE', 'ks2_writing_progress', { pupils: 'disadvantaged' }],
      ['MAT-PROG-MATH-SCORE', 'ks2_maths_progress'],
      ['MAT-PROG-MATH-CI-LOWER', 'ks2_maths_progress_lower'],
      ['MAT-PROG-MATH-CI-UPPER', 'ks2_maths_progress_upper'],
      ['MAT-DIS-PROG-MATH-SCORE', 'ks2_maths_progress', { pupils: 'disadvantaged' }],
    ],
  },
};
