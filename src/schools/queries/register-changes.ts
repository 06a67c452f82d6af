import { type Kysely, sql } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { LEAST_SHARE_OF_LIST } from '../../opendata/rules/tolerances.ts';
import { policiesOf } from '../../policies.ts';
import { type ComparedState, type RegisterState, stateChanges } from '../rules/history/state-changes.ts';
import { type DatedFile, listsAllOpen } from '../rules/history/registers.ts';
import type { RegisterChange } from '../rules/register-change.ts';
import { isOpen, linkDirection } from '../rules/school-record.ts';
import { authorityChangesKind } from '../schema/authority-changes.ts';
import { memberChanges } from './member-changes.ts';
import { datedFiles } from './told-states.ts';

/**
 * What the register or list of members of an import says of schools otherwise than the latest earlier one of the same
 * schools, in the order of URN. Earlier is by the day that a file is as at, in whatever order files were loaded. None for a
 * file that is neither, for the first file of all, and for an unknown number.
 */
export async function registerChanges(db: Kysely<Database>, importId: number): Promise<RegisterChange[]> {
  const imports = await datedFiles(db);
  const file = imports.find(({ id }) => id === importId);
  if (file === undefined) return [];
  const earlier = imports.filter(({ asAt }) => asAt < file.asAt);
  const changes = await Promise.all([schoolChangesIn(db, file, earlier), memberChanges(db, file, earlier)]);
  return changes.flat().toSorted((a, b) => a.urn - b.urn);
}

async function schoolChangesIn(
  db: Kysely<Database>,
  file: DatedFile,
  earlier: readonly DatedFile[],
): Promise<RegisterChange[]> {
  const registers = await withSightings(db, earlier);
  if (registers.length === 0) return [];
  const previous = registers.find(({ dataset }) => dataset === file.dataset);
  const [compared, leftOut] = await Promise.all([
    comparedStates(db, file, registers),
    previous !== undefined && file.complete && listsAllOpen(file.dataset)
      ? statesLeftOut(db, file, previous, registers)
      : [],
  ]);
  const firstSeen = compared
    .filter(({ before }) => before === null || !isOpen(before.status))
    .map(({ now }) => now.urn);
  return stateChanges(compared, leftOut, file.asAt, {
    previousDay: (previous ?? registers[0])?.asAt ?? null,
    authorityChanges: policiesOf(authorityChangesKind).flatMap(({ changes }) => changes),
    predecessors: await predecessorsOf(db, firstSeen),
  });
}

/** Those of the files that tell of schools, in the same order. */
async function withSightings(db: Kysely<Database>, files: readonly DatedFile[]): Promise<DatedFile[]> {
  if (files.length === 0) return [];
  const { rows } = await sql<{ id: number }>`
    select id from unnest(${files.map(({ id }) => id)}::int[]) as file(id)
    where exists (select from school_sighting s where s.import_id = file.id)`.execute(db);
  const telling = new Set(rows.map(({ id }) => id));
  return files.filter(({ id }) => telling.has(id));
}

interface StateRow {
  urn: number;
  la_code: number;
  la_name: string;
  name: string;
  establishment_type: string;
  status: string;
  open_date: string | null;
  close_date: string | null;
  import_id: number;
  line: number;
}

const STATE = sql`json_build_object('urn', k.urn, 'la_code', k.la_code, 'la_name', k.la_name, 'name', k.name,
  'establishment_type', k.establishment_type, 'status', k.status, 'open_date', k.open_date, 'close_date', k.close_date,
  'import_id', s.import_id, 'line', s.line)`;

/** The schools of a register whose state is not that of before, beside what was said of them before. */
async function comparedStates(
  db: Kysely<Database>,
  file: DatedFile,
  registers: readonly DatedFile[],
): Promise<ComparedState[]> {
  const { rows } = await sql<{ now: StateRow; before: StateRow | null; own: StateRow | null }>`
    with told as (
      select sighting.*, file.place, file.own
      from unnest(${registers.map(({ id }) => id)}::int[],
        ${registers.map(({ dataset }) => dataset === file.dataset)}::bool[]) with ordinality as file(id, own, place)
      join school_sighting sighting on sighting.import_id = file.id
    ),
    before as (select distinct on (urn) * from told order by urn, place),
    own as (select distinct on (urn) * from told where own order by urn, place)
    select ${STATE} as now,
      (select ${STATE} from school_state k cross join lateral (select before.*) s where k.id = before.state_id) as before,
      (select ${STATE} from school_state k cross join lateral (select own.*) s where k.id = own.state_id) as own
    from school_sighting s
    join school_state k on k.id = s.state_id
    left join before on before.urn = s.urn
    left join own on own.urn = s.urn
    where s.import_id = ${file.id}
      and s.state_id is distinct from before.state_id and s.state_id is distinct from own.state_id
    order by s.urn`.execute(db);
  const asAt = new Map([file, ...registers].map(({ id, asAt: day }) => [id, day]));
  return rows.map(({ now, before, own }) => ({
    now: stateOf(now, asAt),
    before: before && stateOf(before, asAt),
    own: own && stateOf(own, asAt),
  }));
}

/**
 * Schools that stood open in the previous issue of a register of all that are open and are not in this one, nor in any other
 * register since. None where this issue is so much shorter that it may be cut off.
 */
async function statesLeftOut(
  db: Kysely<Database>,
  file: DatedFile,
  previous: DatedFile,
  registers: readonly DatedFile[],
): Promise<RegisterState[]> {
  const since = registers.filter(({ asAt }) => asAt > previous.asAt).map(({ id }) => id);
  const { rows } = await sql<{ before: StateRow; listed: number; held: number }>`
    select ${STATE} as before,
      (select count(*)::int from school_sighting where import_id = ${file.id}) as listed,
      (select count(*)::int from school_sighting where import_id = ${previous.id}) as held
    from school_sighting s join school_state k on k.id = s.state_id
    where s.import_id = ${previous.id}
      and not exists (select from school_sighting later
        where later.urn = s.urn and later.import_id = any(${[file.id, ...since]}::int[]))
    order by s.urn`.execute(db);
  const asAt = new Map([[previous.id, previous.asAt]]);
  return rows
    .filter(({ before, listed, held }) => isOpen(before.status) && listed >= held * LEAST_SHARE_OF_LIST)
    .map(({ before }) => stateOf(before, asAt));
}

function stateOf(row: StateRow, asAt: ReadonlyMap<number, string>): RegisterState {
  return {
    urn: row.urn,
    laCode: row.la_code,
    laName: row.la_name,
    name: row.name,
    establishmentType: row.establishment_type,
    status: row.status,
    openDate: row.open_date,
    closeDate: row.close_date,
    asAt: asAt.get(row.import_id) ?? '',
    source: { importId: row.import_id, line: row.line },
  };
}

async function predecessorsOf(
  db: Kysely<Database>,
  urns: readonly number[],
): Promise<Map<number, { urn: number; name: string }[]>> {
  const rows = await db
    .selectFrom('school_link')
    .select(['urn', 'linked_urn', 'linked_name', 'link_type'])
    .where('urn', '=', sql<number>`any(${[...urns]}::int[])`)
    .orderBy('linked_urn')
    .execute();
  const predecessors = new Map<number, { urn: number; name: string }[]>();
  for (const { urn, linked_urn, linked_name, link_type } of rows) {
    if (linkDirection(link_type) !== 'predecessor') continue;
    predecessors.set(urn, [...(predecessors.get(urn) ?? []), { urn: linked_urn, name: linked_name }]);
  }
  return predecessors;
}
