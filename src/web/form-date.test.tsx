import { describe, expect, it } from 'vitest';
import { type DateAsked, dateBoxes, pastWarning, readDate } from './form-date.ts';
import { FormDateInput } from './form-date-input.tsx';
import { renderPage } from './render.tsx';

const ASKED: DateAsked = { name: 'the day of the visit' };
const typed = (day: string, month: string, year: string) => ({
  'visit-day': day,
  'visit-month': month,
  'visit-year': year,
});
const read = (boxes: [string, string, string], asked: Partial<DateAsked> = {}) =>
  readDate(typed(...boxes), 'visit', { ...ASKED, ...asked });
const errorOf = (...given: Parameters<typeof read>) => {
  const answer = read(...given);
  return answer.ok ? null : answer.error;
};

describe('a date typed into three boxes', () => {
  it('is read as an ISO day, the month in figures or as a word', () => {
    for (const month of ['3', '03', ' 3 ', 'March', 'mar', 'MARC'])
      expect(read(['27', month, '2027'])).toEqual({ ok: true, day: '2027-03-27' });
    expect(read(['29', '2', '2028'])).toEqual({ ok: true, day: '2028-02-29' });
  });

  it('may be left empty where it is not required', () => {
    expect(read([' ', '', ''], { required: false })).toEqual({ ok: true, day: null });
    expect(errorOf(['1', '', ''], { required: false })?.fault).toBe('missing part');
  });

  it.each([
    [['', '', ''], 'missing', 'Enter the day of the visit', 'day'],
    [['1', '', '2027'], 'missing part', 'The day of the visit must include a month', 'month'],
    [['', '', '2027'], 'missing part', 'The day of the visit must include a day and a month', 'day'],
    [
      ['1', 'Mayday', '2027'],
      'not a number',
      'The day of the visit must be written in numbers, such as 27 3 2027',
      'month',
    ],
    [['x', '3', '2027'], 'not a number', 'The day of the visit must be written in numbers, such as 27 3 2027', 'day'],
    [['31', '6', '2027'], 'no such day', 'The day of the visit must be a real day: June 2027 has 30 days', 'day'],
    [['29', '2', '2027'], 'no such day', 'The day of the visit must be a real day: February 2027 has 28 days', 'day'],
    [['0', '6', '2027'], 'no such day', 'The day of the visit must be a real day: June 2027 has 30 days', 'day'],
    [['1', '13', '2027'], 'no such day', 'The day of the visit must have a month from 1 to 12', 'month'],
    [['1', '6', '27'], 'year out of range', 'The day of the visit must have a year from 2000 to 2050', 'year'],
    [['1', '6', '2051'], 'year out of range', 'The day of the visit must have a year from 2000 to 2050', 'year'],
  ] as const)('%j: %s', (boxes, fault, text, part) => {
    expect(errorOf([...boxes])).toMatchObject({ fault, text, href: `#visit-${part}` });
  });

  it.each([
    ['past', [true, false, false]],
    ['today or past', [true, true, false]],
    ['today or future', [false, true, true]],
    ['future', [false, false, true]],
  ] as const)('on the side %s of today', (when, expected) => {
    const days = ['21', '22', '23'];
    const taken = days.map((day) => read([day, '11', '2026'], { when, today: '2026-11-22' }).ok);
    expect(taken).toEqual(expected);
    expect(errorOf([days[expected.indexOf(false)]!, '11', '2026'], { when, today: '2026-11-22' })?.fault).toBe(
      'wrong side',
    );
  });

  it('fits back into its boxes', () => {
    const boxes = dateBoxes('visit', '2027-03-07');
    expect(boxes).toEqual(typed('7', '3', '2027'));
    expect(readDate(boxes, 'visit', ASKED)).toEqual({ ok: true, day: '2027-03-07' });
    expect(dateBoxes('visit', null)).toEqual(typed('', '', ''));
  });

  it('in the past may be worth a question', () => {
    expect(pastWarning('2026-11-21', '2026-11-22')).toBe('21 November 2026 has passed already.');
    expect(pastWarning('2026-11-22', '2026-11-22')).toBeNull();
  });
});

describe('the boxes', () => {
  it('keep what was typed and mark only what is wrong', () => {
    const values = typed('1', '', '2027');
    const error = errorOf(['1', '', '2027'])!;
    const html = renderPage(<FormDateInput id="visit" legend="When?" values={values} error={error} />);
    const inputs = [...html.matchAll(/<input[^>]*>/g)].map(([tag]) => tag);
    expect(inputs.map((tag) => tag.includes('govuk-input--error'))).toEqual([false, true, false]);
    expect(inputs[2]).toContain('value="2027"');
    expect(inputs[1]).toContain('id="visit-month"');
    expect(html).toContain('must include a month');
  });
});
