import type { Adapter } from '../adapter.ts';

/** Absence of the schools of the profile service's sample: the newest year, and the two before it repeated beside it. */
export const absenceSample: Adapter = {
  layout: 'absence-sample',
  dataset: 'absence',
  stage: 'final',
  recognisedBy: ['Id', 'Abs_Tot_Est_Current_Pct', 'Abs_Persistent_Est_Current_Pct'],
  year: 'given',
  figures: {
    urn: 'Id',
    columns: [
      ['Abs_Tot_Est_Current_Pct', 'overall_absence'],
      ['Abs_Persistent_Est_Current_Pct', 'persistent_absence'],
      ['Auth_Tot_Est_Current_Pct', 'authorised_absence'],
      ['UnAuth_Tot_Est_Current_Pct', 'unauthorised_absence'],
      ['Abs_Tot_Est_Previous_Pct', 'overall_absence', { back: 1 }],
      ['Abs_Persistent_Est_Previous_Pct', 'persistent_absence', { back: 1 }],
      ['Abs_Tot_Est_Previous2_Pct', 'overall_absence', { back: 2 }],
      ['Abs_Persistent_Est_Previous2_Pct', 'persistent_absence', { back: 2 }],
    ],
  },
};
