import type { Adapter, FigureColumn, Pupils } from '../adapter.ts';
import type { MeasureCode } from '../measures.ts';
import { areaRows, MAINSTREAM_AND_SPECIAL, RECORD_TYPES } from '../record-types.ts';

const RESULTS = [
  ['P8MEA', 'ks4_progress8'],
  ['P8CILOW', 'ks4_progress8_lower'],
  ['P8CIUPP', 'ks4_progress8_upper'],
  ['ATT8SCR', 'ks4_attainment8'],
] as const satisfies [string, MeasureCode][];

/** With grades 9 to 1, from 2016-17; the average of English Baccalaureate points from 2017-18. */
const LATER = [
  ['PTL2BASICS_95', 'ks4_english_maths_5'],
  ['PTL2BASICS_94', 'ks4_english_maths_4'],
  ['PTEBACC_E_PTQ_EE', 'ks4_ebacc_entry'],
  ['EBACCAPS', 'ks4_ebacc_aps'],
] as const satisfies [string, MeasureCode][];

const COLUMNS: readonly FigureColumn[] = [['TPUP', 'ks4_pupils'], ...RESULTS];

/** English and maths at grade C or above, before grades 9 to 1. */
const GRADE_C: FigureColumn = ['PTL2BASICS_LL_PTQ_EE', 'ks4_english_maths_c'];

/** Earlier years under their last two digits (ATT8SCR_18), in newer tables as _PREV and _PREV2. */
function suffixed(columns: readonly (readonly [string, MeasureCode])[], year: number): FigureColumn[] {
  return [1, 2].flatMap((back) => {
    const digits = String((year + 1 - back) % 100).padStart(2, '0');
    return [digits, back === 1 ? 'PREV' : 'PREV2'].flatMap((suffix) =>
      columns.map<FigureColumn>(([column, measure]) => [`${column}_${suffix}`, measure, { back }]),
    );
  });
}

const GROUPS = [
  ['FSM6CLA1A', 'disadvantaged'],
  ['NFSM6CLA1A', 'other'],
] as const satisfies [string, Pupils][];

const byGroup = GROUPS.flatMap(([group, pupils]) =>
  [...RESULTS, ['EBACCAPS', 'ks4_ebacc_aps'] as const].map<FigureColumn>(([column, measure]) => [
    `${column}_${group}`,
    measure,
    { pupils },
  ]),
);

/** Of the groups of a school's own pupils; a figure of very few pupils stands as SUPP. */
const OF_GROUPS = [
  ['TFSM6CLA1A', 'ks4_pupils_disadvantaged'],
  ['TNOTFSM6CLA1A', 'ks4_pupils_other'],
  ['ATT8SCR_FSM6CLA1A', 'ks4_attainment8_disadvantaged'],
  ['ATT8SCR_NFSM6CLA1A', 'ks4_attainment8_other'],
  ['P8MEA_FSM6CLA1A', 'ks4_progress8_disadvantaged'],
] as const satisfies [string, MeasureCode][];

function ofSchools(year: number): FigureColumn[] {
  return [...OF_GROUPS, ...suffixed(OF_GROUPS, year)];
}

const whereThere = (year: number): FigureColumn[] => [...LATER, GRADE_C, ...suffixed([...RESULTS, ...LATER], year)];

/** Key stage 4 in the Department's own layout, 2015-16 on: schools, and authorities and England in rows of their own. */
export const ks4Tables: Adapter = {
  layout: 'ks4-tables',
  dataset: 'ks4',
  stage: 'final',
  recognisedBy: ['RECTYPE', 'URN', 'TPUP', 'P8MEA', 'ATT8SCR', 'TFSM6CLA1A'],
  year: 'given',
  passOver: MAINSTREAM_AND_SPECIAL,
  figures: { urn: 'URN', columns: COLUMNS, whereThere: (year) => [...whereThere(year), ...ofSchools(year)] },
  areaFigures: areaRows(RECORD_TYPES, COLUMNS, (year) => [...whereThere(year), ...byGroup]),
};
