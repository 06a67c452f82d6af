import type { Adapter } from '../adapter.ts';

/**
 * Consistent financial reporting as the Department publishes it for benchmarking, one row a maintained school. Only its
 * totals are read. A return of less than twelve months is held as it stands.
 */
export const maintainedReturns: Adapter = {
  layout: 'maintained-returns',
  dataset: 'maintained-finance',
  stage: 'final',
  recognisedBy: ['URN', 'Did Not Supply flag', 'Total Income   I01 to I18', 'Total Expenditure  E01 to E32'],
  year: 'given',
  yearEnds: '03-31',
  figures: {
    urn: 'URN',
    columns: [
      ['Total Income   I01 to I18', 'income'],
      ['Total Expenditure  E01 to E32', 'expenditure'],
      ['In-year Balance   Total Income (I01 to I18) minus Total Expenditure (E01 to E32)', 'in_year_balance'],
      ['Revenue Reserve   B01 plus B02 plus B06', 'revenue_reserve'],
    ],
  },
};
