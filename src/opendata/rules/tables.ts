import type { ListTable } from './adapter.ts';

export type TargetTable = ListTable | FigureTable;

/** Tables of figures: each row is of a subject, a measure and a year. */
export type FigureTable = 'observation' | 'trust_observation' | 'area_observation';

/** How a file's rows join those that a table holds already. */
export type Joining =
  /** Row by row, by key: a newer file's row takes the place of an older one's. */
  | 'row by row'
  /** All at once: the list is whole each time, so what a newer one leaves out is no longer so. */
  | 'whole list'
  /** Beside those of other days: which list holds is decided when it is read. */
  | 'list of a day'
  /** By school and nearness in time; see SAME_INSPECTION_DAYS. */
  | 'inspections'
  /** With the inspection they are of: they stand where its row from the same file stands, and go when it goes. */
  | 'with their inspection';

interface Target {
  joining: Joining;
  key: readonly string[];
}

export const TARGETS: Readonly<Record<TargetTable, Target>> = {
  observation: { joining: 'row by row', key: ['urn', 'measure_id', 'year'] },
  trust_observation: { joining: 'row by row', key: ['group_uid', 'pupils', 'measure_id', 'year'] },
  area_observation: { joining: 'row by row', key: ['level', 'area', 'schools', 'pupils', 'measure_id', 'year'] },
  school: { joining: 'row by row', key: ['urn'] },
  inspection: { joining: 'inspections', key: ['urn', 'inspected_on', 'kind'] },
  inspection_judgement: { joining: 'with their inspection', key: ['urn', 'inspected_on', 'kind', 'area'] },
  area: { joining: 'list of a day', key: ['la_code', 'import_id'] },
  school_group: { joining: 'whole list', key: ['uid'] },
  group_member: { joining: 'whole list', key: ['urn', 'group_uid'] },
  school_link: { joining: 'whole list', key: ['urn', 'linked_urn', 'link_type'] },
  postcode_deprivation: { joining: 'whole list', key: ['postcode'] },
  // Of its own day: no other file's rows can meet it.
  head_sighting: { joining: 'row by row', key: ['urn', 'import_id'] },
  lsoa_deprivation: { joining: 'row by row', key: ['edition', 'lsoa_code'] },
  published_neighbour: { joining: 'whole list', key: ['phase', 'urn', 'neighbour_urn'] },
  published_neighbour_input: { joining: 'whole list', key: ['phase', 'urn'] },
  coastline: { joining: 'whole list', key: ['part'] },
};

const FIGURE_COLUMNS = ['measure_id', 'year', 'value', 'missing', 'stage', 'import_id', 'line'] as const;

/** Columns of the tables of figures in the order in which they are copied. */
export const OBSERVATION_COLUMNS = ['urn', ...FIGURE_COLUMNS] as const;
export const TRUST_OBSERVATION_COLUMNS = ['group_uid', 'pupils', ...FIGURE_COLUMNS] as const;
export const AREA_OBSERVATION_COLUMNS = ['level', 'area', 'schools', 'pupils', ...FIGURE_COLUMNS] as const;

/** True for a table whose rows are each of a year. */
export function isOfYears(table: TargetTable): table is FigureTable {
  return table === 'observation' || table === 'trust_observation' || table === 'area_observation';
}
