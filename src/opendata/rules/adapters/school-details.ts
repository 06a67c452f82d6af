import type { Adapter } from '../adapter.ts';
import { always, date, label, whole } from '../fields.ts';
import { OUTCOMES } from '../outcomes.ts';

/**
 * A list of schools of 2017-18 with the inspection found last in February 2020. Only the inspections are read: school
 * information tells more of the schools, and later.
 */
export const schoolDetails: Adapter = {
  layout: 'school-details',
  dataset: 'school-details',
  stage: 'register',
  recognisedBy: ['URN', 'Rating', 'Inspect Date', 'Other URN'],
  year: 'register',
  latestIn: ['Inspect Date'],
  lists: [
    {
      table: 'inspection',
      key: ['urn', 'inspected_on'],
      onlyWith: 'outcome',
      fields: {
        urn: whole('URN'),
        inspected_on: date('Inspect Date'),
        scheme: always('overall grade'),
        outcome: label('Rating', OUTCOMES),
      },
    },
  ],
};
