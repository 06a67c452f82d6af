import { type Adapter, type Field, type ListLayout, NOT_UNDERSTOOD } from '../adapter.ts';
import { parseDate } from '../dates.ts';
import { always, date, whole } from '../fields.ts';

/** The third grade has been called so for inspections since September 2012; before, it was "Satisfactory". */
const REQUIRES_IMPROVEMENT_SINCE = '2012-09-01';

const LATEST_DAY = 'Latest inspection date';

/** 9 is not judged or not applicable, 8 is of early years provision, and 0 stands for neither. */
const NO_GRADE = ['', '0', '8', '9', 'NULL'];

const CONCERNS: Readonly<Record<string, string>> = { SM: 'Special measures', SWK: 'Serious weaknesses' };

/** A notice to improve (NTI, until 2012) and 4 without a category are told as Inadequate. */
function gradeOf(day: string, grade: string, category: string): string | null | typeof NOT_UNDERSTOOD {
  if (NO_GRADE.includes(grade)) return null;
  if (grade === '1') return 'Outstanding';
  if (grade === '2') return 'Good';
  if (grade === '3') {
    const since = parseDate(day);
    return since && since >= REQUIRES_IMPROVEMENT_SINCE ? 'Requires improvement' : 'Satisfactory';
  }
  return grade === '4' ? (CONCERNS[category] ?? 'Inadequate') : NOT_UNDERSTOOD;
}

const latestOutcome: Field = {
  from: ['Overall effectiveness: how good is the school', LATEST_DAY, 'Category'],
  read: (grade = '', day = '', category = '') => gradeOf(day, grade, category),
};

/** A school that was inspected once may have its inspection in both places. */
const previousOutcome: Field = {
  from: ['Previous overall effectiveness', 'Previous inspection date', 'Previous category', LATEST_DAY],
  read: (grade = '', day = '', category = '', latest = '') => (day === latest ? null : gradeOf(day, grade, category)),
};

function inspection(day: string, outcome: Field): ListLayout {
  return {
    table: 'inspection',
    key: ['urn', 'inspected_on'],
    onlyWith: 'outcome',
    fields: { urn: whole('URN'), inspected_on: date(day), scheme: always('overall grade'), outcome },
  };
}

/** Ofsted's management information of the years of overall grades: the latest and the previous inspection of a school. */
export const ofstedMi: Adapter = {
  layout: 'ofsted-mi',
  dataset: 'ofsted-mi',
  stage: 'register',
  recognisedBy: ['URN', 'Overall effectiveness: how good is the school', 'Previous overall effectiveness'],
  year: 'register',
  latestIn: [LATEST_DAY],
  lists: [inspection(LATEST_DAY, latestOutcome), inspection('Previous inspection date', previousOutcome)],
};
