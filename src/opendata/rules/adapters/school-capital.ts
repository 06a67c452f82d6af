import type { Adapter } from '../adapter.ts';

/** Capital allocated to each state school for a financial year. The condition bands and bodies in it are not read. */
export const schoolCapital: Adapter = {
  layout: 'school-capital',
  dataset: 'school-capital',
  stage: 'final',
  recognisedBy: ['urn', 'dfc', 'weighted_pupils', 'sca_responsible_body'],
  year: 'given',
  yearEnds: '03-31',
  figures: { urn: 'urn', columns: [['dfc', 'capital_allocation']] },
};
