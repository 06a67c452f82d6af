import type { Adapter } from '../adapter.ts';

/**
 * Absence of the schools of the profile service's sample, by the newest of its three years. The two before it are not
 * read: an import is of one year.
 */
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
    ],
  },
};
