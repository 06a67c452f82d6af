import { expect, it } from 'vitest';
import { keptName } from './kept-name.ts';

it.each([
  ['census-2016-2017.csv', 'census-2016-2017.csv'],
  ['C:\\fakepath\\edubasealldata20220706.csv', 'edubasealldata20220706.csv'],
  ['../../etc/passwd', 'passwd'],
  ['..', 'file'],
  ['', 'file'],
  ['a\u0000b\u202Ec\nd.csv', 'a b c d.csv'],
  ['.hidden.csv', 'hidden.csv'],
])('keeps "%s" as "%s"', (given, kept) => {
  expect(keptName(given)).toBe(kept);
});

it('shortens a long name in its middle, for its end may tell the year', () => {
  const kept = keptName(`${'x'.repeat(400)}-2018-2019.csv.gz`);
  expect(kept).toHaveLength(150);
  expect(kept).toMatch(/-2018-2019\.csv\.gz$/);
});
