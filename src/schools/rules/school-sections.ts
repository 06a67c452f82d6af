import type { MeasureCode } from '../../opendata/rules/measures.ts';

/** A part of a school's page: measures that are read together, one below the other. */
export interface SchoolSection {
  id: string;
  title: string;
  measures: readonly MeasureCode[];
  /** Whether means of the area and England stand beside the school's own figures. */
  compared: boolean;
  /** Results of tests and exams: the page says how old the newest are. */
  results: boolean;
  note?: string;
}

/** The parts of a school's page, in order. A part is shown when any of its measures has a record for the school. */
export const SCHOOL_SECTIONS: readonly SchoolSection[] = [
  {
    id: 'ks2',
    title: 'Results at the end of primary school (key stage 2)',
    measures: [
      'ks2_rwm_expected',
      'ks2_rwm_higher',
      'ks2_reading_progress',
      'ks2_reading_progress_lower',
      'ks2_reading_progress_upper',
      'ks2_writing_progress',
      'ks2_writing_progress_lower',
      'ks2_writing_progress_upper',
      'ks2_maths_progress',
      'ks2_maths_progress_lower',
      'ks2_maths_progress_upper',
      'ks2_reading_score',
      'ks2_maths_score',
      'ks2_pupils',
    ],
    compared: true,
    results: true,
    note: 'Progress is measured from the end of key stage 1; 0 is the national average. Its 95% limits say how far chance alone can move it.',
  },
  {
    id: 'ks4',
    title: 'Results at 16 (key stage 4)',
    measures: [
      'ks4_progress8',
      'ks4_progress8_lower',
      'ks4_progress8_upper',
      'ks4_attainment8',
      'ks4_english_maths_5',
      'ks4_english_maths_4',
      'ks4_english_maths_c',
      'ks4_ebacc_entry',
      'ks4_ebacc_aps',
      'ks4_pupils',
    ],
    compared: true,
    results: true,
    note: 'Progress 8 is measured from the end of key stage 2; 0 is the national average. Its 95% limits say how far chance alone can move it.',
  },
  {
    id: 'destinations',
    title: 'After key stage 4',
    measures: [
      'ks4_stayed',
      'ks4_to_education',
      'ks4_to_apprenticeship',
      'ks4_to_employment',
      'ks4_not_stayed',
      'ks4_destination_unknown',
      'ks4_leavers',
    ],
    compared: true,
    results: false,
    note: 'What pupils did in the year after they finished key stage 4. The year is the one in which they finished.',
  },
  {
    id: 'disadvantaged',
    title: 'Disadvantaged pupils and others',
    measures: [
      'ks2_rwm_expected_disadvantaged',
      'ks2_rwm_expected_other',
      'ks2_pupils_disadvantaged',
      'ks2_pupils_other',
      'ks4_attainment8_disadvantaged',
      'ks4_attainment8_other',
      'ks4_progress8_disadvantaged',
      'ks4_pupils_disadvantaged',
      'ks4_pupils_other',
      'ks4_stayed_disadvantaged',
      'ks4_stayed_other',
      'ks4_leavers_disadvantaged',
      'ks4_leavers_other',
    ],
    compared: true,
    results: false,
    note: 'Disadvantaged pupils are those eligible for free school meals in the last six years, looked after, or adopted from care. One school has few of them in a year, so a figure moves much by chance.',
  },
  {
    id: 'ks5',
    title: 'Results at 18 (A levels)',
    measures: ['ks5_alevel_value_added', 'ks5_alevel_points', 'ks5_alevel_pupils'],
    compared: true,
    results: true,
  },
  {
    id: 'context',
    title: 'Pupils',
    measures: ['roll', 'fsm6_percent', 'eal_percent', 'sen_support_percent', 'ehc_percent'],
    compared: true,
    results: false,
  },
  {
    id: 'admissions',
    title: 'Applications and offers of places',
    measures: [
      'reception_places_offered',
      'reception_first_offers',
      'reception_first_preferences',
      'reception_applications',
      'reception_from_other_areas',
      'reception_offers_to_other_areas',
      'year7_places_offered',
      'year7_first_offers',
      'year7_first_preferences',
      'year7_applications',
      'year7_from_other_areas',
      'year7_offers_to_other_areas',
    ],
    compared: false,
    results: false,
    note: 'On national offer day, for entry in the year shown. How many places a school has is not in these figures.',
  },
  {
    id: 'attendance',
    title: 'Attendance',
    measures: [
      'overall_absence',
      'persistent_absence',
      'persistent_absence_15',
      'authorised_absence',
      'unauthorised_absence',
    ],
    compared: true,
    results: false,
  },
  {
    id: 'workforce',
    title: 'Workforce',
    measures: ['teachers_headcount', 'teachers_fte', 'assistants_fte', 'pupil_teacher_ratio', 'mean_teacher_salary'],
    compared: true,
    results: false,
  },
  {
    id: 'finance',
    title: 'Finance',
    measures: ['income', 'expenditure', 'in_year_balance', 'revenue_reserve'],
    compared: false,
    results: false,
    note: 'Schools maintained by the local authority report for financial years, April to March; the bundled files end with 2016-17. Academies report for academic years, where their return is imported.',
  },
  {
    id: 'spending',
    title: 'Money for each pupil',
    measures: [
      'income_per_pupil',
      'grant_per_pupil',
      'self_generated_per_pupil',
      'expenditure_per_pupil',
      'teaching_per_pupil',
      'supply_per_pupil',
      'support_staff_per_pupil',
      'other_staff_per_pupil',
      'premises_per_pupil',
      'back_office_per_pupil',
      'catering_per_pupil',
      'energy_per_pupil',
      'resources_per_pupil',
      'ict_per_pupil',
      'bought_in_per_pupil',
      'other_spending_per_pupil',
    ],
    compared: false,
    results: false,
    note: 'Pounds for each full-time pupil in a financial year, reported by schools maintained by the local authority.',
  },
  {
    id: 'capital',
    title: 'Capital',
    measures: ['capital_allocation'],
    compared: false,
    results: false,
    note: 'What the Department allocated to the school for a financial year, April to March.',
  },
];

/** The measures of an area's table and of the national page, in the order of their columns. */
export const HEADLINE_MEASURES = [
  'roll',
  'fsm6_percent',
  'ks2_rwm_expected',
  'ks4_progress8',
  'persistent_absence',
] as const;

export type HeadlineMeasure = (typeof HEADLINE_MEASURES)[number];

/** Names short enough for the head of a column. */
export const SHORT_LABELS: Record<HeadlineMeasure, string> = {
  roll: 'Pupils on roll',
  fsm6_percent: 'Free school meals, ever 6',
  ks2_rwm_expected: 'Reading, writing and maths',
  ks4_progress8: 'Progress 8',
  persistent_absence: 'Persistently absent',
};
