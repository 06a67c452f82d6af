import type { Adapter } from '../adapter.ts';
import { always } from '../fields.ts';
import {
  type Areas,
  columnsOf,
  COMMON_AREAS,
  COMMON_NAMES,
  EDUCATION_AREAS,
  previous,
  SAFEGUARDING_NAMES,
} from '../ofsted-areas.ts';
import { didNotConvert, outcomeUnlessConverted } from '../ofsted-fields.ts';
import { gradedLists, ungradedList } from '../ofsted-lists.ts';

// Management information of the latest inspections of each school, from 2015 to 2025. No file of these layouts is held
// whole: their columns are those that public readers of the files name, and what is not certain to be there may lack.

const BASE = { dataset: 'ofsted-mi', stage: 'register', year: 'register' } as const;

/** 2015-16 to autumn 2018: one day for an inspection, and short inspections without words. */
export const ofstedMi2016: Adapter = {
  ...BASE,
  layout: 'ofsted-mi-2016',
  recognisedBy: ['URN', 'Inspection date', 'Overall effectiveness', 'Previous full inspection date'],
  latestIn: ['Inspection date', 'Date of latest short inspection'],
  alsoCalled: COMMON_NAMES,
  mayLack: [
    ...columnsOf(COMMON_AREAS),
    ...columnsOf(previous(COMMON_AREAS)),
    'Category of concern',
    'Previous category of concern',
    'Date of latest short inspection',
    'Did the latest short inspection convert to a full inspection?',
  ],
  lists: [
    ...gradedLists({
      day: 'Inspection date',
      category: 'Category of concern',
      overall: 'Overall effectiveness',
      areas: COMMON_AREAS,
    }),
    ...gradedLists({
      day: 'Previous full inspection date',
      category: 'Previous category of concern',
      overall: 'Previous full inspection overall effectiveness',
      areas: previous(COMMON_AREAS),
    }),
    ungradedList({
      day: 'Date of latest short inspection',
      kind: always('ungraded'),
      words: didNotConvert(
        'Date of latest short inspection',
        'Did the latest short inspection convert to a full inspection?',
      ),
    }),
  ],
};

/** The latest and the previous full inspection, as the layouts of 2018 to 2022 name them. */
function fullInspections(areas: Areas) {
  return [
    ...gradedLists({
      urnThen: 'URN at time of latest full inspection',
      day: 'Inspection start date',
      published: 'Publication date',
      number: 'Inspection number of latest full inspection',
      type: 'Inspection type',
      category: 'Category of concern',
      safeguarding: 'Safeguarding is effective?',
      overall: 'Overall effectiveness',
      areas,
    }),
    ...gradedLists({
      urnThen: 'URN at time of previous full inspection',
      day: 'Previous inspection start date',
      published: 'Previous publication date',
      number: 'Previous full inspection number',
      category: 'Previous category of concern',
      safeguarding: 'Previous safeguarding is effective?',
      overall: 'Previous full inspection overall effectiveness',
      areas: previous(areas),
    }),
  ];
}

const SHORT_INSPECTION = ungradedList({
  day: 'Date of latest short inspection',
  published: 'Short inspection publication date',
  kind: always('ungraded'),
  words: outcomeUnlessConverted(
    'Short inspection overall outcome',
    'Did the latest short inspection convert to a full inspection?',
  ),
});

function uncertain(areas: Areas): string[] {
  return [
    ...columnsOf(areas),
    ...columnsOf(previous(areas)),
    'URN at time of previous full inspection',
    'Previous full inspection number',
    'Inspection number of latest full inspection',
    'Inspection type',
    'Previous category of concern',
    'Safeguarding is effective?',
    'Previous safeguarding is effective?',
  ];
}

const SHORT_COLUMNS = [
  'Date of latest short inspection',
  'Short inspection publication date',
  'Short inspection overall outcome',
  'Did the latest short inspection convert to a full inspection?',
];

