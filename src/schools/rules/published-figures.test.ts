import { describe, expect, it } from 'vitest';
import type { Fact } from './facts.ts';
import { newestPublished, type PublishedFigure, publishedRows } from './published-figures.ts';

function figure(measure: PublishedFigure['measure'], year: number, value: number | null, more = {}): PublishedFigure {
  const fact: Fact = { value, missing: value === null ? 'SUPP' : null, year, source: { importId: 1, line: 2 } };
  return { measure, pupils: 'all', schools: 'state-funded', stage: 'final', fact, ...more };
}

const MEASURES = ['ks4_progress8', 'ks4_attainment8'] as const;

describe('publishedRows', () => {
  it('puts figures of one measure, year and kind of school into one row by pupils', () => {
    const rows = publishedRows(
      [
        figure('ks4_attainment8', 2022, 45),
        figure('ks4_attainment8', 2022, 36, { pupils: 'disadvantaged' }),
        figure('ks4_progress8', 2022, 0.1),
        figure('ks4_attainment8', 2023, 44),
        figure('roll', 2022, 900),
      ],
      MEASURES,
    );
    expect(rows.map(({ measure, year, byPupils }) => [measure, year, [...byPupils.keys()]])).toEqual([
      ['ks4_progress8', 2022, ['all']],
      ['ks4_attainment8', 2023, ['all']],
      ['ks4_attainment8', 2022, ['all', 'disadvantaged']],
    ]);
  });
});

describe('newestPublished', () => {
  it('keeps the newest year that has a number, for each kind of school', () => {
    const rows = publishedRows(
      [
        figure('ks4_progress8', 2024, null),
        figure('ks4_progress8', 2023, -0.1),
        figure('ks4_progress8', 2022, -0.2),
        figure('ks4_progress8', 2022, -0.3, { schools: 'all' }),
      ],
      MEASURES,
    );
    expect(newestPublished(rows).map(({ schools, year }) => [schools, year])).toEqual([
      ['all', 2022],
      ['state-funded', 2023],
    ]);
  });
});
