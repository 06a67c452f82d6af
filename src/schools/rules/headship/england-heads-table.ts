import type { SortDirection } from '../area-table.ts';
import type { AreaSummary } from '../national-frame.ts';
import { type AreaHeads, type HeadsOfEngland, NO_HEADS } from './area-heads.ts';

export const HEADS_SORTS = ['turnover', 'name', 'changes', 'schools'] as const;
export type HeadsSort = (typeof HEADS_SORTS)[number];

/** An area's line in the national table of turnover. */
export interface EnglandHeadsRow {
  area: AreaSummary;
  heads: AreaHeads;
}

/** One line an area in the order of a column; areas without a figure in it come last, whichever way it is sorted. */
export function englandHeadsRows(
  areas: readonly AreaSummary[],
  heads: HeadsOfEngland,
  sort: HeadsSort,
  direction: SortDirection,
): EnglandHeadsRow[] {
  const sign = direction === 'asc' ? 1 : -1;
  return areas
    .map((area) => ({ area, heads: heads.areas.get(area.laCode) ?? NO_HEADS }))
    .toSorted((a, b) => {
      const byName = a.area.name.localeCompare(b.area.name, 'en-GB');
      if (sort === 'name') return sign * byName;
      const [one, other] = [figureOf(a, sort), figureOf(b, sort)];
      if (one === null || other === null) return Number(one === null) - Number(other === null) || byName;
      return sign * (one - other) || byName;
    });
}

function figureOf({ heads: { turnover } }: EnglandHeadsRow, sort: Exclude<HeadsSort, 'name'>): number | null {
  if (turnover.schools === 0) return null;
  if (sort === 'turnover') return turnover.turnover.perHundredSchoolYears;
  return sort === 'schools' ? turnover.schools : turnover.turnover.certain + turnover.turnover.likely;
}
