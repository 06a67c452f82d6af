import type { Adapter, FigureColumn } from '../adapter.ts';
import { areaRows, MAINSTREAM_AND_SPECIAL, RECORD_TYPES } from '../record-types.ts';

const COLUMNS: readonly FigureColumn[] = [
  ['TPUP', 'ks4_pupils'],
  ['P8MEA', 'ks4_progress8'],
  ['P8CILOW', 'ks4_progress8_lower'],
  ['P8CIUPP', 'ks4_progress8_upper'],
  ['ATT8SCR', 'ks4_attainment8'],
  ['PTL2BASICS_95', 'ks4_english_maths_5'],
  ['PTL2BASICS_94', 'ks4_english_maths_4'],
  ['PTEBACC_E_PTQ_EE', 'ks4_ebacc_entry'],
  ['EBACCAPS', 'ks4_ebacc_aps'],
];

/** Key stage 4 as first published in autumn: the one source of the confidence limits and of grade 4 and above. */
export const ks4Provisional: Adapter = {
  layout: 'ks4-provisional',
  dataset: 'ks4',
  stage: 'provisional',
  recognisedBy: ['P8MEA', 'P8CILOW', 'P8MEA_ORIG', 'PT5EM_94'],
  // The tables of revised and final results have every column that this one has.
  notWith: ['TFSM6CLA1A'],
  year: 'given',
  passOver: MAINSTREAM_AND_SPECIAL,
  figures: {
    urn: 'URN',
    columns: COLUMNS,
  },
  areaFigures: areaRows(RECORD_TYPES, COLUMNS),
};
