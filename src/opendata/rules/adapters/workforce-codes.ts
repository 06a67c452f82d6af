import type { Adapter } from '../adapter.ts';

/** The November workforce census until 2015-16, under the Department's short column codes. */
export const workforceCodes: Adapter = {
  layout: 'workforce-codes',
  dataset: 'workforce',
  stage: 'final',
  recognisedBy: ['NTEA', 'NFTETEA', 'RATPUPTEA'],
  year: 'given',
  passOver: { column: 'LA', is: ['NAT'] },
  figures: {
    urn: 'URN',
    columns: [
      ['NTEA', 'teachers_headcount'],
      ['NFTETEA', 'teachers_fte'],
      ['NFTETEAAS', 'assistants_fte'],
      ['RATPUPTEA', 'pupil_teacher_ratio'],
      ['SALARY', 'mean_teacher_salary'],
    ],
  },
};
