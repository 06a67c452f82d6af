import type { Adapter } from '../adapter.ts';
import { decimalOrBlank, name, text, wholeOrBlank } from '../fields.ts';

/** Indices of deprivation 2019 of the neighbourhood around each school postcode. Decile 1 is the most deprived. */
export const iod2019BySchoolPostcode: Adapter = {
  layout: 'iod2019-by-school-postcode',
  dataset: 'iod2019-by-school-postcode',
  stage: 'final',
  recognisedBy: ['Postcode', 'Postcode Status', 'IDACI Score'],
  year: 'register',
  publishedOn: '2019-09-26',
  lists: [
    {
      table: 'postcode_deprivation',
      key: ['postcode'],
      fields: {
        postcode: name('Postcode'),
        postcode_status: name('Postcode Status'),
        lsoa_code: text('LSOA code'),
        imd_decile: wholeOrBlank('Index of Multiple Deprivation Decile', 10),
        idaci_rank: wholeOrBlank('IDACI Rank'),
        idaci_decile: wholeOrBlank('IDACI Decile', 10),
        idaci_score: decimalOrBlank('IDACI Score'),
      },
    },
  ],
};
