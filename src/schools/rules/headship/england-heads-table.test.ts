import { describe, expect, it } from 'vitest';
import { headshipPolicy } from '../../../../test/factories/headship.ts';
import type { AreaSummary } from '../national-frame.ts';
import { NO_HEADS } from './area-heads.ts';
import { englandHeadsRows } from './england-heads-table.ts';
import { placeTurnover, type Watched } from './place-turnover.ts';

const area = (laCode: number, name: string): AreaSummary => ({
  laCode,
  name,
  region: 'East',
  schools: { primary: 1, secondary: 0 },
  source: { importId: 1, line: 2 },
});
const watched = (verdict: 'same' | 'certain'): Watched => ({
  days: ['2019-01-01', '2021-01-01'],
  stretches: [{ notBefore: '2019-01-01', notAfter: '2021-01-01', class: verdict }],
  changes: [],
});
const heads = (...schools: Watched[]) => ({ ...NO_HEADS, turnover: placeTurnover(schools) });
const england = {
  policy: headshipPolicy,
  turnover: placeTurnover([]),
  withoutArea: 0,
  areas: new Map([
    [1, heads(watched('same'), watched('same'))],
    [2, heads(watched('certain'))],
  ]),
};
const areas = [area(1, 'Ash'), area(2, 'Birch'), area(3, 'Cedar')];

describe('areas by turnover', () => {
  it.each([
    ['turnover', 'desc', ['Birch', 'Ash', 'Cedar']],
    ['turnover', 'asc', ['Ash', 'Birch', 'Cedar']],
    ['schools', 'desc', ['Ash', 'Birch', 'Cedar']],
    ['name', 'desc', ['Cedar', 'Birch', 'Ash']],
  ] as const)('by %s, %s: an area without a figure is never first in it', (sort, dir, names) => {
    expect(englandHeadsRows(areas, england, sort, dir).map((row) => row.area.name)).toEqual(names);
  });
});
