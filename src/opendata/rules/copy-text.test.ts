import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowText, valueText } from './copy-text.ts';

describe('COPY text', () => {
  it('writes null, booleans and numbers as PostgreSQL reads them', () => {
    expect(rowText([null, true, false, 12, 'a'])).toBe('\\N\tt\tf\t12\ta\n');
  });

  it('keeps any text in one cell of one line, and apart from null', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('\\', '\t', '\n', '\r', 'N', 'a', '’') }), (text) => {
        const written = valueText(text);
        expect(written).not.toMatch(/[\t\n\r]/);
        expect(written).not.toBe('\\N');
        const read = written.replaceAll(/\\(.)/g, (_, mark: string) => ({ t: '\t', n: '\n', r: '\r' })[mark] ?? mark);
        expect(read).toBe(text);
      }),
    );
  });
});
