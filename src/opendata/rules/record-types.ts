import type { AreaFigures, FigureColumn, FigureColumns, RowTest } from './adapter.ts';

/**
 * RECTYPE of the performance tables: 1 is a mainstream school and 2 a special school. 3 (sixth form consortium),
 * 4 (local authority), 5 and 7 (England) are not schools.
 */
export const MAINSTREAM_AND_SPECIAL: RowTest = { column: 'RECTYPE', isNot: ['1', '2'] };

interface RecordTypes {
  authority: string;
  /** England, every school. */
  allSchools?: string;
  /** England, state-funded schools. */
  stateFunded: string;
}

/** RECTYPE of key stage 4 and of 16 to 18. */
export const RECORD_TYPES: RecordTypes = { authority: '4', allSchools: '5', stateFunded: '7' };

/** RECTYPE of key stage 2. Source: the Department's "ks2_meta", 2018-19. */
export const KS2_RECORD_TYPES: RecordTypes = { authority: '3', allSchools: '4', stateFunded: '5' };

/** RECTYPE of destinations. */
export const DESTINATION_RECORD_TYPES: RecordTypes = { authority: 'LA', stateFunded: 'NAT' };

/**
 * The figures of authorities and England that a file of schools carries in rows of their own. An authority's are of its
 * state-funded schools. A blank cell says nothing: some columns are for schools alone.
 */
export function areaRows(types: RecordTypes, columns: FigureColumns, whereThere?: FigureColumns): AreaFigures[] {
  const figures = (type: string, area: Pick<AreaFigures, 'level' | 'code' | 'schools'>): AreaFigures => ({
    ...area,
    only: [{ column: 'RECTYPE', is: [type] }],
    columns,
    blankSaysNothing: true,
    ...(whereThere === undefined ? {} : { whereThere }),
  });
  return [
    figures(types.authority, { level: 'authority', code: ['LEA', 'LA'], schools: 'state-funded' }),
    figures(types.stateFunded, { level: 'England', schools: 'state-funded' }),
    ...(types.allSchools === undefined ? [] : [figures(types.allSchools, { level: 'England', schools: 'all' })]),
  ];
}

const SCHOOL_TYPES = [
  ['PRI', 'primary'],
  ['SEC', 'secondary'],
  ['SPE', 'special'],
] as const;

/** England's figures by type of school, in the last rows of the census, absence and workforce files. */
export function englandByType(nat: RowTest, typeColumn: string, columns: readonly FigureColumn[]): AreaFigures[] {
  return SCHOOL_TYPES.map(([type, schools]) => ({
    level: 'England',
    schools,
    only: [nat, { column: typeColumn, is: [type] }],
    columns,
    blankSaysNothing: true,
  }));
}
