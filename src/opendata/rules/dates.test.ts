import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from './dates.ts';

describe('parseDate', () => {
  it('reads every way in which the publishers write a day', () => {
    for (const text of ['2013-04-19', '19-04-2013', '19/04/2013', '20130419'])
      expect(parseDate(text)).toBe('2013-04-19');
  });

  it('takes blank and the publishers’ "unknown" days for null', () => {
    for (const text of ['', '1900-01-01', '01-01-1900', '01/01/1902']) expect(parseDate(text)).toBeNull();
  });

  it('refuses days that do not exist, and anything else', () => {
    for (const text of [
      '31-02-2020',
      '2021-13-01',
      '00-01-2020',
      '2019-02-29',
      '19-4-2013',
      'unknown',
      '2013',
      '0013-04-19',
    ]) {
      expect(parseDate(text)).toBeUndefined();
    }
  });

  it('reads back every day since 1903', () => {
    const day = fc.date({ min: new Date('1903-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const dayFirst = iso.split('-').toReversed().join('/');
        expect([parseDate(iso), parseDate(dayFirst)]).toEqual([iso, iso]);
      }),
    );
  });
});
