import type { Adapter } from '../adapter.ts';

/** Income and spending of maintained schools in pounds for each pupil, not in all. */
export const cfr: Adapter = {
  layout: 'cfr',
  dataset: 'cfr',
  stage: 'final',
  recognisedBy: ['URN', 'GRANTFUNDING', 'BACKOFFICE', 'TOTALEXPENDITURE'],
  year: 'given',
  yearEnds: '03-31',
  figures: {
    urn: 'URN',
    columns: [
      ['GRANTFUNDING', 'grant_per_pupil'],
      ['SELFGENINCOME', 'self_generated_per_pupil'],
      ['TOTALINCOME', 'income_per_pupil'],
      ['TEACHINGSTAFF', 'teaching_per_pupil'],
      ['SUPPLYTEACHERS', 'supply_per_pupil'],
      ['EDUCATIONSUPPORTSTAFF', 'support_staff_per_pupil'],
      ['PREMISES', 'premises_per_pupil'],
      ['BACKOFFICE', 'back_office_per_pupil'],
      ['CATERING', 'catering_per_pupil'],
      ['OTHERSTAFF', 'other_staff_per_pupil'],
      ['ENERGY', 'energy_per_pupil'],
      ['LEARNINGRESOURCES', 'resources_per_pupil'],
      ['ICT', 'ict_per_pupil'],
      ['BOUGHTIN', 'bought_in_per_pupil'],
      ['OTHER', 'other_spending_per_pupil'],
      ['TOTALEXPENDITURE', 'expenditure_per_pupil'],
    ],
  },
};
