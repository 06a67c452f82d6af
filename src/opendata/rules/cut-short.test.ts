import { describe, expect, it } from 'vitest';
import { heldContent } from './content.ts';
import { csvRows } from './csv-rows.ts';
import { notCutShort } from './cut-short.ts';

const WHOLE = 'URN,A,B\n100000,1,2\n100001,3,4\n';

const rowsIn = (text: string) => [...notCutShort(heldContent('a.csv', Buffer.from(text)), csvRows)];

describe('a file that breaks off', () => {
  it('in a row is refused with the line and the mend', () => {
    expect(() => rowsIn(WHOLE.slice(0, -4))).toThrow(
      'a.csv, line 3: the file breaks off in this row, after 2 of at least 3 cells: it is half downloaded. Download the file again.',
    );
  });

  it.each([
    ['is whole', WHOLE],
    ['is whole without a last line end', WHOLE.slice(0, -1)],
    ['ends at a line end, which cannot be known', WHOLE.slice(0, -11)],
    ['has short rows before, as some publishers write them', 'URN,A,B\n100000\n100001'],
    ['has a short last row with its line end', 'URN,A,B\n100000,1,2\n100001\n'],
    ['is a header alone', 'URN,A,B'],
  ])('is read where it %s', (_, text) => {
    expect(rowsIn(text)).toEqual([...csvRows(heldContent('a.csv', Buffer.from(text)))]);
  });
});
