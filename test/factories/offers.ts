import { londonIsoDay } from '../../src/opendata/rules/london-time.ts';

/** Kinds of help, so that each placement of a test can be of another. */
export const TYPES = [
  'head-coaching',
  'new-head-mentoring',
  'peer-challenge',
  'diagnostic-review',
  'secondment',
  'data-analysis',
  'acting-headship',
  'middle-leader',
];

const FOCUS = {
  forImprovement: 'yes',
  forImprovementWords: 'It is in the plan',
  forNeed: 'yes',
  forNeedWords: 'Of the pupils',
};
export const WEIGHED = {
  needWords: 'Confirmed',
  costWords: 'The authority',
  halfDays: '3',
  pence: '1,200.50',
  risk: 'green',
  nextStep: 'Find a leader',
  ...FOCUS,
};
export const TOLD = { how: 'telephone', givenBy: 'By telephone', 'on-day': '1', 'on-month': '10', 'on-year': '2026' };
export const DATES = {
  'starts-day': '4',
  'starts-month': '1',
  'starts-year': '2027',
  'ends-day': '31',
  'ends-month': '3',
  'ends-year': '2027',
};
export const boxes = (prefix: string, day: string) => {
  const [year, month, date] = day.split('-') as [string, string, string];
  return { [`${prefix}-day`]: date, [`${prefix}-month`]: month, [`${prefix}-year`]: year };
};
export const inDays = (days: number) => londonIsoDay(new Date(Date.now() + days * 86_400_000));
