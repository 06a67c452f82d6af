import type { Adapter } from '../adapter.ts';

/** The academies accounts return as the Department publishes it for benchmarking, one row an academy: its totals. */
export const academyReturns: Adapter = {
  layout: 'academy-returns',
  dataset: 'academy-finance',
  stage: 'final',
  recognisedBy: ['URN', 'Academy UPIN', 'In year balance', 'Revenue Reserve'],
  year: 'given',
  figures: {
    urn: 'URN',
    columns: [
      ['In year balance', 'in_year_balance'],
      ['Revenue Reserve', 'revenue_reserve'],
    ],
    whereThere: [
      ['Total Income', 'income'],
      ['Total Expenditure', 'expenditure'],
    ],
  },
};
