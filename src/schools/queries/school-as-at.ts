import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { policiesOf } from '../../policies.ts';
import { factsAsAt, standingOn, type Told } from '../rules/history/as-at.ts';
import { leftOutOf } from '../rules/history/left-out.ts';
import { membersAsAt } from '../rules/history/members.ts';
import type { DatedFile } from '../rules/history/registers.ts';
import type { SchoolAsAt } from '../rules/history/school-as-at.ts';
import { lineagePolicyKind } from '../schema/lineage-policy.ts';
import { schemesOf } from './inspection-records.ts';
import { schoolRecord } from './school-record.ts';
import { datedFiles, toldMembers, toldStates } from './told-states.ts';

/** The first day (ISO) that a school can be seen as at: from then on the rules say what it has from its predecessors. */
export function earliestDay(): string {
  return policiesOf(lineagePolicyKind).reduce(
    (first, { validFrom }) => (validFrom < first ? validFrom : first),
    '9999',
  );
}

/**
 * A school as the published files held have it on a day (ISO, not before earliestDay): each fact by the latest file up to
 * the day that tells it, results and inspections by their own days, opening and closing by the days that registers give.
 * The same whatever the order in which files were loaded. Null when no register held has the URN.
 */
export async function schoolAsAt(db: Kysely<Database>, urn: number, day: string): Promise<SchoolAsAt | null> {
  const files = await datedFiles(db);
  const [states, record] = await Promise.all([toldStates(db, urn, files), schoolRecord(db, urn, day)]);
  const [newest] = states;
  const first = states.at(-1);
  if (newest === undefined || first === undefined || record === null) return null;
  const [lists, heads] = await Promise.all([toldMembers(db, urn, files), headsTold(db, urn, files)]);
  const ended = new Set(files.filter(({ asAt }) => asAt <= day).map(({ id }) => id));
  const inspections = record.inspections.filter(({ inspectedOn }) => inspectedOn <= day);
  const head = heads.find(({ asAt }) => asAt <= day) ?? null;
  return {
    urn,
    name: String(newest.values.name),
    day,
    standing: standingOn(states, leftOutOf(states, files), day),
    firstKnownOn: first.file.asAt,
    facts: factsAsAt(states, day),
    groups: membersAsAt(lists, day),
    head,
    headFirstKnownOn: head === null ? (heads.at(-1)?.asAt ?? null) : null,
    links: record.links,
    inspections,
    schemes: schemesOf(inspections),
    figures: new Map([...record.facts].filter(([, { source }]) => ended.has(source.importId))),
  };
}

/** The head of a school in each extract that has a place for one, in the order of `files`. */
async function headsTold(
  db: Kysely<Database>,
  urn: number,
  files: readonly DatedFile[],
): Promise<Told<string | null>[]> {
  const rows = await db.selectFrom('head_sighting').selectAll().where('urn', '=', urn).execute();
  const byImport = new Map(rows.map((row) => [row.import_id, row]));
  return files.flatMap(({ id, asAt }) => {
    const row = byImport.get(id);
    if (row === undefined) return [];
    const name = [row.title, row.first_name, row.last_name].filter(Boolean).join(' ');
    const value = name === '' ? null : [name, row.job_title].filter(Boolean).join(', ');
    return [{ value, asAt, source: { importId: id, line: row.line } }];
  });
}
