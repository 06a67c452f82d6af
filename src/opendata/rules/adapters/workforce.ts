import type { Adapter } from '../adapter.ts';

/** The November workforce census. Its last rows, with NAT for an authority, are England's totals. */
export const workforce: Adapter = {
  layout: 'workforce',
  dataset: 'workforce',
  stage: 'final',
  recognisedBy: ['Total Number of Teachers (Headcount)', 'Pupil: Teacher Ratio'],
  year: 'given',
  passOver: { column: 'LA Number', is: ['NAT'] },
  figures: {
    urn: 'URN',
    columns: [
      ['Total Number of Teachers (Headcount)', 'teachers_headcount'],
      ['Total Number of Teachers (Full-Time Equivalent)', 'teachers_fte'],
      ['Total Number of Teaching Assistants (Full-time Equivalent)', 'assistants_fte'],
      ['Pupil: Teacher Ratio', 'pupil_teacher_ratio'],
      ['Mean Gross FTE Salary of All Teachers (£s)', 'mean_teacher_salary'],
    ],
  },
};
