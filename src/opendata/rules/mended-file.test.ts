import { describe, expect, it } from 'vitest';
import { heldContent } from './content.ts';
import { csvRows } from './csv-rows.ts';
import { importMended, setAsideCsv, withoutOwnColumns } from './mended-file.ts';

const HEADER = 'URN,"Name, of school",Score';
const ROWS = [
  { line: 7, text: '100000,=1+1,x', reasons: [{ field: 'Score', reason: 'neither a number nor a known code' }] },
  {
    line: 9,
    text: '100001,"A ""B"", C",1,2',
    reasons: [
      { field: '=cmd', reason: 'blank' },
      { field: 'URN', reason: 'differs from line 7, which has the same key' },
    ],
  },
];

const rowsOf = (text: string) => [...csvRows(heldContent('a.csv', Buffer.from(text)))];

describe('a file of rows set aside', () => {
  const csv = setAsideCsv(12, HEADER, ROWS);

  it('leaves published cells letter for letter, and lets no cell of ours begin a formula', () => {
    const lines = csv.split('\r\n');
    expect(lines[0]).toBe(`\uFEFFAlongside import,Alongside line,Alongside why,${HEADER}`);
    expect(lines[1]).toBe(`12,7,"Column ""Score"": neither a number nor a known code",${ROWS[0]!.text}`);
    for (const { fields } of rowsOf(csv).slice(1)) {
      for (const cell of fields.slice(0, 3)) expect(cell).toMatch(/^(\d|Column )/);
    }
  });

  it('comes back as it was published, with the import that it mends', () => {
    expect(importMended(rowsOf(csv), 'a.csv')).toBe(12);
    const back = [...withoutOwnColumns(rowsOf(csv), 12, 'a.csv')];
    expect(back.map(({ fields }) => fields)).toEqual(
      rowsOf(`${HEADER}\n${ROWS[0]!.text}\n${ROWS[1]!.text}\n`).map(({ fields }) => fields),
    );
    expect(back[0]?.text).toBe(HEADER);
    expect(back[2]?.text).toBe(ROWS[1]!.text);
  });

  it('is known by our columns wherever a spreadsheet has put them', () => {
    const moved = 'URN,alongside  LINE,Score,Alongside import\n100000,7,5,12\n';
    expect(importMended(rowsOf(moved), 'a.csv')).toBe(12);
    expect([...withoutOwnColumns(rowsOf(moved), 12, 'a.csv')].map(({ text }) => text)).toEqual([
      'URN,Score',
      '100000,5',
    ]);
    expect(importMended(rowsOf('URN,Score\n100000,5\n'), 'a.csv')).toBeNull();
  });

  it('is refused where it does not say one import, with the line', () => {
    expect(() => importMended(rowsOf('Alongside import,Alongside line,URN\nx,7,100000\n'), 'a.csv')).toThrow(
      'a.csv, line 2, column "Alongside import": "x" is not the number of an import',
    );
    const two = rowsOf('Alongside import,Alongside line,URN\n12,7,100000\n13,7,100000\n');
    expect(() => [...withoutOwnColumns(two, 12, 'a.csv')]).toThrow('line 3');
  });
});
