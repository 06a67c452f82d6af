import type { ActingReader } from '../../access/acting-reader.ts';
import type { WorkItem } from '../../calendar/work-item.ts';
import { paths } from '../../web/paths.ts';
import { importData } from '../policy.ts';
import { undecidedImports } from '../queries/undecided-imports.ts';
import { DAYS_KEPT_UNDECIDED } from '../rules/import-job.ts';
import { daysAfter, londonIsoDay } from '../rules/london-time.ts';

/** Imports of the organisation that wait for somebody's decision: checked ones, and those that failed or were cut off. */
export async function importWork({ transaction, person, may }: ActingReader): Promise<WorkItem[]> {
  if (!may(importData, { kind: 'site' })) return [];
  const waiting = await undecidedImports(transaction, person.acting.organisation.id);
  return waiting.map(({ id, state, since, files }) => ({
    key: `import:${id}:decide`,
    title: state === 'checked' ? 'Decide whether to load files that were checked' : 'Try an import again or discard it',
    href: paths.importJob(id),
    // After that day they are given up.
    due: daysAfter(londonIsoDay(since), DAYS_KEPT_UNDECIDED),
    since: londonIsoDay(since),
    about: `${files} ${files === 1 ? 'file' : 'files'}${state === 'checked' ? '' : `, ${state}`}`,
    kind: 'Imports',
  }));
}
