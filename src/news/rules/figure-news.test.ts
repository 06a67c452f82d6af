import { describe, expect, it } from 'vitest';
import { assessing } from '../../../test/factories/assessing.ts';
import { overallGrade, reportCard, ungraded } from '../../../test/factories/inspections.ts';
import { newsPolicy } from '../../../test/factories/news.ts';
import { ks2Progress, schoolWith } from '../../../test/factories/school-facts.ts';
import type { SchoolFacts } from '../../schools/rules/facts.ts';
import { inspectionNews } from './inspection-news.ts';
import { resultNews } from './result-news.ts';
import { rollNews } from './roll-news.ts';

const SCHOOL = { urn: 100_001, name: 'Elm School', laCode: 821 };
const results = (school: SchoolFacts, year: number, importId = 1) =>
  resultNews(school, year, importId, newsPolicy, assessing);

const low = (year: number) => ({
  [`ks2_rwm_expected:${year}`]: 20,
  [`ks2_pupils:${year}`]: 60,
  ...ks2Progress(year, -9, -9, -9),
});

const roll = (year: number, value: number) => schoolWith({ [`roll:${year}`]: value }).facts.get(`roll:${year}`);

const told = (inspectedOn: string) =>
  inspectionNews(SCHOOL, overallGrade(inspectedOn, 'Good'), '2024-08-31', newsPolicy);
const fall = (from: number, to: number, years = 1) =>
  rollNews(SCHOOL, roll(2022, to), roll(2022 - years, from), newsPolicy)?.headline;

describe('news of results', () => {
  it('tells a school below the minimum standard, and that it was the year before', () => {
    expect(results(schoolWith({ ...low(2017), ...low(2016) }), 2017)).toMatchObject({
      kind: 'result',
      occasion: '2017',
      headline: 'Below the minimum standard in 2017-18, for the second year',
    });
    const alone = results(schoolWith(low(2017)), 2017);
    expect(alone?.headline).toBe('Below the minimum standard in 2017-18');
    expect(alone?.detail.sentences[1]).toBe('The same is not known of 2016-17.');
  });

  it('tells low progress once the standard had ended, and not beside it', () => {
    const progress = { ...ks2Progress(2018, -9, 0, 0), 'ks2_rwm_expected:2018': 70, 'ks2_pupils:2018': 60 };
    expect(results(schoolWith(progress), 2018)?.headline).toBe('Progress below the last minimum standard in 2018-19');
    const met = { ...ks2Progress(2017, -9, 0, 0), 'ks2_rwm_expected:2017': 70, 'ks2_pupils:2017': 60 };
    expect(results(schoolWith(met), 2017)).toBeNull();
  });

  it('tells nothing that may be chance, or that is of another file', () => {
    const few = { 'ks2_pupils:2018': 12, 'ks2_rwm_expected:2018': 60, ...ks2Progress(2018, -5.2, 0, 0) };
    expect(results(schoolWith(few), 2018)).toBeNull();
    expect(results(schoolWith(low(2017)), 2017, 99)).toBeNull();
  });
});

describe('news of rolls', () => {
  it('tells a fall of a tenth, and over three years of a fifth', () => {
    expect(fall(200, 180)).toBe('180 pupils on roll in 2022-23, 200 in 2021-22: a fall of 10%');
    expect(fall(200, 180, 3)).toBeUndefined();
    expect(fall(200, 160, 3)).toBe('160 pupils on roll in 2022-23, 200 in 2019-20: a fall of 20%');
  });

  it('tells neither a few pupils, nor what is not known', () => {
    expect(fall(100, 86)).toBeUndefined();
    expect(rollNews(SCHOOL, roll(2022, 10), undefined, newsPolicy)).toBeNull();
  });
});

describe('news of inspections', () => {
  it('tells one of the last year, not one that fills a gap', () => {
    expect(told('2024-06-12')).toMatchObject({ headline: 'Inspected: good', happenedOn: '2024-06-12' });
    expect(told('2019-06-12')).toBeNull();
  });

  it('is told in the words of its own scheme, never in those of another', () => {
    const card = reportCard('2026-03-10', {
      judgements: [
        { area: 'Inclusion', grade: 'Expected standard', gradedOn: null },
        { area: 'Post-16 provision', grade: 'Not applicable', gradedOn: null },
      ],
      safeguarding: 'Met',
    });
    expect(inspectionNews(SCHOOL, card, '2026-04-30', newsPolicy)).toMatchObject({
      headline: 'Inspected, with a report card',
      detail: { after: null, sentences: ['Inclusion: Expected standard.', 'Safeguarding: met.'] },
    });
    const visit = ungraded('2026-03-10', 'School remains Good');
    expect(inspectionNews(SCHOOL, visit, '2026-04-30', newsPolicy)).toMatchObject({
      headline: 'Inspection without grades: School remains Good',
      occasion: '2026-03-10 ungraded',
    });
  });
});
