import type { Adapter, FigureColumn } from '../adapter.ts';

/** The rows of all pupils of a school; every other row is of a group of them. */
const ALL_PUPILS = [
  { column: 'breakdown_topic', is: ['Total'] },
  { column: 'breakdown', is: ['Total'] },
];

function eesKs4(layout: string, recognisedBy: readonly string[], columns: readonly FigureColumn[]): Adapter {
  return {
    layout,
    dataset: 'ks4',
    stage: 'revised',
    stageIn: 'version',
    recognisedBy: ['time_period', 'school_urn', 'breakdown', ...recognisedBy],
    year: { spans: 'time_period', several: true },
    figures: { urn: 'school_urn', only: ALL_PUPILS, columns },
  };
}

/** Key stage 4 by school as "Explore education statistics" publishes it from 2024-25. */
export const eesKs4Schools = eesKs4(
  'ees-ks4-schools',
  ['attainment8_average', 'engmath_95_percent'],
  [
    ['pupil_count', 'ks4_pupils'],
    ['attainment8_average', 'ks4_attainment8'],
    ['progress8_average', 'ks4_progress8'],
    ['progress8_lower_95_ci', 'ks4_progress8_lower'],
    ['progress8_upper_95_ci', 'ks4_progress8_upper'],
    ['engmath_95_percent', 'ks4_english_maths_5'],
    ['engmath_94_percent', 'ks4_english_maths_4'],
    ['ebacc_entering_percent', 'ks4_ebacc_entry'],
    ['ebacc_aps_average', 'ks4_ebacc_aps'],
  ],
);

/** The same under the column names of 2023-24. */
export const eesKs4SchoolsIn2024 = eesKs4(
  'ees-ks4-schools-2024',
  ['avg_att8', 'pt_l2basics_95'],
  [
    ['t_pupils', 'ks4_pupils'],
    ['avg_att8', 'ks4_attainment8'],
    ['avg_p8score', 'ks4_progress8'],
    ['p8score_ci_low', 'ks4_progress8_lower'],
    ['p8score_ci_upp', 'ks4_progress8_upper'],
    ['pt_l2basics_95', 'ks4_english_maths_5'],
    ['pt_l2basics_94', 'ks4_english_maths_4'],
    ['pt_ebacc_e_ptq_ee', 'ks4_ebacc_entry'],
    ['avg_ebaccaps', 'ks4_ebacc_aps'],
  ],
);
