import type { Adapter, FigureColumn } from '../src/opendata/rules/adapter.ts';
import { schoolFigures } from '../src/opendata/rules/header.ts';

/** The columns of schools' figures of a layout as they are meant in a year, those too that not every file has. */
export function figureColumns(adapter: Adapter, year: number): readonly FigureColumn[] {
  return schoolFigures(adapter)
    .flatMap(({ columns, whereThere = [] }) => [columns, whereThere])
    .flatMap((columns) => (typeof columns === 'function' ? columns(year) : columns));
}
