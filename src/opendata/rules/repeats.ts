import type { SourceRow } from './csv-rows.ts';
import type { Part } from './read-rows.ts';
import { type RowDigest, seenRows } from './seen-rows.ts';

export type RepeatTest = (key: string, row: SourceRow, field: string) => Part | null;

/** Tells a row that says the same again, which is passed over, from one that contradicts an earlier row. */
export function repeatTest(digestOf: RowDigest): RepeatTest {
  const firstWith = seenRows(digestOf);
  return (key, row, field) => {
    const first = firstWith(key, row);
    if (first === null) return null;
    if (first.isSame) return { kind: 'repeat' };
    return trouble(row.line, field, key, `differs from line ${first.line}, which has the same key`);
  };
}

/** A row that cannot be loaded for one reason. */
export function trouble(line: number, field: string, value: string, reason: string): Part {
  return { kind: 'trouble', reasons: [{ line, field, value, reason }] };
}
