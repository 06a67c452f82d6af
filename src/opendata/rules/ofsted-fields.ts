import { type Field, NOT_UNDERSTOOD } from './adapter.ts';
import { parseDate } from './dates.ts';

/** The third grade has been called so for inspections since September 2012; before, it was "Satisfactory". */
const REQUIRES_IMPROVEMENT_SINCE = '2012-09-01';

/** 9 is not judged or not applicable, 8 is of early years provision, and 0 stands for neither. */
const NO_GRADE = ['', '0', '8', '9', 'NULL', 'Not judged', 'Not applicable'];

const CARD_GRADES = [
  'Urgent improvement',
  'Needs attention',
  'Expected standard',
  'Strong standard',
  'Exceptional',
  'Not applicable',
];

const SAFEGUARDING: Readonly<Record<string, string | null>> = {
  Met: 'Met',
  'Not met': 'Not met',
  Yes: 'Yes',
  No: 'No',
  '9': null,
  'Not applicable': null,
  'Not judged': null,
};

/** A cell of Ofsted's without the word for an empty one. */
function told(cell: string): string {
  return cell === 'NULL' ? '' : cell;
}

/** Text as published; blank and NULL are null. */
export function textOrNull(column: string): Field {
  return { from: [column], read: (cell = '') => told(cell) || null };
}

/** A date; blank and NULL are null. */
export function dateOrNull(column: string): Field {
  return { from: [column], read: (cell = '') => asCell(parseDate(told(cell))) };
}

/** The URN of the school that was inspected: that at the time where it is told, else that of the row. */
export function urnInspected(urn: string, urnThen: string | undefined): Field {
  return {
    from: urnThen === undefined ? [urn] : [urn, urnThen],
    read: (now = '', then = '') => {
      const cell = told(then) || now;
      return /^\d{1,9}$/.test(cell) ? cell : NOT_UNDERSTOOD;
    },
  };
}

/** The URN of the row where the inspection was under an earlier one; else null. */
export function urnListed(urn: string, urnThen: string | undefined): Field {
  if (urnThen === undefined) return { from: [urn], read: () => null };
  return { from: [urn, urnThen], read: (now = '', then = '') => (told(then) === '' || then === now ? null : now) };
}

/** A grade from 1 to 4 in the words of its day; null for none. An inadequate school's category is told apart from it. */
function gradeWords(cell: string, day: string): string | null | typeof NOT_UNDERSTOOD {
  if (NO_GRADE.includes(cell)) return null;
  if (cell === '1') return 'Outstanding';
  if (cell === '2') return 'Good';
  if (cell === '4') return 'Inadequate';
  if (cell !== '3') return NOT_UNDERSTOOD;
  return (parseDate(day) ?? '') >= REQUIRES_IMPROVEMENT_SINCE ? 'Requires improvement' : 'Satisfactory';
}

/** A grade of 1 to 4, overall or of an area, in words. */
export function grade(column: string, day: string): Field {
  return { from: [column, day], read: (cell = '', on = '') => gradeWords(cell, on) };
}

/**
 * The scheme of an inspection graded from 1 to 4: with an overall grade, or where there is none by its areas. Null for one
 * without any grade. Without `areas` an overall grade is asked for.
 */
export function schemeOfGrades(overall: string, day: string, areas: readonly string[]): Field {
  return {
    from: [overall, day, ...areas],
    read: (cell = '', on = '', ...graded) => {
      const words = gradeWords(cell, on);
      if (words === NOT_UNDERSTOOD) return NOT_UNDERSTOOD;
      if (words !== null) return 'overall grade';
      return graded.some((area) => !NO_GRADE.includes(area)) ? 'judgements only' : null;
    },
  };
}

/** A report card, where any of its columns is filled; else null. */
export function schemeOfCard(columns: readonly string[]): Field {
  return {
    from: columns,
    read: (...cells) => (cells.some((cell) => told(cell) !== '') ? 'report card' : null),
  };
}

/** The grade of one area of a report card, in its own words; null where there is none. */
export function cardGrade(column: string): Field {
  return {
    from: [column],
    read: (cell = '') => {
      const words = told(cell);
      if (words === '') return null;
      return CARD_GRADES.includes(words) ? words : NOT_UNDERSTOOD;
    },
  };
}

/** The category of concern as published. NULL says nothing of it; a blank cell beside an inspection says that there is none. */
export function categoryOfConcern(column: string): Field {
  return { from: [column], read: (cell = '') => (cell === '' ? 'none' : told(cell) || null) };
}

/** Whether safeguarding is met, or effective, as published; null where it was not judged. */
export function safeguarding(column: string): Field {
  return {
    from: [column],
    read: (cell = '') => {
      const words = told(cell);
      if (words === '') return null;
      return Object.hasOwn(SAFEGUARDING, words) ? (SAFEGUARDING[words] ?? null) : NOT_UNDERSTOOD;
    },
  };
}

/** Monitoring and urgent inspections by their published type; every other one without grades is ungraded. */
export function kindOfType(type: string): Field {
  return { from: [type], read: (cell = '') => (/monitor|urgent/i.test(cell) ? 'monitoring' : 'ungraded') };
}

/** What an inspection without grades found; null where it converted to a graded one, which stands in its place. */
export function outcomeUnlessConverted(words: string, converted: string): Field {
  return { from: [words, converted], read: (cell = '', answer = '') => (isYes(answer) ? null : told(cell) || null) };
}

/** For issues that tell the day of a short inspection and not what it found. */
export function didNotConvert(day: string, converted: string): Field {
  return {
    from: [day, converted],
    read: (cell = '', answer = '') =>
      told(cell) === '' || isYes(answer) ? null : 'Short inspection that did not convert to a full one',
  };
}

function isYes(answer: string): boolean {
  return /^y/i.test(answer);
}

function asCell(parsed: string | null | undefined): string | null | typeof NOT_UNDERSTOOD {
  return parsed === undefined ? NOT_UNDERSTOOD : parsed;
}