/** Winter 2018 to August 2019, and the official statistics of those days. */
export const ofstedMi2018: Adapter = {
  ...BASE,
  layout: 'ofsted-mi-2018',
  recognisedBy: [
    'URN',
    'Quality of teaching, learning and assessment',
    'Inspection start date',
    'URN at time of latest full inspection',
  ],
  latestIn: ['Publication date', 'Short inspection publication date'],
  alsoCalled: { ...COMMON_NAMES, ...SAFEGUARDING_NAMES },
  mayLack: [...uncertain(COMMON_AREAS), ...SHORT_COLUMNS],
  lists: [...fullInspections(COMMON_AREAS), SHORT_INSPECTION],
};

/** September 2019 on, while short inspections were called so. */
export const ofstedMi2019: Adapter = {
  ...BASE,
  layout: 'ofsted-mi-2019',
  recognisedBy: ['URN', 'Quality of education', 'Date of latest short inspection', 'Inspection start date'],
  latestIn: ['Publication date', 'Short inspection publication date'],
  alsoCalled: SAFEGUARDING_NAMES,
  mayLack: [...uncertain(EDUCATION_AREAS), ...SHORT_COLUMNS, 'URN at time of latest full inspection'],
  lists: [...fullInspections(EDUCATION_AREAS), SHORT_INSPECTION],
};

/** The years in which they were called section 8 inspections. */
export const ofstedMi2020: Adapter = {
  ...BASE,
  layout: 'ofsted-mi-2020',
  recognisedBy: ['URN', 'Quality of education', 'Section 8 inspection overall outcome', 'Inspection start date'],
  latestIn: ['Publication date', 'Section 8 inspection publication date'],
  alsoCalled: SAFEGUARDING_NAMES,
  mayLack: uncertain(EDUCATION_AREAS),
  lists: [
    ...fullInspections(EDUCATION_AREAS),
    ungradedList({
      urnThen: 'URN at time of the section 8 inspection',
      day: 'Date of latest section 8 inspection',
      published: 'Section 8 inspection publication date',
      number: 'Latest section 8 inspection number since last full inspection',
      kind: always('ungraded'),
      words: outcomeUnlessConverted(
        'Section 8 inspection overall outcome',
        'Did the latest section 8 inspection convert to a full inspection?',
      ),
    }),
  ],
};

/** Until October 2025: graded and ungraded inspections. From September 2024 on without an overall grade. */
export const ofstedMi2023: Adapter = {
  ...BASE,
  layout: 'ofsted-mi-2023',
  recognisedBy: ['URN', 'Inspection number of latest graded inspection', 'Ungraded inspection overall outcome'],
  latestIn: ['Publication date', 'Ungraded inspection publication date'],
  alsoCalled: SAFEGUARDING_NAMES,
  mayLack: ['Overall effectiveness', 'Did the latest ungraded inspection convert to a graded inspection?'],
  lists: [
    ...gradedLists({
      urnThen: 'URN at time of latest graded inspection',
      day: 'Inspection start date',
      published: 'Publication date',
      number: 'Inspection number of latest graded inspection',
      type: 'Inspection type',
      category: 'Category of concern',
      safeguarding: 'Safeguarding is effective?',
      overall: 'Overall effectiveness',
      mayLackOverall: true,
      areas: EDUCATION_AREAS,
    }),
    ...gradedLists({
      urnThen: 'URN at time of previous graded inspection',
      day: 'Previous inspection start date',
      published: 'Previous publication date',
      number: 'Previous graded inspection number',
      category: 'Previous category of concern',
      safeguarding: 'Previous safeguarding is effective?',
      overall: 'Previous graded inspection overall effectiveness',
      areas: previous(EDUCATION_AREAS),
    }),
    ungradedList({
      urnThen: 'URN at time of the ungraded inspection',
      day: 'Date of latest ungraded inspection',
      published: 'Ungraded inspection publication date',
      number: 'Latest ungraded inspection number since last graded inspection',
      kind: always('ungraded'),
      words: outcomeUnlessConverted(
        'Ungraded inspection overall outcome',
        'Did the latest ungraded inspection convert to a graded inspection?',
      ),
    }),
  ],
};
