import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { factsTold, isWholeMembersList } from '../../opendata/rules/school-state.ts';
import { STATE_FACTS } from '../../opendata/rules/state-facts.ts';
import type { Membership, ToldMembers } from '../rules/history/members.ts';
import { type DatedFile, newestFirst } from '../rules/history/registers.ts';
import type { StateValues, ToldState } from '../rules/history/told-state.ts';

/** Every file held, in the order in which files are asked what a school was like on a day. */
export async function datedFiles(db: Kysely<Database>): Promise<DatedFile[]> {
  const rows = await db
    .selectFrom('import')
    .select(['id', 'dataset', 'layout', 'as_at as asAt', 'sha256', 'sightings_complete as complete'])
    .execute();
  return newestFirst(rows);
}

/** What every register held says of a school, in the order of `files`. */
export async function toldStates(db: Kysely<Database>, urn: number, files: readonly DatedFile[]): Promise<ToldState[]> {
  const rows = await db
    .selectFrom('school_sighting as s')
    .innerJoin('school_state as k', 'k.id', 's.state_id')
    .select(['s.import_id', 's.line'])
    .select(STATE_FACTS.map((fact) => `k.${fact}` as const))
    .where('s.urn', '=', urn)
    .execute();
  const byImport = new Map(rows.map((row) => [row.import_id, row]));
  return files.flatMap((file) => {
    const row = byImport.get(file.id);
    if (row === undefined) return [];
    const { import_id: importId, line, ...values } = row;
    return [{ file, source: { importId, line }, told: factsTold(file.layout), values: values satisfies StateValues }];
  });
}

/** What every list of members that speaks of a school says of it, in the order of `files`. */
export async function toldMembers(
  db: Kysely<Database>,
  urn: number,
  files: readonly DatedFile[],
): Promise<ToldMembers[]> {
  const rows = await db
    .selectFrom('group_member_sighting')
    .selectAll()
    .where('urn', '=', urn)
    .orderBy('group_type')
    .orderBy('group_uid')
    .execute();
  const byImport = new Map<number, Membership[]>();
  for (const row of rows) {
    const members = byImport.get(row.import_id) ?? [];
    members.push({
      uid: row.group_uid,
      groupType: row.group_type,
      name: row.group_name,
      joinedOn: row.joined_on,
      source: { importId: row.import_id, line: row.line },
    });
    byImport.set(row.import_id, members);
  }
  return files
    .filter(({ id, layout, complete }) => byImport.has(id) || (complete && isWholeMembersList(layout)))
    .map((file) => ({ file, members: byImport.get(file.id) ?? [] }));
}
