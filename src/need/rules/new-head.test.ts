import { describe, expect, it } from 'vitest';
import { assessing, settings } from '../../../test/factories/assessing.ts';
import { schoolWith } from '../../../test/factories/school-facts.ts';
import type { WatchedStretch } from '../../schools/rules/headship/head-watch.ts';
import { newHead } from './new-head.ts';

// A head counts as new from 1 September 2020, for the assessment of 6 July 2022.
const indicator = settings('new_head');
const school = schoolWith({}, { openDate: '1990-01-01' });
const stretch = (notBefore: string, notAfter: string, change: Partial<WatchedStretch> = {}): WatchedStretch => ({
  notBefore,
  notAfter,
  head: 'stays',
  class: 'same',
  first: null,
  inheritedFrom: null,
  sources: [
    { importId: 1, line: 8 },
    { importId: 2, line: 9 },
  ],
  ...change,
});
const isNew = { head: 'new', class: 'certain', first: 'not seen before' } as const;
const judged = (watch: WatchedStretch[], reading = indicator) =>
  newHead(school, reading, { ...assessing, heads: new Map([[school.urn, watch]]) });

describe('a head whom extracts show', () => {
  it('to be new since the day is raised, more for a first headship, with both rows', () => {
    const first = judged([stretch('2020-09-30', '2021-01-31', isNew), stretch('2021-01-31', '2022-07-06')]);
    expect(first).toMatchObject({
      state: 'raised',
      level: 'first headship',
      points: 10,
      year: 2021,
      source: { importId: 2, line: 9 },
      otherSources: [{ importId: 1, line: 8 }],
    });
    expect(first.sentence).toBe(
      'Another head came after 30 September 2020 and by 31 January 2021 (certain, by name). No earlier extract names them as a head of any school, so this may be their first headship.',
    );
    const before = { ...isNew, first: 'seen before', class: 'likely' } as const;
    expect(judged([stretch('2020-09-30', '2022-07-06', before)])).toMatchObject({
      level: 'new to the school',
      points: 4,
    });
  });

  it('to be the same across that day is clear', () => {
    expect(judged([stretch('2019-10-01', '2021-09-30'), stretch('2021-09-30', '2022-07-06')]).state).toBe('clear');
    const longAgo = [stretch('2019-01-31', '2020-08-31', isNew), stretch('2020-08-31', '2022-07-06')];
    expect(judged(longAgo).state).toBe('clear');
  });

  it.each([
    [
      'a change that may lie before the day',
      [stretch('2020-03-01', '2021-01-31', isNew)],
      'may be before 1 September 2020',
    ],
    [
      'names that do not tell',
      [stretch('2020-09-30', '2022-07-06', { head: 'unclear', class: 'unclear' })],
      'do not tell',
    ],
    ['a vacancy', [stretch('2020-09-30', '2022-07-06', { head: 'vacant', class: 'certain' })], 'became vacant'],
    [
      'extracts that begin after the day',
      [stretch('2020-09-30', '2022-07-06')],
      'none tells who it was on 1 September 2020',
    ],
    ['extracts that end before the assessment', [stretch('2019-01-31', '2021-12-31')], 'none tells of the time since'],
  ])('is missing for %s', (_, watch, reason) => {
    const result = judged(watch);
    expect(result).toMatchObject({ state: 'missing', points: 0 });
    expect(result.sentence).toContain(reason);
  });

  it('is new even where later names are unclear', () => {
    const unclear = { head: 'unclear', class: 'unclear' } as const;
    const watch = [stretch('2020-09-30', '2021-01-31', isNew), stretch('2021-01-31', '2022-07-06', unclear)];
    expect(judged(watch)).toMatchObject({ state: 'raised', level: 'first headship' });
  });

  it('does not count under a policy that does not read extracts, nor without any', () => {
    const { headship, ...older } = indicator;
    expect(headship).toBeDefined();
    const watch = [stretch('2020-09-30', '2022-07-06', isNew)];
    for (const result of [judged(watch, older), judged([]), newHead(school, indicator, assessing)]) {
      expect(result).toMatchObject({ state: 'missing', sentence: "The head's start date is not published." });
    }
    const opened = schoolWith({}, { openDate: '2021-09-01', establishmentType: 'Free schools' });
    expect(newHead(opened, older, assessing)).toMatchObject({ state: 'raised', level: null, points: 10 });
  });
});
