import type { Adapter } from '../adapter.ts';
import { always, name, wholeOrBlank } from '../fields.ts';

/** Indices of deprivation 2019 of each neighbourhood of 2011, whole and by domain. Decile 1 is the most deprived. */
export const iod2019Lsoa: Adapter = {
  layout: 'iod2019-lsoa',
  dataset: 'iod2019-lsoa',
  stage: 'final',
  recognisedBy: ['lsoa11_code', 'income_rank', 'income_decile'],
  year: 'register',
  publishedOn: '2019-09-26',
  lists: [
    {
      table: 'lsoa_deprivation',
      key: ['lsoa_code'],
      fields: {
        edition: always(2019),
        lsoa_code: name('lsoa11_code'),
        imd_rank: wholeOrBlank('index_of_multiple_deprivation_imd_rank'),
        imd_decile: wholeOrBlank('index_of_multiple_deprivation_imd_decile', 10),
        income_decile: wholeOrBlank('income_decile', 10),
        employment_decile: wholeOrBlank('employment_decile', 10),
        education_decile: wholeOrBlank('education_skills_and_training_decile', 10),
        health_decile: wholeOrBlank('health_deprivation_and_disability_decile', 10),
        crime_decile: wholeOrBlank('crime_decile', 10),
        housing_decile: wholeOrBlank('barriers_to_housing_and_services_decile', 10),
        environment_decile: wholeOrBlank('living_environment_decile', 10),
      },
    },
  ],
};
