import type { Words } from './category-words.ts';
import type { DatasetId } from './datasets.ts';
import type { MeasureCode } from './measures.ts';
import type { Stage } from './stages.ts';

/** Tables that hold published lists; figures go to `observation`. */
export type ListTable =
  | 'area'
  | 'school_group'
  | 'school'
  | 'group_member'
  | 'school_link'
  | 'inspection'
  | 'inspection_judgement'
  | 'postcode_deprivation'
  | 'head_sighting'
  | 'lsoa_deprivation'
  | 'published_neighbour'
  | 'published_neighbour_input'
  | 'coastline';

export type Cell = string | number | boolean | null;

/** Returned by a field for text that it cannot read: the row is set aside. */
export const NOT_UNDERSTOOD = Symbol('not understood');

/** How one database column is read from one or more published columns. Blank cells come as ''. */
export interface Field {
  from: readonly string[];
  read(...cells: string[]): Cell | typeof NOT_UNDERSTOOD;
  /** Where words of publishers are told in ours: what is read then, in place of `read`. */
  inWords?: (words: Words, ...cells: string[]) => Cell | typeof NOT_UNDERSTOOD;
}

/** Rows of one table that a published file gives. */
export interface ListLayout {
  table: ListTable;
  /** Columns of `fields` that tell one row from another: a second, different row with the same key is set aside. */
  key: readonly string[];
  fields: Readonly<Record<string, Field>>;
  /** A published row gives no row of this table when this field comes out null (a school never inspected, say). */
  onlyWith?: string;
  /**
   * The columns that say of whom the rows speak, where the file is a part of a list: it replaces what is held of those it
   * names, and says nothing of others.
   */
  speaksOnlyOf?: readonly string[];
  /**
   * Several rows and lists of a file may speak of the same thing (a predecessor's inspection, under each school that it
   * became): those that agree in these fields are one, and one that differs sets its row aside.
   */
  sameWhenEqual?: readonly string[];
  /** A yes-or-no column that becomes "no" for the rows of earlier issues that this one leaves out. */
  noWhenLeftOut?: string;
}

/** Figures that a published file gives: one measure a column, one school, trust or area a row. */
export interface Figures {
  /** Published column and measure. The meaning of a column can change with the year, so this may depend on it. */
  columns: FigureColumns;
  /** Columns that some issues have and others do not: read where they stand. */
  whereThere?: FigureColumns;
  /** Which rows speak of these figures; all of them where it is left out. */
  only?: readonly RowTest[];
  /** A blank cell is not a missing figure but says nothing at all, so that it leaves no reason behind. */
  blankSaysNothing?: true;
}

export type FigureColumns = readonly FigureColumn[] | ((year: number) => readonly FigureColumn[]);

export type FigureColumn = readonly [column: string, measure: MeasureCode, about?: ColumnAbout];

export interface ColumnAbout {
  /** How many years before the year of the row the figure is of, where a file repeats earlier years. */
  back?: number;
  /** Of which pupils it is, for trusts and areas; all of them where it is left out. */
  pupils?: Pupils;
}

/** Pupils that figures of trusts and areas are told apart by. */
export type Pupils = 'all' | 'disadvantaged' | 'other';

/** Figures of schools. */
export interface FiguresLayout extends Figures {
  urn: string;
}

/** Figures of trusts and sponsors, by their number in Get information about schools. */
export interface TrustFigures extends Figures {
  uid: string;
}

/** Figures of authorities, regions or England, as the publisher worked them out. */
export interface AreaFigures extends Figures {
  level: 'authority' | 'England';
  /** The column of the authority's code: the first of these that the file has. England needs none. */
  code?: readonly string[];
  /** Which schools they count. */
  schools: SchoolsCounted;
}

export type SchoolsCounted = 'all' | 'state-funded' | 'primary' | 'secondary' | 'special';

/** Rows in which a column holds one of these texts, or none of them. */
export type RowTest = { column: string; is: readonly string[] } | { column: string; isNot: readonly string[] };

/**
 * How one layout of one national dataset is read, as data. Column names are compared without regard to case and
 * runs of spaces.
 */
export interface Adapter {
  /** Name of the layout, stored with each import. */
  layout: string;
  dataset: DatasetId;
  /** Publication stage unless the import, the file or its name says otherwise. */
  stage: Stage;
  /** A column that may tell the stage. */
  stageIn?: string;
  /** Columns that only this layout has together; with them a file is known from its header, whatever its name. */
  recognisedBy: readonly string[];
  /** Columns that only a wider layout has: a file with any of them is not of this one. */
  notWith?: readonly string[];
  /** What its name must hold, where two layouts have the same columns and nothing in them tells one from the other. */
  named?: RegExp;
  /** Other spellings of columns that are read, by the name used here: issues of one layout differ in them. */
  alsoCalled?: Readonly<Record<string, readonly string[]>>;
  /** Columns that some issues of the layout leave out: each cell of them is blank then. */
  mayLack?: readonly string[];
  /** Whether its figures belong to a year, and where that year is told. */
  year: 'register' | 'given' | YearColumn;
  /** How many years before the year of its tables the figures are of: destinations are known two years after. */
  yearsBefore?: number;
  /** Month and day on which its year ends, where that is not 31 August. */
  yearEnds?: '03-31';
  /** Columns of dates: the latest is the day that a list is as at when neither the import nor its name tells it. */
  latestIn?: readonly string[];
  /** The day of publication, for an edition that can be known from its columns. */
  publishedOn?: string;
  /** Rows that are not schools (authorities, national averages): the figures of schools and the lists pass them over. */
  passOver?: RowTest;
  figures?: FiguresLayout | readonly FiguresLayout[];
  trustFigures?: TrustFigures;
  areaFigures?: readonly AreaFigures[];
  lists?: readonly ListLayout[];
}

/** A column that tells the year: the calendar year in which it ends or starts, or both as "202122" or "2021/22". */
export type YearColumn = ({ endsIn: string } | { startsIn: string } | { spans: string }) & {
  /** One file holds several years, a row each. */
  several?: true;
};
