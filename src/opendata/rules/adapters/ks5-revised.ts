import type { Adapter, FigureColumn } from '../adapter.ts';
import { areaRows, MAINSTREAM_AND_SPECIAL, RECORD_TYPES } from '../record-types.ts';

const COLUMNS: readonly FigureColumn[] = [
  ['TALLPUP_ALEV_1618', 'ks5_alevel_pupils'],
  ['TALLPPE_ALEV_1618', 'ks5_alevel_points'],
];

/** Not published for 2019-20 to 2021-22. */
const VALUE_ADDED: readonly FigureColumn[] = [['VA_INS_ALEV', 'ks5_alevel_value_added']];

/** 16 to 18 in the Department's full layout, 2016-17 on, revised unless its name says final. */
export const ks5Revised: Adapter = {
  layout: 'ks5-revised',
  dataset: 'ks5',
  stage: 'revised',
  recognisedBy: ['TALLPUP_ALEV_1618', 'TALLPPE_ALEV_1618', 'NFTYPE/FESITYPE'],
  year: 'given',
  passOver: MAINSTREAM_AND_SPECIAL,
  figures: { urn: 'URN', columns: COLUMNS, whereThere: VALUE_ADDED },
  areaFigures: areaRows(RECORD_TYPES, COLUMNS, VALUE_ADDED),
};
