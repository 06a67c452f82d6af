import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heldContent } from './content.ts';
import { csvRows, type SourceRow } from './csv-rows.ts';
import { keptHeader, partText, rowInPart } from './kept-rows.ts';

function rowsOf(text: string): SourceRow[] {
  return [...csvRows(heldContent('a.csv', Buffer.from(text)))];
}

const published = 'URN,Name\n\n100000,"Elm, the\nschool"\n\n\n100001,Ash\n100002';

describe('kept rows', () => {
  it('are found again by their line, with blank lines and line breaks between', () => {
    const [head, ...rows] = rowsOf(published);
    const header = keptHeader(head!);
    const text = partText(rows, header);
    expect(header).toEqual({ columns: ['URN', 'Name'], rows: 'csv' });
    expect(rowInPart(text, 3, 3, header)).toEqual(['100000', 'Elm, the\nschool']);
    expect(rowInPart(text, 3, 7, header)).toEqual(['100001', 'Ash']);
    expect(rowInPart(text, 3, 8, header)).toEqual(['100002']);
    expect([4, 5, 9].map((line) => rowInPart(text, 3, line, header))).toEqual([null, null, null]);
  });

  it('of JSON are kept as their cells', () => {
    const head = { line: 1, text: '', fields: ['la_code', 'geometry'] };
    const rows = [{ line: 2, text: '{"anything":1}', fields: ['821', '{"type":"Polygon"}'] }];
    const header = keptHeader(head);
    expect(rowInPart(partText(rows, header), 2, 2, header)).toEqual(['821', '{"type":"Polygon"}']);
    expect(rowInPart(partText(rows, header), 2, 3, header)).toBeNull();
  });

  it('are found whatever the file, from any row on', () => {
    const cell = fc.oneof(fc.stringMatching(/^[a-z é£]{0,6}$/), fc.constantFrom('"a, b"', '"a\nb"', '"say ""so"""'));
    const line = fc.oneof(
      fc.constant(''),
      fc.array(cell, { minLength: 1, maxLength: 4 }).map((cells) => cells.join(',')),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.nat(11), (lines, from) => {
        const [head, ...rows] = rowsOf(['URN,Name', ...lines].join('\n'));
        const header = keptHeader(head!);
        const part = rows.slice(from);
        const text = partText(part, header);
        for (const row of part) expect(rowInPart(text, part[0]!.line, row.line, header)).toEqual(row.fields);
      }),
    );
  });
});
