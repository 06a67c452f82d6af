import type { Adapter, FigureColumn, Pupils } from '../adapter.ts';
import { areaRows, DESTINATION_RECORD_TYPES, MAINSTREAM_AND_SPECIAL } from '../record-types.ts';

const COLUMNS = [
  ['COHORT', 'ks4_leavers'],
  ['OVERALL_DESTPER', 'ks4_stayed'],
  ['EDUCATIONPER', 'ks4_to_education'],
  ['APPRENPER', 'ks4_to_apprenticeship'],
  ['EMPLOYMENTPER', 'ks4_to_employment'],
  ['NOT_SUSTAINEDPER', 'ks4_not_stayed'],
  ['UNKNOWNPER', 'ks4_destination_unknown'],
] as const satisfies FigureColumn[];

const GROUPS = [
  ['DIS', 'disadvantaged'],
  ['NONDIS', 'other'],
] as const satisfies [string, Pupils][];

const byGroup = GROUPS.flatMap(([group, pupils]) =>
  COLUMNS.map<FigureColumn>(([column, measure]) => [`${column}_${group}`, measure, { pupils }]),
);

/**
 * Where pupils went after key stage 4. The tables of a year tell of those who finished two years before it, so that
 * is the year of the figures. The two older groups in the same file are not read: each stands in tables of its own.
 */
export const ks4Destinations: Adapter = {
  layout: 'ks4-destinations',
  dataset: 'ks4-destinations',
  stage: 'final',
  recognisedBy: ['URN', 'COHORT', 'OVERALL_DESTPER', 'NOT_SUSTAINEDPER'],
  year: 'given',
  yearsBefore: 2,
  passOver: MAINSTREAM_AND_SPECIAL,
  figures: {
    urn: 'URN',
    columns: COLUMNS,
  },
  areaFigures: areaRows(DESTINATION_RECORD_TYPES, [...COLUMNS, ...byGroup]),
};
