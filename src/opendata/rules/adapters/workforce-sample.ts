import type { Adapter } from '../adapter.ts';

/** Pupils to each teacher in the schools of the profile service's sample. Its roll is in full-time pupils, so it is not read. */
export const workforceSample: Adapter = {
  layout: 'workforce-sample',
  dataset: 'workforce',
  stage: 'final',
  recognisedBy: ['Id', 'Workforce_PupTeaRatio_Est_Current_Num'],
  year: 'given',
  figures: { urn: 'Id', columns: [['Workforce_PupTeaRatio_Est_Current_Num', 'pupil_teacher_ratio']] },
};
