import type { ListTable } from './adapter.ts';

export type TargetTable = ListTable | 'observation';

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
};

/** Columns of `observation` in the order in which figures are copied. */
export const OBSERVATION_COLUMNS = [
  'urn',
  'measure_id',
  'year',
  'value',
  'missing',
  'stage',
  'import_id',
  'line',
] as const;
