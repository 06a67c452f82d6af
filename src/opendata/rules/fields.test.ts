import { describe, expect, it } from 'vitest';
import { categoryWords } from '../queries/category-words.ts';
import { NOT_UNDERSTOOD } from './adapter.ts';
import {
  date,
  decimalOrBlank,
  firstDate,
  label,
  name,
  renamed,
  text,
  textUnless,
  whole,
  wholeOrBlank,
} from './fields.ts';

describe('fields', () => {
  it('read whole numbers that their column can hold', () => {
    expect(whole('a').read('2147483647')).toBe('2147483647');
    for (const cell of ['', '2147483648', '99999999999', '-1', '1.0', 'x'])
      expect(whole('a').read(cell)).toBe(NOT_UNDERSTOOD);
    expect(whole('a', 999).read('1000')).toBe(NOT_UNDERSTOOD);
    expect(wholeOrBlank('a').read('')).toBeNull();
    expect(wholeOrBlank('a', 99).read('100')).toBe(NOT_UNDERSTOOD);
  });

  it('read text, with the publisher’s words for "not known" as null', () => {
    expect(text('a').read('')).toBeNull();
    expect(name('a').read('')).toBe(NOT_UNDERSTOOD);
    expect(textUnless('a', ['Not reported']).read('Not reported')).toBeNull();
  });

  it('do not take for a name what a lost quotation mark swallowed', () => {
    for (const field of [text('a'), name('a'), textUnless('a', ['Not reported'])]) {
      expect(field.read('x'.repeat(500))).toBe('x'.repeat(500));
      expect(field.read('x'.repeat(501))).toBe(NOT_UNDERSTOOD);
    }
  });

  it('read dates, and the first of two that is there', () => {
    expect(date('a').read('31-02-2020')).toBe(NOT_UNDERSTOOD);
    expect(date('a').read('01/01/1902')).toBeNull();
    expect(firstDate('a', 'b').read('', '11/03/2013')).toBe('2013-03-11');
    expect(firstDate('a', 'b').read('06/01/2009', '11/03/2013')).toBe('2009-01-06');
  });

  it('read labels of a closed list only', () => {
    const words = categoryWords('2022-07-06');
    expect(label('a', 'phases').inWords?.(words, 'All Through')).toBe('All-through');
    expect(label('a', 'phases').inWords?.(words, 'Upper')).toBe(NOT_UNDERSTOOD);
    expect(renamed('a', 'establishment types').inWords?.(words, 'Community school')).toBe('Community school');
    const grade = label('a', { Good: 'Good', 'Not reported': null });
    expect(grade.read('Good')).toBe('Good');
    expect(grade.read('Not reported')).toBeNull();
    expect(grade.read('toString')).toBe(NOT_UNDERSTOOD);
  });

  it('read fractions', () => {
    expect(decimalOrBlank('a').read('0.014')).toBe('0.014');
    for (const cell of ['1e3', '9'.repeat(400)]) expect(decimalOrBlank('a').read(cell)).toBe(NOT_UNDERSTOOD);
  });
});
