import type { SourceRow } from './csv-rows.ts';
import type { Part } from './read-rows.ts';

/** Tells a row that says the same again, which is passed over, from one that contradicts an earlier row. */
export function repeatTest(): (key: string, row: SourceRow, field: string) => Part | null {
  const seen = new Map<string, { line: number; text: string }>();
  return (key, { line, text }, field) => {
    const first = seen.get(key);
    if (first === undefined) {
      // Not the row itself: its cells would be kept in memory for as long as the file is read.
      seen.set(key, { line, text });
      return null;
    }
    if (first.text === text) return { kind: 'repeat' };
    return trouble(line, field, key, `differs from line ${first.line}, which has the same key`);
  };
}

/** A row that cannot be loaded for one reason. */
export function trouble(line: number, field: string, value: string, reason: string): Part {
  return { kind: 'trouble', reasons: [{ line, field, value, reason }] };
}
