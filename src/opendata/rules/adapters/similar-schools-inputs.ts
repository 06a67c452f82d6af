import type { Adapter, Field } from '../adapter.ts';
import { always, decimalUnless, whole, wholeOrBlank } from '../fields.ts';

const figure = (column: string) => decimalUnless(column, ['NA']);

const SHARED: Readonly<Record<string, Field>> = {
  urn: whole('URN'),
  pupil_premium_percent: figure('PPPerc'),
  eal_percent: figure('PercentEAL'),
  polar4_quintile: figure('Polar4QuintilePupils'),
  stability_percent: figure('PStability'),
  idaci_score: figure('IdaciPupils'),
  sen_support_percent: figure('PercentSchSupport'),
  ehc_percent: figure('PercentageStatementOrEhp'),
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
        prior_attainment: figure('Ks1PriorRwmAverage'),
        attainment: figure('ReadMatAverage'),
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
        prior_attainment: figure('KS2MRP'),
        attainment: figure('Att8Scr'),
      },
    },
  ],
};
