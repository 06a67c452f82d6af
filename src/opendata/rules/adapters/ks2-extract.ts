import type { Adapter } from '../adapter.ts';

/** Key stage 2, 2015-16 to 2017-18. "Writing Score" is in truth grammar, punctuation and spelling, so it is left out. */
export const ks2Extract: Adapter = {
  layout: 'ks2-extract',
  dataset: 'ks2',
  stage: 'final',
  recognisedBy: ['KS2 Pupils', 'Reading Progress', 'Overall Meet Std'],
  year: { endsIn: 'Academic Year' },
  figures: {
    urn: 'URN',
    columns: [
      ['KS2 Pupils', 'ks2_pupils'],
      ['Overall Meet Std', 'ks2_rwm_expected'],
      ['Overall Exceed Std', 'ks2_rwm_higher'],
      ['Reading Progress', 'ks2_reading_progress'],
      ['Writing Progress', 'ks2_writing_progress'],
      ['Maths Progress', 'ks2_maths_progress'],
      ['Reading Score', 'ks2_reading_score'],
      ['Maths Score', 'ks2_maths_score'],
      ['Reading Meet Std', 'ks2_reading_expected'],
      ['Writing Meet Std', 'ks2_writing_expected'],
      ['Maths Meet Std', 'ks2_maths_expected'],
    ],
  },
};
