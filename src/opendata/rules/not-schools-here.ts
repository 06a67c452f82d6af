/** Types of establishment in GIAS that are not schools in England: registers of all establishments pass them over. */
export const NOT_SCHOOLS_HERE: readonly string[] = [
  'Welsh establishment',
  'British schools overseas',
  'Offshore schools',
  "Service children's education",
  'Higher education institutions',
  "Children's centre",
  "Children's centre linked site",
];
