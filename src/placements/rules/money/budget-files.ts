import { csvText } from '../../../schools/rules/csv-text.ts';
import { type Budget, financialYearText } from './budget.ts';
import { decimalText } from './pence.ts';

type Words = (code: string) => string;

const HEAD = [
  'Budget',
  'Fund',
  'Financial year',
  'Restricted to',
  'Amount',
  'Committed',
  'Invoiced',
  'Paid',
  'Left',
  'Placements',
];

const factsOf = ({ name, fund, financialYear, restrictedTo }: Budget, words: Words) => [
  name,
  fund,
  financialYearText(financialYear),
  restrictedTo.map(words).join('; '),
];

const penceOf = ({ amount, committed, invoiced, paid, left }: Budget) => [amount, committed, invoiced, paid, left];

/** The budgets of a service as CSV text, in pounds with two decimals; what is left of an overspent one is told as a number below nought. */
export function budgetsCsv(budgets: readonly Budget[], words: Words): string {
  return csvText(
    HEAD,
    budgets.map((budget) => [
      ...factsOf(budget, words),
      ...penceOf(budget).map((pence) => (pence < 0 ? pence / 100 : decimalText(pence))),
      budget.placements,
    ]),
  );
}

interface Read {
  budgets: readonly Budget[];
  placements: readonly {
    budgetId: string;
    reference: string;
    school: string;
    agreed: number;
    invoiced: number;
    paid: number;
  }[];
}

type Movements = readonly {
  from: { name: string } | null;
  to: { name: string } | null;
  pence: number;
  words: string;
  by: string | null;
  at: Date;
}[];

const pence = (amount: number) => ({ pence: amount });

/** The same as sheets of a workbook: the budgets, the placements charged to them, and what moved. */
export function budgetSheets({ budgets, placements }: Read, movements: Movements, words: Words) {
  return [
    {
      name: 'Budgets',
      head: HEAD,
      rows: budgets.map((budget) => [...factsOf(budget, words), ...penceOf(budget).map(pence), budget.placements]),
    },
    {
      name: 'Placements',
      head: ['Budget', 'Placement', 'School', 'Agreed', 'Invoiced', 'Paid'],
      rows: placements.map((one) => [
        budgets.find(({ id }) => id === one.budgetId)?.name ?? '',
        one.reference,
        one.school,
        ...[one.agreed, one.invoiced, one.paid].map(pence),
      ]),
    },
    {
      name: 'Movements',
      head: ['Day', 'From', 'To', 'Why', 'By', 'Amount'],
      rows: movements.map(({ from, to, pence: amount, words: why, by, at }) => [
        { day: at.toISOString().slice(0, 10) },
        from?.name ?? 'Outside',
        to?.name ?? 'Outside',
        why,
        by,
        pence(amount),
      ]),
    },
  ];
}
