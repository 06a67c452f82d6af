import type { Category } from './need-policy.ts';

/** How many schools of an area are in each category. */
export interface AreaNeeds {
  laCode: number;
  laName: string;
  counts: Readonly<Record<Category, number>>;
}

/** An area's counts with what they add up to. */
export interface AreaNeedsRow extends AreaNeeds {
  schools: number;
  /** Schools in a category that is offered a leader. */
  first: number;
  /** `first` as a percentage of `schools`; 0 to 100. */
  share: number;
}

/** Columns by which the table of areas can be put in order. */
export const NEED_SORTS = ['name', 'D', 'C', 'B', 'A', 'schools', 'first', 'share'] as const;

export type NeedSort = (typeof NEED_SORTS)[number];

/** Adds up the counts of each area, none of which may be without schools. */
export function areaRows(areas: readonly AreaNeeds[], inNeed: readonly Category[]): AreaNeedsRow[] {
  return areas.map((area) => {
    const schools = sum(Object.values(area.counts));
    const first = sum(inNeed.map((category) => area.counts[category]));
    return { ...area, schools, first, share: (first / schools) * 100 };
  });
}

/** Areas in the order of a column, those that are level in the order of their names. */
export function sortAreas(rows: readonly AreaNeedsRow[], sort: NeedSort, direction: 'asc' | 'desc'): AreaNeedsRow[] {
  const byName = (a: AreaNeedsRow, b: AreaNeedsRow) => a.laName.localeCompare(b.laName, 'en-GB');
  const sign = direction === 'asc' ? 1 : -1;
  if (sort === 'name') return rows.toSorted((a, b) => sign * byName(a, b));
  return rows.toSorted((a, b) => sign * (valueOf(a, sort) - valueOf(b, sort)) || byName(a, b));
}

/** All areas together: how many schools of England are in each category. */
export function countsOfEngland(areas: readonly AreaNeeds[]): Record<Category, number> {
  const total: Record<Category, number> = { A: 0, B: 0, C: 0, D: 0 };
  for (const { counts } of areas) {
    total.A += counts.A;
    total.B += counts.B;
    total.C += counts.C;
    total.D += counts.D;
  }
  return total;
}

function valueOf(row: AreaNeedsRow, sort: Exclude<NeedSort, 'name'>): number {
  return sort === 'schools' || sort === 'first' || sort === 'share' ? row[sort] : row.counts[sort];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
