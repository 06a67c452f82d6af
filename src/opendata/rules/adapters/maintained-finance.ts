import type { Adapter } from '../adapter.ts';

/** Consistent financial reporting totals. Academies report elsewhere, so they are not in it. */
export const maintainedFinance: Adapter = {
  layout: 'maintained-finance',
  dataset: 'maintained-finance',
  stage: 'final',
  recognisedBy: ['Income', 'Expenditure', 'Balance', 'Academic Year'],
  year: { endsIn: 'Academic Year' },
  yearEnds: '03-31',
  figures: {
    urn: 'URN',
    columns: [
      ['Income', 'income'],
      ['Expenditure', 'expenditure'],
      ['Balance', 'in_year_balance'],
    ],
  },
};
