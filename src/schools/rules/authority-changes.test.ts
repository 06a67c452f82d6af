import { describe, expect, it } from 'vitest';
import { policyById } from '../../policies.ts';
import { authorityChangesKind } from '../schema/authority-changes.ts';
import { authoritiesAfter, type AuthorityChange, historyOn } from './authority-changes.ts';

const { changes } = policyById(authorityChangesKind, 'authority-changes');
const after = (code: number, asAt: string) =>
  authoritiesAfter(historyOn(changes, asAt).past, code).map((one) => one.code);

const change = (from: number, ...to: number[]): AuthorityChange => ({
  on: '2020-04-01',
  from: { code: from, name: `Old ${from}` },
  to: to.map((code) => ({ code, name: `New ${code}` })),
  source: 'test',
});
const codes = (list: AuthorityChange[]) => authoritiesAfter(list, 1).map(({ code }) => code);

describe('authorities that others followed', () => {
  it('stand until the day of the change', () => {
    expect(after(928, '2021-03-31')).toEqual([]);
    expect(after(928, '2021-04-01')).toEqual([940, 941]);
    expect(after(909, '2022-07-06')).toEqual([]);
    expect(after(909, '2023-04-01')).toEqual([942, 943]);
    expect(after(821, '2026-08-21')).toEqual([]);
  });

  it('may be several that became one', () => {
    expect(after(836, '2022-07-06')).toEqual([839]);
    expect(after(837, '2022-07-06')).toEqual([839]);
  });

  it('are followed over several changes, and a circle ends', () => {
    expect(codes([change(1, 2, 3), change(2, 4)])).toEqual([4, 3]);
    expect(codes([change(1, 2), change(2, 1)])).toEqual([1]);
  });
});
