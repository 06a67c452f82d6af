import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoCellText, numberText, plainText } from './cell-text.ts';
import { numberMeaning } from './number-formats.ts';

describe('numberMeaning', () => {
  it.each([
    [0, undefined, 'plain'],
    [2, undefined, 'plain'],
    [9, undefined, 'percent'],
    [10, undefined, 'percent'],
    [14, undefined, 'date'],
    [20, undefined, 'plain'],
    [22, undefined, 'date'],
    [164, 'dd/mm/yyyy;@', 'date'],
    [165, '[$-809]dd\\-mmm\\-yyyy', 'date'],
    [166, '0.0%', 'percent'],
    [167, '"£"#,##0', 'plain'],
    [168, '[Red]0.0;-0.0', 'plain'],
    [169, '0" days"', 'plain'],
    [170, 'General', 'plain'],
    [171, '#,##0_d', 'plain'],
    [172, '0000', { zeros: 4 }],
  ])('of format %s %s is %s', (id, code, meaning) => {
    expect(numberMeaning(id, code)).toEqual(meaning);
  });
});

describe('numberText', () => {
  it.each([
    ['4.2999999999999998', '4.3'],
    ['100027', '100027'],
    ['-0.5', '-0.5'],
    ['0.30000000000000004', '0.3'],
    ['1E-7', '0.0000001'],
    ['1.2E+22', '12000000000000000000000'],
    ['', ''],
    ['twelve', 'twelve'],
  ])('reads %s as %s', (raw, text) => {
    expect(numberText(raw, 'plain', false)).toBe(text);
  });

  it.each([
    ['44748', false, '2022-07-06'],
    ['43286', true, '2022-07-06'],
    ['1', false, '1900-01-01'],
    ['2', false, '1900-01-01'],
    ['3', false, '1900-01-03'],
    ['59', false, '1900-02-28'],
    ['61', false, '1900-03-01'],
    ['44748.5', false, '2022-07-06 12:00:00'],
    ['44748.00000000001', false, '2022-07-06'],
    ['0', false, '0'],
    ['99999999', false, '99999999'],
  ])('reads day %s (from 1904: %s) as %s', (raw, from1904, text) => {
    expect(numberText(raw, 'date', from1904)).toBe(text);
  });

  it('reads shares out of 100 and numbers with leading zeros', () => {
    expect(numberText('0.52400000000000002', 'percent', false)).toBe('52.4%');
    expect(numberText('0.57', 'percent', false)).toBe('57%');
    expect(numberText('12', { zeros: 4 }, false)).toBe('0012');
    expect(numberText('1.5', { zeros: 4 }, false)).toBe('1.5');
  });

  it('keeps every number of up to fifteen digits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -99_999_999, max: 99_999_999 }),
        fc.integer({ min: 0, max: 6 }),
        (whole, places) => {
          const text = (whole / 10 ** places)
            .toFixed(places)
            .replace(/(\.\d*?)0+$/, '$1')
            .replace(/\.$/, '');
          const asSaved = Number(text).toPrecision(17);
          expect(Number(numberText(asSaved, 'plain', false))).toBe(Number(text));
          expect(numberText(asSaved, 'plain', false)).toMatch(/^-?\d+(?:\.\d+)?$/);
        },
      ),
    );
  });
});

it('reads text without what would end a row, and days without midnight', () => {
  expect(plainText('St Mary_x000D_\nand St John')).toBe('St Mary and St John');
  expect(plainText('a_xylophone')).toBe('a_xylophone');
  expect(isoCellText('2022-07-06T00:00:00')).toBe('2022-07-06');
  expect(isoCellText('2022-07-06T10:30:00')).toBe('2022-07-06T10:30:00');
});
