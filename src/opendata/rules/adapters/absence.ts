import type { Adapter, FigureColumn } from '../adapter.ts';
import { englandByType } from '../record-types.ts';

const NAT = { column: 'LA', is: ['NAT'] };

const COLUMNS: readonly FigureColumn[] = [
  ['PERCTOT', 'overall_absence'],
  ['PPERSABS10', 'persistent_absence'],
];

/** Absence over a whole academic year. Its last rows, with NAT for an authority, are England's averages by type of school. */
export const absence: Adapter = {
  layout: 'absence',
  dataset: 'absence',
  stage: 'final',
  recognisedBy: ['PERCTOT', 'PPERSABS10'],
  year: 'given',
  passOver: NAT,
  figures: {
    urn: 'URN',
    columns: COLUMNS,
  },
  areaFigures: englandByType(NAT, 'ESTAB', COLUMNS),
};
