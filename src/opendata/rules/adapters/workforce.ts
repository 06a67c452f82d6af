import type { Adapter, FigureColumn } from '../adapter.ts';
import { englandByType } from '../record-types.ts';

const NAT = { column: 'LA Number', is: ['NAT'] };

const COLUMNS: readonly FigureColumn[] = [
  ['Total Number of Teachers (Headcount)', 'teachers_headcount'],
  ['Total Number of Teachers (Full-Time Equivalent)', 'teachers_fte'],
  ['Total Number of Teaching Assistants (Full-time Equivalent)', 'assistants_fte'],
  ['Pupil: Teacher Ratio', 'pupil_teacher_ratio'],
  ['Mean Gross FTE Salary of All Teachers (£s)', 'mean_teacher_salary'],
];

/** The November workforce census. Its last rows, with NAT for an authority, are England's by type of school. */
export const workforce: Adapter = {
  layout: 'workforce',
  dataset: 'workforce',
  stage: 'final',
  recognisedBy: ['Total Number of Teachers (Headcount)', 'Pupil: Teacher Ratio'],
  year: 'given',
  passOver: NAT,
  figures: {
    urn: 'URN',
    columns: COLUMNS,
  },
  areaFigures: englandByType(NAT, 'Establishment Number', COLUMNS),
};
