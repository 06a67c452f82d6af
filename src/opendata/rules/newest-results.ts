/** How old the newest bundled results are, in words: shown wherever results are shown, so that nobody reads them as this year's. */
export const NEWEST_RESULTS =
  'The newest published results are 2018-19 (reading, writing and maths combined: 2017-18). Tests and exams were cancelled in 2020 and 2021.';
