import type { PoolClient } from 'pg';
import type { Adapter, ListLayout } from '../rules/adapter.ts';
import { ImportError } from '../rules/import-error.ts';
import { mergeStatements, stagingOf } from '../rules/merge-sql.ts';
import { mayMeet, outranks, type Ranked } from '../rules/rank.ts';
import {
  AREA_OBSERVATION_COLUMNS,
  OBSERVATION_COLUMNS,
  TARGETS,
  type TargetTable,
  TRUST_OBSERVATION_COLUMNS,
} from '../rules/tables.ts';
import { LEAST_SHARE_OF_LIST } from '../rules/tolerances.ts';

/** One table that a file fills. */
export interface Target {
  table: TargetTable;
  columns: readonly string[];
  copyStatement: string;
  importId: number;
  /** Imports whose rows stand against this one's. */
  standing: readonly Standing[];
  /** False when rows are copied straight into the table, which held nothing that they could meet. */
  staged: boolean;
  /** The rows are a few of a file, mended. */
  rowByRow: boolean;
  noWhenLeftOut: string | undefined;
  speaksOnlyOf: readonly string[] | undefined;
}

interface Standing {
  id: number;
  sameDataset: boolean;
}

/** Decides, for each table that a layout fills, whether rows must be staged first, and makes the staging tables. */
export async function prepareTargets(
  client: PoolClient,
  adapter: Adapter,
  ranked: Ranked,
  importId: number,
  { rowByRow }: { rowByRow: boolean },
): Promise<Target[]> {
  const held = await heldImports(client, importId);
  const targets: Target[] = [];
  const add = async (table: TargetTable, columns: readonly string[], empty: boolean, list?: ListLayout) => {
    if (!empty) {
      await client.query(`create temp table ${stagingOf(table)} (like ${table} including defaults) on commit drop`);
    }
    targets.push({
      table,
      columns,
      copyStatement: `copy ${empty ? table : stagingOf(table)} (${columns.join(', ')}) from stdin`,
      importId,
      standing: held
        .filter((other) => outranks(other, ranked, table))
        .map((other) => ({ id: other.id, sameDataset: other.dataset === ranked.dataset })),
      staged: !empty,
      rowByRow,
      noWhenLeftOut: list?.noWhenLeftOut,
      speaksOnlyOf: list?.speaksOnlyOf,
    });
  };
  if (adapter.figures) {
    // A year that no other file with these measures tells of has no figures yet.
    const isFirst = !held.some((other) => mayMeet(other, ranked));
    await add('observation', OBSERVATION_COLUMNS, isFirst);
  }
  if (adapter.trustFigures) {
    await add('trust_observation', TRUST_OBSERVATION_COLUMNS, await isEmpty(client, 'trust_observation'));
  }
  if (adapter.areaFigures) {
    await add('area_observation', AREA_OBSERVATION_COLUMNS, await isEmpty(client, 'area_observation'));
  }
  for (const list of adapter.lists ?? []) {
    // Two lists of one table have the same columns, and go there together.
    if (targets.some(({ table }) => table === list.table)) continue;
    // What goes with other rows must wait until those stand, and a list of a day is measured against the one before; other
    // rows of their own import meet no others.
    const { key, joining } = TARGETS[list.table];
    const ofOwnImport = key.includes('import_id') && joining !== 'list of a day';
    const straight = joining !== 'with their inspection' && (ofOwnImport || (await isEmpty(client, list.table)));
    await add(list.table, [...Object.keys(list.fields), 'import_id', 'line'], straight, list);
  }
  return targets;
}

/** True when a newer issue of the same dataset is held. */
export function isOvertaken(target: Target): boolean {
  return target.standing.some((held) => held.sameDataset);
}

/** Joins the staged rows of a table to those it holds. Throws ImportError when a list looks cut short. */
export async function joinStaged(client: PoolClient, target: Target, file: string): Promise<void> {
  if (!target.staged) return;
  await mustNotBeCutShort(client, target, file);
  const standing = target.standing.map(({ id }) => id);
  for (const statement of mergeStatements({ ...target, standing, overtaken: isOvertaken(target) }))
    await client.query(statement);
}

async function heldImports(client: PoolClient, importId: number): Promise<(Ranked & { id: number })[]> {
  const { rows } = await client.query<Ranked & { id: number }>(
    'select id, dataset, year, first_year as "firstYear", stage, as_at::text as "asAt" from import where id <> $1',
    [importId],
  );
  return rows;
}

async function isEmpty(client: PoolClient, table: TargetTable): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(`select exists (select from ${table}) as found`);
  return rows[0]?.found === false;
}

/** Nothing is taken for closed because half of a list was downloaded. An older list is not joined, so it may be short. */
async function mustNotBeCutShort(client: PoolClient, target: Target, file: string): Promise<void> {
  const { joining } = TARGETS[target.table];
  const isWhole = joining === 'whole list' || joining === 'list of a day' || target.noWhenLeftOut !== undefined;
  if (!isWhole || target.rowByRow || target.speaksOnlyOf !== undefined || isOvertaken(target)) return;
  const ofMainstream = target.noWhenLeftOut === undefined ? '' : ` where ${target.noWhenLeftOut}`;
  const ofOneList =
    joining === 'list of a day' ? ` where import_id = (select max(import_id) from ${target.table})` : ofMainstream;
  const { rows } = await client.query<{ held: number; incoming: number }>(
    `select (select count(*)::int from ${target.table}${ofOneList}) as held,
       (select count(*)::int from ${stagingOf(target.table)}${ofMainstream}) as incoming`,
  );
  const { held = 0, incoming = 0 } = rows[0] ?? {};
  if (incoming >= held * LEAST_SHARE_OF_LIST) return;
  throw new ImportError({
    file,
    problem: `it lists ${incoming} where ${held} are held, and what a list leaves out would be taken for closed`,
    mend: 'Import the whole list, not a part of it',
  });
}
