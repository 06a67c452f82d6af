import type { Adapter } from '../adapter.ts';
import { always, date, label, whole } from '../fields.ts';
import { OUTCOMES } from '../outcomes.ts';

/** Every inspection with an overall grade, 2005 to 2020. Dates are the first day of the inspection. */
export const ofstedInspectionHistory: Adapter = {
  layout: 'ofsted-inspection-history',
  dataset: 'ofsted-inspection-history',
  stage: 'register',
  recognisedBy: ['URN', 'Rating', 'Inspection Date'],
  year: 'register',
  latestIn: ['Inspection Date'],
  lists: [
    {
      table: 'inspection',
      key: ['urn', 'inspected_on'],
      onlyWith: 'outcome',
      fields: {
        urn: whole('URN'),
        inspected_on: date('Inspection Date'),
        scheme: always('overall grade'),
        outcome: label('Rating', OUTCOMES),
      },
    },
  ],
};
