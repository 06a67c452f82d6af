import { describe, expect, it } from 'vitest';
import { policyById } from '../../policies.ts';
import { authorityChangesKind } from '../schema/authority-changes.ts';
import { areasOnDay, standsOn } from './areas-on-day.ts';

const { changes } = policyById(authorityChangesKind, 'authority-changes');

function list(importId: number, listAsAt: string, ...codes: number[]) {
  return codes.map((laCode) => ({ laCode, importId, listAsAt }));
}

const of2022 = list(1, '2022-12-31', 821, 909);
const of2023 = list(30, '2023-04-01', 821, 942, 943);
const codesOn = (day: string | null, ...lists: ReturnType<typeof list>[]) =>
  areasOnDay(lists.flat(), changes, day)
    .map(({ laCode }) => laCode)
    .toSorted((a, b) => a - b);

describe('standsOn', () => {
  it.each([
    [909, '2023-03-31', true],
    [909, '2023-04-01', false],
    [942, '2023-03-31', false],
    [942, '2023-04-01', true],
    [928, '2021-04-01', false],
    [838, '2019-03-31', false],
    [821, '2018-01-01', true],
  ])('%i on %s: %s', (code, day, stands) => {
    expect(standsOn(changes, code, day)).toBe(stands);
  });
});

describe('areasOnDay', () => {
  it('are those of the list that was newest on the day, or else of the first after it', () => {
    const areas = areasOnDay([...of2023, ...of2022], changes, '2022-07-06');
    expect(areas).toEqual(of2022);
    expect(areasOnDay([...of2022, ...of2023], changes, '2025-05-24')).toEqual(of2023);
  });

  it('leave out what had ended or not begun, whatever the list says', () => {
    expect(codesOn('2023-06-01', of2022)).toEqual([821]);
    expect(codesOn('2022-07-06', of2023)).toEqual([821]);
  });

  it('take an authority that a list leaves out from another, where the table of changes knows it', () => {
    expect(codesOn('2023-02-01', list(9, '2023-01-15', 821), of2022)).toEqual([821, 909]);
    expect(codesOn('2023-02-01', list(9, '2023-01-15', 821), list(1, '2022-12-31', 821, 332))).toEqual([821]);
  });

  it('are the newest list as it is when no day is known', () => {
    expect(codesOn(null, of2022, of2023)).toEqual([821, 942, 943]);
    expect(areasOnDay([], changes, null)).toEqual([]);
  });
});
