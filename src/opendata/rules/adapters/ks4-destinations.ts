import type { Adapter, FigureColumn, Pupils } from '../adapter.ts';
import type { MeasureCode } from '../measures.ts';
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

/** Of the groups of a school's own pupils. */
const OF_SCHOOLS = [
  ['COHORT_DIS', 'ks4_leavers_disadvantaged'],
  ['COHORT_NONDIS', 'ks4_leavers_other'],
  ['OVERALL_DESTPER_DIS', 'ks4_stayed_disadvantaged'],
  ['OVERALL_DESTPER_NONDIS', 'ks4_stayed_other'],
] as const satisfies [string, MeasureCode][];

/** What stands beside the newest of those who finished one and two years earlier: how many, and how many of them stayed. */
const ALL_EARLIER = [COLUMNS[0], COLUMNS[1]];
const GROUPS_EARLIER = byGroup.filter(([, measure]) => measure === 'ks4_leavers' || measure === 'ks4_stayed');

/**
 * Columns of those who finished earlier. They end in the year after they finished: those of 2018-19 went on in 2019-20 and
 * stand under COHORT_20. (The metadata of 2021-22 calls them leavers of 2017-18; but COHORT_20 is the number at the end of key
 * stage 4 in 2018-19 in 95% of schools and that of 2017-18 in 5%, and COHORT_19 goes with 2017-18 alike.)
 */
function earlier(columns: readonly FigureColumn[], year: number): FigureColumn[] {
  return [1, 2].flatMap((back) => {
    const digits = String((year + 2 - back) % 100).padStart(2, '0');
    return columns.map<FigureColumn>(([column, measure, about]) => [
      `${column}_${digits}`,
      measure,
      { ...about, back },
    ]);
  });
}

/**
 * Where pupils went after key stage 4. The tables of a year tell of those who finished two years before it, so that
 * is the year of the figures; those of the two years before are read where they stand, since no tables came out in 2021.
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
    whereThere: (year) => [...OF_SCHOOLS, ...earlier([...ALL_EARLIER, ...OF_SCHOOLS], year)],
  },
  areaFigures: areaRows(DESTINATION_RECORD_TYPES, [...COLUMNS, ...byGroup], (year) =>
    earlier([...ALL_EARLIER, ...GROUPS_EARLIER], year),
  ),
};
