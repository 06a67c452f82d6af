import type { DatasetId } from './datasets.ts';
import { DATASETS } from './datasets.ts';

/** What the page of sources says of one file. */
export interface SourceEntry {
  file: string;
  dataset: DatasetId;
  title: string;
  publisher: string;
  stage: string;
  asAt: string;
  asAtReason: string;
  copy: 'raw' | 'derived';
  origin: { repository: string; path: string };
  note: string;
  sha256: string;
  rows: number;
  bytes: number;
}

/** SOURCES.md of the snapshot: where each file comes from and under which licence, as Markdown. */
export function sourcesPage(snapshot: { title: string; files: readonly SourceEntry[] }): string {
  const attributions = new Set(
    snapshot.files.map((file) => DATASETS[file.dataset].attribution).filter((text) => text !== null),
  );
  const lines = [
    '# Sources of the bundled data',
    '',
    '`alongside snapshot` wrote this page from snapshot.json. Do not edit it.',
    '',
    `${snapshot.title}. Every file is public sector information under the Open Government Licence v3.0`,
    '(https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/). None holds data on a pupil.',
    'Heads of schools are named as their register names them.',
    ...(attributions.size > 0 ? ['', ...[...attributions].map((text) => `${text}.`)] : []),
    '',
    'The copies were found in public GitHub repositories, not fetched from the publisher. A raw copy is the',
    "repository's file byte for byte; a derived one was converted to CSV or joined, its values unchanged.",
    '',
  ];
  for (const file of snapshot.files) lines.push(...section(file));
  return lines.join('\n');
}

function section(file: SourceEntry): string[] {
  return [
    `## ${file.file}`,
    '',
    `${file.title}. ${file.note}`,
    '',
    `- Publisher: ${file.publisher}`,
    `- Stage: ${file.stage}; as at ${file.asAt} (${file.asAtReason})`,
    `- Copy: ${file.copy}, from github.com/${file.origin.repository}, ${file.origin.path}`,
    `- Content: ${file.rows.toLocaleString('en-GB')} rows, ${file.bytes.toLocaleString('en-GB')} bytes unpacked, SHA-256 ${file.sha256}`,
    '',
  ];
}
