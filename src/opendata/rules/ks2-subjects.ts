import type { FigureColumn } from './adapter.ts';

/** What the columns of key stage 2 in "Explore education statistics" mean in the rows of each subject. */
export const KS2_SUBJECTS: readonly { subject: string; columns: readonly FigureColumn[] }[] = [
  {
    subject: 'Reading, writing and maths',
    columns: [
      ['expected_standard_pupil_percent', 'ks2_rwm_expected'],
      ['higher_standard_pupil_percent', 'ks2_rwm_higher'],
    ],
  },
  {
    subject: 'Reading',
    columns: [
      ['expected_standard_pupil_percent', 'ks2_reading_expected'],
      ['average_scaled_score', 'ks2_reading_score'],
      ['progress_measure_score', 'ks2_reading_progress'],
      ['progress_measure_lower_conf_interval', 'ks2_reading_progress_lower'],
      ['progress_measure_upper_conf_interval', 'ks2_reading_progress_upper'],
    ],
  },
  {
    subject: 'Writing',
    columns: [
      ['expected_standard_pupil_percent', 'ks2_writing_expected'],
      ['progress_measure_score', 'ks2_writing_progress'],
      ['progress_measure_lower_conf_interval', 'ks2_writing_progress_lower'],
      ['progress_measure_upper_conf_interval', 'ks2_writing_progress_upper'],
    ],
  },
  {
    subject: 'Maths',
    columns: [
      ['expected_standard_pupil_percent', 'ks2_maths_expected'],
      ['average_scaled_score', 'ks2_maths_score'],
      ['progress_measure_score', 'ks2_maths_progress'],
      ['progress_measure_lower_conf_interval', 'ks2_maths_progress_lower'],
      ['progress_measure_upper_conf_interval', 'ks2_maths_progress_upper'],
    ],
  },
];
