import type { Adapter } from '../adapter.ts';
import { always } from '../fields.ts';
import { kindOfType, textOrNull } from '../ofsted-fields.ts';
import { type CardColumns, cardLists, gradedLists, ungradedList } from '../ofsted-lists.ts';

/** Areas as policies/inspection/ names them, their columns, and those with the day of the grade. */
const AREAS = [
  ['Inclusion', 'Inclusion', 'Inclusion - date of grade'],
  ['Curriculum and teaching', 'Curriculum and teaching', 'Curriculum and teaching - date of grade'],
  ['Achievement', 'Achievement', 'Achievement - date of grade'],
  ['Attendance and behaviour', 'Attendance and behaviour', 'Attendance and behaviour - date of grade'],
  [
    'Personal development and wellbeing',
    'Personal development and wellbeing',
    'Personal development and wellbeing - date of grade',
  ],
  ['Leadership and governance', 'Leadership and governance', 'Leadership and governance - date of grade'],
  ['Early years', 'Early years (where applicable)', 'Early years - date of grade'],
  ['Post-16 provision', 'Post-16 provision (where applicable)', 'Post-16 provision - date of grade'],
] as const;

const CARD: CardColumns = {
  day: 'Inspection start date',
  published: 'Publication date',
  type: 'Inspection type',
  category: 'Category of concern',
  safeguarding: 'Safeguarding standards',
  areas: AREAS,
};

/**
 * Management information since report cards: of each school its latest report card, its latest graded inspection before
 * them and its latest ungraded one. Source of the layout: an excerpt of the file as at 30 April 2026.
 */
export const ofstedMiReportCards: Adapter = {
  layout: 'ofsted-mi-report-cards',
  dataset: 'ofsted-mi',
  stage: 'register',
  recognisedBy: ['URN', 'Safeguarding standards', 'Latest OEIF overall effectiveness'],
  year: 'register',
  latestIn: [
    'Publication date',
    'Publication date of latest OEIF graded inspection',
    'Ungraded inspection publication date',
  ],
  lists: [
    ...cardLists({
      ...CARD,
      urnThen: 'URN at time of latest full inspection',
      number: 'Inspection number of latest full inspection',
    }),
    ...gradedLists({
      urnThen: 'URN at time of latest OEIF graded inspection',
      day: 'Inspection start date of latest OEIF graded inspection',
      published: 'Publication date of latest OEIF graded inspection',
      number: 'Inspection number of latest OEIF graded inspection',
      type: 'Inspection type of latest OEIF graded inspection',
      category: 'Latest OEIF category of concern',
      safeguarding: 'Latest OEIF safeguarding is effective?',
      overall: 'Latest OEIF overall effectiveness',
      mayLackOverall: true,
      areas: [
        ['Quality of education', 'Latest OEIF quality of education'],
        ['Behaviour and attitudes', 'Latest OEIF behaviour and attitudes'],
        ['Personal development', 'Latest OEIF personal development'],
        ['Effectiveness of leadership and management', 'Latest OEIF effectiveness of leadership and management'],
        ['Early years provision', 'Latest OEIF early years provision (where applicable)'],
        ['Sixth form provision', 'Latest OEIF sixth form provision (where applicable)'],
      ],
    }),
    ungradedList({
      urnThen: 'URN at time of the ungraded inspection',
      day: 'Date of latest ungraded inspection',
      published: 'Ungraded inspection publication date',
      number: 'Latest ungraded inspection number',
      kind: always('ungraded'),
      words: textOrNull('Ungraded inspection overall outcome'),
    }),
  ],
};

/**
 * Management information since report cards: every inspection of the year so far. Source of the layout: the header, as
 * others read it (sheet D1, in-year inspections).
 */
export const ofstedMiCardsOfYear: Adapter = {
  layout: 'ofsted-mi-cards-of-year',
  dataset: 'ofsted-mi-of-year',
  stage: 'register',
  recognisedBy: ['URN', 'Inspection number', 'Safeguarding standards', 'Leadership and governance'],
  year: 'register',
  latestIn: ['Publication date'],
  alsoCalled: {
    'Outcomes for legacy monitoring inspections': ['Outcomes for ungraded and monitoring inspections'],
  },
  mayLack: ['Outcomes for legacy monitoring inspections'],
  lists: [
    ...cardLists({ ...CARD, number: 'Inspection number', areas: AREAS.map(([area, column]) => [area, column]) }),
    ungradedList({
      day: 'Inspection start date',
      published: 'Publication date',
      number: 'Inspection number',
      type: 'Inspection type',
      kind: kindOfType('Inspection type'),
      words: textOrNull('Outcomes for legacy monitoring inspections'),
    }),
  ],
};
