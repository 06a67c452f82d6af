import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText } from './csv-text.ts';

const read = (text: string): string[][] => parse(text, { bom: true });

describe('a table as CSV', () => {
  it('is read back as it was, by any reader of CSV', () => {
    const cell = fc.string({ maxLength: 20 }).filter((text) => !/^\s*[=+\-@\t\r]/.test(text));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        expect(read(csvText(['a', 'b'], rows))).toEqual([['a', 'b'], ...rows]);
      }),
    );
  });

  it.each(['=1+1', '+44', '-2', '@SUM(A1)', '\t=1', ' =HYPERLINK("x")', '\r=1'])(
    'writes %j so that no spreadsheet runs it',
    (text) => {
      expect(read(csvText(['a'], [[text]]))[1]).toEqual([`'${text}`]);
    },
  );

  it('writes numbers as numbers, negative ones too, and nothing for nothing', () => {
    expect(csvText(['a', 'b', 'c'], [[-0.45, null, 0]])).toBe('\uFEFFa,b,c\r\n-0.45,,0\r\n');
  });
});
