import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowDigests, seenRows } from './seen-rows.ts';

describe('seenRows', () => {
  it('tells what keeping the rows themselves would tell', () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 100_000, max: 101_500 }), fc.constantFrom('a', 'b', 'ba')), {
      minLength: 1500,
      maxLength: 2500,
    });
    fc.assert(
      fc.property(rows, (said) => {
        const firstWith = seenRows(rowDigests());
        const known = new Map<number, { line: number; text: string }>();
        for (const [at, [key, text]] of said.entries()) {
          const row = { line: at + 1, text, fields: [] };
          const first = known.get(key);
          expect(firstWith(String(key), row)).toEqual(
            first === undefined ? null : { line: first.line, isSame: first.text === text },
          );
          if (first === undefined) known.set(key, row);
        }
      }),
      { numRuns: 20 },
    );
  });
});
