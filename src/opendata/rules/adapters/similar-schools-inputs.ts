import type { Adapter, Field } from '../adapter.ts';
import { always, decimalOrBlank, whole, wholeOrBlank } from '../fields.ts';

const SHARED: Readonly<Record<string, Field>> = {
  urn: whole('URN'),
  pupil_premium_percent: decimalOrBlank('PPPerc'),
  eal_percent: decimalOrBlank('PercentEAL'),
  polar4_quintile: decimalOrBlank('Polar4QuintilePupils'),
  stability_percent: decimalOrBlank('PStability'),
  idaci_score: decimalOrBlank('IdaciPupils'),
  sen_support_percent: decimalOrBlank('PercentSchSupport'),
  ehc_percent: decimalOrBlank('PercentageStatementOrEhp'),
  pupils: wholeOrBlank('NumberOfPupils'),
};

const SPEAKS_ONLY_OF = ['phase', 'urn'];

/** What the Department compares primary schools on, and their average in reading and maths. */
export const similarPrimaryInputs: Adapter = {
  layout: 'similar-primary-inputs',
  dataset: 'similar-primary-inputs',
  stage: 'register',
  recognisedBy: ['URN', 'ReadMatAverage', 'Ks1PriorRwmAverage'],
  year: 'register',
  lists: [
    {
      table: 'published_neighbour_input',
      key: ['urn'],
      speaksOnlyOf: SPEAKS_ONLY_OF,
      fields: {
        phase: always('primary'),
        ...SHARED,
        prior_attainment: decimalOrBlank('Ks1PriorRwmAverage'),
        attainment: decimalOrBlank('ReadMatAverage'),
      },
    },
  ],
};

/** What the Department compares secondary schools on, and their Attainment 8. */
export const similarSecondaryInputs: Adapter = {
  layout: 'similar-secondary-inputs',
  dataset: 'similar-secondary-inputs',
  stage: 'register',
  recognisedBy: ['URN', 'KS2MRP', 'Att8Scr'],
  year: 'register',
  lists: [
    {
      table: 'published_neighbour_input',
      key: ['urn'],
      speaksOnlyOf: SPEAKS_ONLY_OF,
      fields: {
        phase: always('secondary'),
        ...SHARED,
        prior_attainment: decimalOrBlank('KS2MRP'),
        attainment: decimalOrBlank('Att8Scr'),
      },
    },
  ],
};
