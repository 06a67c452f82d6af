import type pg from 'pg';
import { importFiles } from '../src/opendata/commands.ts';
import type { ImportError } from '../src/opendata/rules/import-error.ts';
import { TARGETS } from '../src/opendata/rules/tables.ts';

/** What is held: for each import, the lines that each table and the rows set aside have of it. */
type Holdings = Map<string, number>;

/** Tables of which one has something of every row that was loaded, so that a part of a file would show. */
const FULL = ['observation', 'trust_observation', 'area_observation', 'school'];

/**
 * Imports whatever is at the path and checks that each file in it was loaded whole or not at all: what was refused left
 * nothing, what was loaded is all there, and no line is told of twice. Throws what the import throws, which is a fault: what
 * cannot be loaded comes back as refused. Returns how many files were loaded and refused.
 */
export async function importWholeOrNot(
  pool: pg.Pool,
  path: string,
): Promise<{ loaded: number; refused: ImportError[] }> {
  const before = await holdings(pool);
  const { done, refused } = await importFiles(pool, path);
  const after = await holdings(pool);
  const loaded = done.filter(({ changed }) => changed);
  const ids = new Set(loaded.map(({ importId }) => importId));
  const here = [...after.keys()].filter((key) => ids.has(Number(key.split(' ').at(-1))));
  const imports = [...after.keys()].filter((key) => key.startsWith('import of'));
  if (loaded.length === 0) mustBeEqual('what is held after nothing was loaded', [...after].join(), [...before].join());
  for (const { importId, rowsRead, rowsLoaded, rowsSetAside, fileName } of loaded) {
    const linesIn = (table: string) => after.get(`${table} ${importId}`);
    mustBeEqual(`rows set aside of ${fileName}`, linesIn('set_aside_row') ?? 0, rowsSetAside);
    if (rowsLoaded + rowsSetAside > rowsRead) throw new Error(`${fileName}: more rows than were read`);
    const full = FULL.reduce((sum, table) => sum + (linesIn(table) ?? 0), 0);
    // Among others, rows of a newer file or a fuller register stand against some of its own.
    if (full > 0 && imports.length === 1) mustBeEqual(`lines held of ${fileName}`, full, rowsLoaded);
  }
  const strange = [...after.keys()].find((key) => !here.includes(key) && !before.has(key));
  if (strange !== undefined) throw new Error(`Rows of an import that was not reported: ${strange}`);
  return { loaded: loaded.length, refused };
}

async function holdings(pool: pg.Pool): Promise<Holdings> {
  const counts = [...Object.keys(TARGETS), 'set_aside_row'].map(
    (table) => `select '${table}' as held, import_id, count(distinct line)::int as lines from ${table} group by 2`,
  );
  const { rows } = await pool.query<{ held: string; import_id: number; lines: number }>(
    `${counts.join(' union all ')} union all select 'import of', id, 1 from import order by 1, 2`,
  );
  return new Map(rows.map(({ held, import_id, lines }) => [`${held} ${import_id}`, lines]));
}

function mustBeEqual(what: string, found: unknown, expected: unknown): void {
  if (found !== expected) throw new Error(`${what}: ${String(found)} where ${String(expected)} was expected`);
}
