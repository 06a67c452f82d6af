import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { headEntries, inspectionEntries, linkEntries } from '../rules/history/dated-entries.ts';
import { leftOutOf } from '../rules/history/left-out.ts';
import { memberEntries } from '../rules/history/member-entries.ts';
import { latestFirst, stateEntries, type TimelineEntry } from '../rules/history/timeline.ts';
import { headshipsOf } from './headships.ts';
import { schoolRecord } from './school-record.ts';
import { datedFiles, toldMembers, toldStates } from './told-states.ts';

// Everything that is published is of days that have been, but for openings and closures to come, which are told too.
const EVER = '9999-12-31';

/**
 * What changed for a school from file to file and on published days, the latest first: register, groups, heads, links and
 * inspections. The same whatever the order of loading. Empty when no register held has the URN.
 */
export async function schoolTimeline(db: Kysely<Database>, urn: number): Promise<TimelineEntry[]> {
  const files = await datedFiles(db);
  const [states, lists, heads, record] = await Promise.all([
    toldStates(db, urn, files),
    toldMembers(db, urn, files),
    headshipsOf(db, urn),
    schoolRecord(db, urn, EVER),
  ]);
  if (states.length === 0 || record === null) return [];
  return latestFirst([
    ...stateEntries(states, leftOutOf(states, files)),
    ...memberEntries(lists),
    ...headEntries(heads),
    ...linkEntries(record.links),
    ...inspectionEntries(record.inspections),
  ]);
}
