import { describe, expect, it } from 'vitest';
import { assessing, settings } from '../../../test/factories/assessing.ts';
import { inspected, inspectedWithout, schoolWith } from '../../../test/factories/school-facts.ts';
import { inspection, inspectionsOnce, repeatBelowGood, wholeYears } from './inspection.ts';

const latest = settings('inspection');
const repeat = settings('repeat_below_good');

const ri = (date: string) => inspected(date, 'Requires improvement');

describe('inspections', () => {
  it('a day apart are one inspection as two sources date it; months apart are two', () => {
    const school = schoolWith(
      {},
      {
        inspections: [
          inspected('2019-03-13', 'Good'),
          inspected('2019-03-12', 'Good'),
          inspected('2018-11-02', 'Inadequate'),
        ],
      },
    );
    expect(inspectionsOnce(school, '2022-07-06').map(({ inspectedOn }) => inspectedOn)).toEqual([
      '2019-03-13',
      '2018-11-02',
    ]);
  });

  it('after the date are left out', () => {
    const school = schoolWith(
      {},
      { inspections: [inspected('2022-07-07', 'Inadequate'), inspected('2016-01-20', 'Good')] },
    );
    expect(inspection(school, latest, assessing)).toMatchObject({ state: 'clear', year: 2016 });
  });

  it('count whole years', () => {
    expect(wholeYears('2019-07-06', '2022-07-06')).toBe(3);
    expect(wholeYears('2019-07-07', '2022-07-06')).toBe(2);
  });
});

describe('the latest inspection', () => {
  it('below good is raised with its level', () => {
    const school = schoolWith({}, { inspections: [inspected('2021-11-10', 'Special measures')] });
    expect(inspection(school, latest, assessing)).toMatchObject({ state: 'raised', level: 'inadequate', points: 40 });
    const school2017 = schoolWith({}, { inspections: [ri('2017-02-01')] });
    expect(inspection(school2017, latest, assessing)).toMatchObject({
      level: 'requires improvement',
      sentence: 'Inspected in February 2017: requires improvement (5 years before July 2022).',
    });
  });

  it('is missing, not good, when none is published', () => {
    expect(inspection(schoolWith(), latest, assessing)).toMatchObject({ state: 'missing', points: 0 });
    expect(repeatBelowGood(schoolWith(), repeat, assessing)).toMatchObject({ state: 'missing', points: 0 });
  });
});

describe('below good more than once in a row', () => {
  it('counts back to the last good one', () => {
    const inspections = [
      ri('2021-12-01'),
      ri('2018-01-10'),
      inspected('2015-05-05', 'Satisfactory'),
      inspected('2011-05-05', 'Good'),
    ];
    const result = repeatBelowGood(schoolWith({}, { inspections }), repeat, assessing);
    expect(result).toMatchObject({ state: 'raised', level: 'three times or more', value: 3 });
    expect(result.sentence).toBe('Below good 3 times in a row: May 2015, January 2018 and December 2021.');
  });

  it('does not count one inspection dated twice', () => {
    const inspections = [ri('2021-12-02'), ri('2021-12-01'), inspected('2017-05-05', 'Good')];
    expect(repeatBelowGood(schoolWith({}, { inspections }), repeat, assessing).state).toBe('clear');
  });

  it('is clear when the latest is good', () => {
    const inspections = [inspected('2021-12-01', 'Good'), ri('2018-01-10'), ri('2015-01-10')];
    expect(repeatBelowGood(schoolWith({}, { inspections }), repeat, assessing)).toMatchObject({
      state: 'clear',
      value: 0,
    });
  });
});

describe('a latest inspection graded in another way', () => {
  const card = inspectedWithout('2022-01-13', 'report card');
  const school = schoolWith({}, { inspections: [card, ri('2018-01-10'), ri('2015-01-10')] });

  it('cannot be told: neither good nor bad, and an older grade does not stand in for it', () => {
    for (const result of [inspection(school, latest, assessing), repeatBelowGood(school, repeat, assessing)]) {
      expect(result).toMatchObject({ state: 'missing', points: 0, source: card.source });
      expect(result.sentence).toBe(
        'Inspected in January 2022: report card, no overall grade. The policy reads overall grades and never converts others, so this cannot be told.',
      );
    }
  });

  it('is left out when it is after the day', () => {
    const later = inspectedWithout('2022-07-07', 'judgements only');
    const before = schoolWith({}, { inspections: [later, ri('2018-01-10')] });
    expect(inspection(before, latest, assessing)).toMatchObject({ state: 'raised', year: 2018 });
  });

  it('ends a run below good where it stands within it', () => {
    const inspections = [ri('2021-12-01'), inspectedWithout('2018-01-10', 'judgements only'), ri('2015-01-10')];
    expect(repeatBelowGood(schoolWith({}, { inspections }), repeat, assessing)).toMatchObject({ value: 1 });
  });
});
