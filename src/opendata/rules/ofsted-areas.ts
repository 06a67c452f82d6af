/** The areas that inspections from 1 to 4 graded, as policies/inspection/ names them, with their columns. */
export type Areas = readonly (readonly [area: string, column: string])[];

/** Areas of the common inspection framework (2015 to 2019). */
export const COMMON_AREAS: Areas = [
  ['Effectiveness of leadership and management', 'Effectiveness of leadership and management'],
  ['Quality of teaching, learning and assessment', 'Quality of teaching, learning and assessment'],
  ['Personal development, behaviour and welfare', 'Personal development, behaviour and welfare'],
  ['Outcomes for pupils', 'Outcomes for pupils'],
  ['Early years provision', 'Early years provision (where applicable)'],
  ['16 to 19 study programmes', '16 to 19 study programmes'],
];

/** Areas of the education inspection framework (2019 to 2025). */
export const EDUCATION_AREAS: Areas = [
  ['Quality of education', 'Quality of education'],
  ['Behaviour and attitudes', 'Behaviour and attitudes'],
  ['Personal development', 'Personal development'],
  ['Effectiveness of leadership and management', 'Effectiveness of leadership and management'],
  ['Early years provision', 'Early years provision (where applicable)'],
  ['Sixth form provision', 'Sixth form provision (where applicable)'],
];

/** The columns of the inspection before: "Previous quality of education". */
export function previous(areas: Areas): Areas {
  return areas.map(([area, column]) => [area, `Previous ${column.charAt(0).toLowerCase()}${column.slice(1)}`]);
}

export function columnsOf(areas: Areas): string[] {
  return areas.map(([, column]) => column);
}

const STUDY = ['16 to 19 study programmes (where applicable)', '16 - 19 study programmes', '16-19 study programmes'];

/** What issues of the years 2015 to 2019 call two of their areas. */
export const COMMON_NAMES = {
  'Outcomes for pupils': ['Outcomes for children and learners'],
  'Previous outcomes for pupils': ['Previous outcomes for children and learners'],
  '16 to 19 study programmes': STUDY,
  'Previous 16 to 19 study programmes': STUDY.map((name) => `Previous ${name}`),
};

/** What issues call the column that says whether safeguarding is effective. */
export const SAFEGUARDING_NAMES = {
  'Safeguarding is effective?': ['Is safeguarding effective?', 'Safeguarding is effective'],
  'Previous safeguarding is effective?': ['Previous is safeguarding effective?', 'Previous safeguarding is effective'],
};
