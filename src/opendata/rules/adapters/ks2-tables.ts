import type { Adapter, FigureColumn, Pupils } from '../adapter.ts';
import type { MeasureCode } from '../measures.ts';
import { areaRows, KS2_RECORD_TYPES, MAINSTREAM_AND_SPECIAL } from '../record-types.ts';

const RESULTS = [
  ['PTRWM_EXP', 'ks2_rwm_expected'],
  ['PTRWM_HIGH', 'ks2_rwm_higher'],
  ['READ_AVERAGE', 'ks2_reading_score'],
  ['MAT_AVERAGE', 'ks2_maths_score'],
] as const satisfies [string, MeasureCode][];

/** Published until 2022-23: those who took tests in 2024 and 2025 had none at seven. */
const PROGRESS = [
  ['READPROG', 'ks2_reading_progress'],
  ['READPROG_LOWER', 'ks2_reading_progress_lower'],
  ['READPROG_UPPER', 'ks2_reading_progress_upper'],
  ['WRITPROG', 'ks2_writing_progress'],
  ['WRITPROG_LOWER', 'ks2_writing_progress_lower'],
  ['WRITPROG_UPPER', 'ks2_writing_progress_upper'],
  ['MATPROG', 'ks2_maths_progress'],
  ['MATPROG_LOWER', 'ks2_maths_progress_lower'],
  ['MATPROG_UPPER', 'ks2_maths_progress_upper'],
] as const satisfies [string, MeasureCode][];

const COLUMNS: readonly FigureColumn[] = [
  ['TELIG', 'ks2_pupils'],
  ...RESULTS,
  ['PTREAD_EXP', 'ks2_reading_expected'],
  ['PTWRITTA_EXP', 'ks2_writing_expected'],
  ['PTMAT_EXP', 'ks2_maths_expected'],
];

/** Earlier years stand beside the newest under their last two digits: PTRWM_EXP_18 in the tables of 2018-19 is 2017-18. */
function earlier(year: number): FigureColumn[] {
  return [1, 2].flatMap((back) => {
    const digits = String((year + 1 - back) % 100).padStart(2, '0');
    return [['TELIG', 'ks2_pupils'] as const, ...RESULTS, ...PROGRESS].map<FigureColumn>(([column, measure]) => [
      `${column}_${digits}`,
      measure,
      { back },
    ]);
  });
}

const GROUPS = [
  ['FSM6CLA1A', 'disadvantaged'],
  ['NotFSM6CLA1A', 'other'],
] as const satisfies [string, Pupils][];

const byGroup = GROUPS.flatMap(([group, pupils]) =>
  RESULTS.map<FigureColumn>(([column, measure]) => [`${column}_${group}`, measure, { pupils }]),
);

/** Of the groups of a school's own pupils; a number below the publisher's limit stands as SUPP. */
const ofSchools: readonly FigureColumn[] = [
  ['TFSM6CLA1A', 'ks2_pupils_disadvantaged'],
  ['TNotFSM6CLA1A', 'ks2_pupils_other'],
  ['PTRWM_EXP_FSM6CLA1A', 'ks2_rwm_expected_disadvantaged'],
  ['PTRWM_EXP_NotFSM6CLA1A', 'ks2_rwm_expected_other'],
];

const whereThere = (year: number): FigureColumn[] => [...PROGRESS, ...earlier(year)];

/** Key stage 2 in the Department's own layout, 2015-16 on: schools, and authorities and England in rows of their own. */
export const ks2Tables: Adapter = {
  layout: 'ks2-tables',
  dataset: 'ks2',
  stage: 'final',
  recognisedBy: ['RECTYPE', 'URN', 'TELIG', 'PTRWM_EXP', 'READ_AVERAGE'],
  year: 'given',
  passOver: MAINSTREAM_AND_SPECIAL,
  figures: { urn: 'URN', columns: COLUMNS, whereThere: (year) => [...whereThere(year), ...ofSchools] },
  areaFigures: areaRows(KS2_RECORD_TYPES, COLUMNS, (year) => [...whereThere(year), ...byGroup]),
};
