import type { Adapter } from '../adapter.ts';

/**
 * Where pupils went after key stage 4, tables until 2014-15: those of a year tell of pupils who finished two years before it.
 * "Overall" is a sustained place in education alone, so it is held as that and not as staying in education or work.
 */
export const ks4DestinationsEducation: Adapter = {
  layout: 'ks4-destinations-education',
  dataset: 'ks4-destinations',
  stage: 'final',
  recognisedBy: ['URN', 'COHORT', 'OVERALLPER', 'KNOWNPER'],
  year: 'given',
  yearsBefore: 2,
  figures: {
    urn: 'URN',
    columns: [
      ['COHORT', 'ks4_leavers'],
      ['OVERALLPER', 'ks4_to_education'],
      ['APPRENPER', 'ks4_to_apprenticeship'],
      ['UNKNOWNPER', 'ks4_destination_unknown'],
    ],
  },
};
