import type { Adapter } from '../adapter.ts';
import {
  type Areas,
  columnsOf,
  COMMON_AREAS,
  COMMON_NAMES,
  EDUCATION_AREAS,
  SAFEGUARDING_NAMES,
} from '../ofsted-areas.ts';
import { kindOfType, textOrNull } from '../ofsted-fields.ts';
import { gradedLists, ungradedList } from '../ofsted-lists.ts';

// Management information with every inspection of a period, one a row. No file of these layouts is held whole: their columns
// are those that public readers of the files name.

const OUTCOMES = 'Outcomes for ungraded and monitoring inspections';
const OVERALL = 'Overall effectiveness';

function ofYear(layout: string, areas: Areas, recognisedBy: readonly string[], mayLackOverall: boolean): Adapter {
  return {
    layout,
    dataset: 'ofsted-mi-of-year',
    stage: 'register',
    recognisedBy: ['URN', 'Inspection number', 'Inspection start date', ...recognisedBy],
    notWith: ['Safeguarding standards'],
    year: 'register',
    latestIn: ['Publication date'],
    alsoCalled: {
      ...SAFEGUARDING_NAMES,
      ...COMMON_NAMES,
      [OUTCOMES]: [
        'Outcomes for S8 inspections that did not convert',
        'Outcomes for short inspections that did not convert',
        'Outcomes for section 8 inspections and short inspections that did not convert',
      ],
    },
    mayLack: [
      ...columnsOf(areas),
      ...(mayLackOverall ? [OVERALL] : []),
      OUTCOMES,
      'Safeguarding is effective?',
      'Inspection type',
      'Category of concern',
    ],
    lists: [
      ...gradedLists({
        day: 'Inspection start date',
        published: 'Publication date',
        number: 'Inspection number',
        type: 'Inspection type',
        category: 'Category of concern',
        safeguarding: 'Safeguarding is effective?',
        overall: OVERALL,
        mayLackOverall,
        areas,
      }),
      ungradedList({
        day: 'Inspection start date',
        published: 'Publication date',
        number: 'Inspection number',
        type: 'Inspection type',
        kind: kindOfType('Inspection type'),
        words: textOrNull(OUTCOMES),
      }),
    ],
  };
}

/** September 2015 to August 2019, under the common inspection framework. */
export const ofstedMiOf2015: Adapter = ofYear(
  'ofsted-mi-of-2015',
  COMMON_AREAS,
  [OVERALL, 'Quality of teaching, learning and assessment'],
  false,
);

/** September 2019 to October 2025, under the education inspection framework; from September 2024 on without an overall grade. */
export const ofstedMiOf2019: Adapter = ofYear('ofsted-mi-of-2019', EDUCATION_AREAS, ['Quality of education'], true);
