import { TARGETS, type TargetTable } from './tables.ts';
import { SAME_INSPECTION_DAYS } from './tolerances.ts';

/** Name of the temporary table that holds the incoming rows of a table. */
export function stagingOf(table: TargetTable): string {
  return `incoming_${table}`;
}

export interface Merge {
  table: TargetTable;
  columns: readonly string[];
  /** The import whose rows are staged. */
  importId: number;
  /** Imports whose rows stand against it; see outranks. */
  standing: readonly number[];
  /** True when a newer issue of the same dataset is held. */
  overtaken: boolean;
  /** The rows are a few of a file, mended: they say nothing of what they leave out. */
  rowByRow?: boolean;
  /** See ListLayout. */
  speaksOnlyOf?: 'urn' | undefined;
  /** See ListLayout. */
  noWhenLeftOut?: string | undefined;
}

/** Statements that join staged rows to those that a table holds, in order. */
export function mergeStatements(merge: Merge): string[] {
  const { table, columns, importId, standing, overtaken, rowByRow = false, speaksOnlyOf, noWhenLeftOut } = merge;
  const { joining, key } = TARGETS[table];
  const list = columns.join(', ');
  const staging = stagingOf(table);
  const stands = (alias: string) => `${alias}.import_id = any(array[${standing.join(', ')}]::int[])`;
  const updates = columns.filter((column) => !key.includes(column)).map((column) => `${column} = excluded.${column}`);
  const orUpdate = `on conflict (${key.join(', ')}) do update set ${updates.join(', ')} where not ${stands(table)}`;
  if (joining === 'whole list') {
    if (speaksOnlyOf === undefined && overtaken) return [];
    const [subject = ''] = key;
    const spokenOf =
      speaksOnlyOf === undefined ? '' : ` and ${table}.${speaksOnlyOf} in (select ${speaksOnlyOf} from ${staging})`;
    const insert = `insert into ${table} (${list}) select ${list} from ${staging}
       where not exists (select from ${table} held where held.${subject} = ${staging}.${subject} and ${stands('held')})`;
    if (rowByRow) return [`${insert} ${orUpdate}`];
    return [`delete from ${table} where import_id <> ${importId} and not ${stands(table)}${spokenOf}`, insert];
  }
  if (joining === 'inspections') {
    // Told by two files, an inspection keeps the row of the file that ranks higher, whichever came first. Where both
    // number it, the number says whether it is the same: monitoring can come soon after what it follows.
    const same = `held.urn = ${staging}.urn and held.kind = ${staging}.kind and held.import_id <> ${importId}
      and (held.inspected_on = ${staging}.inspected_on or coalesce(held.inspection_number = ${staging}.inspection_number,
        abs(held.inspected_on - ${staging}.inspected_on) <= ${SAME_INSPECTION_DAYS}))`;
    return [
      `delete from inspection held using ${staging} where ${same} and not ${stands('held')}`,
      `insert into inspection (${list}) select ${list} from ${staging} where not exists (select from inspection held where ${same})`,
    ];
  }
  if (joining === 'with their inspection') {
    return [
      `insert into ${table} (${list}) select ${list} from ${staging} s
       where exists (select from inspection i where i.urn = s.urn and i.inspected_on = s.inspected_on and i.kind = s.kind
         and i.import_id = ${importId})`,
    ];
  }
  return [
    `insert into ${table} (${list}) select ${list} from ${staging} ${orUpdate}`,
    ...(noWhenLeftOut === undefined || rowByRow
      ? []
      : [
          `update ${table} set ${noWhenLeftOut} = false where ${noWhenLeftOut} and import_id <> ${importId} and not ${stands(table)}`,
        ]),
  ];
}
