import type { Field, ListLayout } from './adapter.ts';
import { always } from './fields.ts';
import {
  cardGrade,
  categoryOfConcern,
  dateOrNull,
  grade,
  safeguarding,
  schemeOfCard,
  schemeOfGrades,
  textOrNull,
  urnInspected,
  urnListed,
} from './ofsted-fields.ts';

/** The columns that tell of one inspection in a row; those left out are not published in the layout. */
interface Columns {
  /** The URN at the time; without it the inspection is of the school of the row. */
  urnThen?: string;
  day: string;
  published?: string;
  number?: string;
  type?: string;
}

interface GradedColumns extends Columns {
  category?: string;
  safeguarding?: string;
}

/** An inspection graded from 1 to 4. */
export interface GradesColumns extends GradedColumns {
  overall: string;
  /** Area and its column. */
  areas: readonly (readonly [area: string, column: string])[];
  /** True from the days when inspections had grades of areas and no overall one. */
  mayLackOverall?: boolean;
}

/** A report card: area, its column, and the column with the day of the grade. */
export interface CardColumns extends GradedColumns {
  safeguarding: string;
  areas: readonly (readonly [area: string, column: string, gradedOn?: string])[];
}

/** An inspection that gives no grades. */
export interface UngradedColumns extends Columns {
  kind: Field;
  words: Field;
}

const URN = 'URN';
const NOT_TOLD = always(null);

function inspection(columns: Columns, graded: Partial<Record<'category' | 'safeguarding', string>>, what: Field[]) {
  const [kind = NOT_TOLD, scheme = NOT_TOLD, outcome = NOT_TOLD, words = NOT_TOLD] = what;
  const or = (column: string | undefined, read: (column: string) => Field) =>
    column === undefined ? NOT_TOLD : read(column);
  return {
    table: 'inspection' as const,
    key: ['urn', 'inspected_on', 'kind'],
    sameWhenEqual: ['scheme', 'outcome', 'outcome_words'],
    // All lists of a file have the same columns in the same order.
    fields: {
      urn: urnInspected(URN, columns.urnThen),
      inspected_on: dateOrNull(columns.day),
      kind,
      scheme,
      outcome,
      outcome_words: words,
      category_of_concern: or(graded.category, categoryOfConcern),
      safeguarding: or(graded.safeguarding, safeguarding),
      inspection_type: or(columns.type, textOrNull),
      inspection_number: or(columns.number, textOrNull),
      published_on: or(columns.published, dateOrNull),
      listed_under: urnListed(URN, columns.urnThen),
    },
  };
}

function judgement(columns: Columns, area: string, gradeOf: Field, gradedOn: string | undefined): ListLayout {
  return {
    table: 'inspection_judgement',
    key: ['urn', 'inspected_on', 'kind', 'area'],
    onlyWith: 'grade',
    sameWhenEqual: ['grade'],
    fields: {
      urn: urnInspected(URN, columns.urnThen),
      inspected_on: dateOrNull(columns.day),
      kind: always('graded'),
      area: always(area),
      grade: gradeOf,
      graded_on: gradedOn === undefined ? NOT_TOLD : dateOrNull(gradedOn),
    },
  };
}

/** An inspection graded from 1 to 4, and the grades of its areas. */
export function gradedLists(columns: GradesColumns): ListLayout[] {
  const { day, overall, areas, mayLackOverall } = columns;
  const alone = mayLackOverall ? areas.map(([, column]) => column) : [];
  const what = [always('graded'), schemeOfGrades(overall, day, alone), grade(overall, day)];
  return [
    { ...inspection(columns, columns, what), onlyWith: 'scheme' },
    ...areas.map(([area, column]) => judgement(columns, area, grade(column, day), undefined)),
  ];
}

/** A report card, and the grades of its areas. */
export function cardLists(columns: CardColumns): ListLayout[] {
  const { areas } = columns;
  const filled = [columns.safeguarding, ...areas.map(([, column]) => column)];
  return [
    { ...inspection(columns, columns, [always('graded'), schemeOfCard(filled)]), onlyWith: 'scheme' },
    ...areas.map(([area, column, gradedOn]) => judgement(columns, area, cardGrade(column), gradedOn)),
  ];
}

/** An inspection that gives no grades, with what it found. */
export function ungradedList(columns: UngradedColumns): ListLayout {
  const what = [columns.kind, NOT_TOLD, NOT_TOLD, columns.words];
  return { ...inspection(columns, {}, what), onlyWith: 'outcome_words' };
}
