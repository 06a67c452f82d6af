import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heldContent } from './content.ts';
import { csvRows } from './csv-rows.ts';
import { ImportError } from './import-error.ts';

const rowsOf = (text: string) => [...csvRows(heldContent('a.csv', Buffer.from(text)))];

describe('csvRows', () => {
  it('gives lines, cells and the row as published', () => {
    expect(rowsOf('\uFEFFURN,NAME\r\n100000,"Aldgate, The ""old"""\r\n\r\n100001,\n')).toEqual([
      { line: 1, text: 'URN,NAME', fields: ['URN', 'NAME'] },
      { line: 2, text: '100000,"Aldgate, The ""old"""', fields: ['100000', 'Aldgate, The "old"'] },
      { line: 4, text: '100001,', fields: ['100001', ''] },
    ]);
  });

  it('counts the lines inside a quoted cell', () => {
    expect(rowsOf('A,B\n1,"two\nlines"\n2,x').map(({ line, fields }) => [line, fields.at(-1)])).toEqual([
      [1, 'B'],
      [2, 'two\nlines'],
      [4, 'x'],
    ]);
  });

  it('reads Windows-1252, whose quotation marks and pounds are not those of Latin-1', () => {
    const bytes = Buffer.from([0x91, 0x41, 0x92, 0x2c, 0xa3, 0x2c, 0x80, 0x0a]);
    expect([...csvRows(heldContent('a.csv', bytes))][0]?.fields).toEqual(['‘A’', '£', '€']);
  });

  it('reads what csv-parse reads, whatever the quoting and wherever the chunks fall', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ' ', ',', '"', '\n', '£', '’'), maxLength: 6 });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 30 });
    const padding = fc.integer({ min: 0, max: 3000 });
    fc.assert(
      fc.property(table, padding, (rows, pad) => {
        // Long enough at times to pass the size at which the file is read in parts, in the middle of a character.
        const wide = pad > 2900 ? 'é'.repeat(140_000) : '';
        const text = [[wide, 'x'], ...rows].map((cells) => cells.map(quotedWhenNeeded).join(',')).join('\n');
        expect(rowsOf(text).map(({ fields }) => fields)).toEqual(parse(text, { relax_column_count: true }));
      }),
    );
  }, 20_000);

  it('refuses a quotation mark in the middle of a cell, naming the line', () => {
    expect(() => rowsOf('A,B\n1,"fine"\n2,x"y"z,3\n')).toThrow(
      new ImportError({
        file: 'a.csv',
        line: 3,
        problem: 'a quotation mark stands inside a cell that does not start with one',
        mend: 'Double the mark inside a quoted cell, as CSV asks, or download the file again',
      }),
    );
  });

  it('refuses a cell that is never closed, naming the line where it opens', () => {
    expect(() => rowsOf('A,B\n1,"open\n2,b\n')).toThrow(
      'a.csv, line 2: a quotation mark opens a cell and nothing closes it',
    );
    expect(() => rowsOf(`A,B\n1,"open\n${'2,b\n'.repeat(100)}3,"c"\n`)).toThrow('line 2');
  });

  it('refuses a line without an end, which it would have to hold', () => {
    expect(() => rowsOf(`A,B\n${'x'.repeat(5_000_000)}`)).toThrow('a line is longer than 4 million characters');
  });
});

function quotedWhenNeeded(cell: string): string {
  return /[",\n]/.test(cell) || cell === '' ? `"${cell.replaceAll('"', '""')}"` : cell;
}
