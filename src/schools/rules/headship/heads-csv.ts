import { csvText } from '../csv-text.ts';
import type { PublishedFile } from '../published-file.ts';
import type { HeadshipChange } from './headship-change.ts';

const HEAD = [
  'URN',
  'School',
  'After',
  'By',
  'Class',
  'Reason',
  'Left',
  'Came',
  'First headship',
  'First headship: why',
  'Earlier number of the school',
  'Source before',
  'Line before',
  'Source after',
  'Line after',
];

/** Changes of head as CSV, as the published names tell them; `files` are those of the sources, by import. */
export function headsCsv(
  changes: readonly HeadshipChange[],
  files: ReadonlyMap<number, Pick<PublishedFile, 'fileName'>>,
): string {
  return csvText(
    HEAD,
    changes.map((change) => [
      change.urn,
      change.schoolName,
      change.notBefore,
      change.notAfter,
      change.class,
      change.reason,
      change.left.join('; '),
      change.came.join('; '),
      change.first?.answer ?? null,
      change.first?.reason ?? null,
      change.inheritedFrom,
      ...change.sources.flatMap(({ importId, line }) => [files.get(importId)?.fileName ?? null, line]),
    ]),
  );
}
