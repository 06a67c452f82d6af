import { describe, expect, it } from 'vitest';
import { listed } from './wording.ts';

describe('words of a list', () => {
  it.each([
    [[], ''],
    [['A'], 'A'],
    [['A', 'B'], 'A and B'],
    [['A', 'B', 'C'], 'A, B and C'],
  ] satisfies [string[], string][])('of %j', (names, text) => {
    expect(listed(names)).toBe(text);
  });
});
