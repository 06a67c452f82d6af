import type { Adapter, FigureColumn } from '../adapter.ts';
import { englandByType } from '../record-types.ts';

const NAT = { column: 'URN', is: ['NAT'] };

const COLUMNS: readonly FigureColumn[] = [
  ['NOR', 'roll'],
  ['PSENELSE', 'ehc_percent'],
  ['PSENELK', 'sen_support_percent'],
  ['PNUMEAL', 'eal_percent'],
  ['PNUMFSMEVER', 'fsm6_percent'],
];

/** The January pupil census. Its last rows, with NAT for a URN, are England's by type of school. */
export const census: Adapter = {
  layout: 'census',
  dataset: 'census',
  stage: 'final',
  recognisedBy: ['NOR', 'PSENELSE', 'PNUMFSMEVER'],
  year: 'given',
  passOver: NAT,
  figures: {
    urn: 'URN',
    columns: COLUMNS,
  },
  areaFigures: englandByType(NAT, 'ESTAB', COLUMNS),
};
