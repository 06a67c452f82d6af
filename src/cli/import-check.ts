import type { Pool } from 'pg';
import { type CheckOutcome, checkFiles, type ImportOptions } from '../opendata/commands.ts';
import type { ImportError } from '../opendata/rules/import-error.ts';
import { yearsTold } from '../opendata/rules/years.ts';
import type { Progress } from './progress.ts';
import { paragraph, textTable } from './table.ts';

/** A file that cannot be loaded, and what to do about it. */
interface RefusedFile {
  path: string;
  /** What it is, when it is known and has no place here. */
  recognisedAs: string | null;
  problem: string;
  mend: string;
}

/** What `--json` gives: what loading each file would do. */
export interface CheckReport {
  checked: CheckOutcome[];
  refused: RefusedFile[];
  /** What an archive or workbook holds beside published files. */
  skipped: { file: string; why: string }[];
}

/** Says for each file what loading it would do. Nothing is stored. */
export async function checkPaths(
  pool: Pool,
  paths: readonly string[],
  options: Omit<ImportOptions, 'onProgress'>,
  progress: Progress,
): Promise<CheckReport> {
  const report: CheckReport = { checked: [], refused: [], skipped: [] };
  for (const [at, path] of paths.entries()) {
    const place = `${at + 1} of ${paths.length}: `;
    const onProgress: ImportOptions['onProgress'] = ({ title, done, total }) =>
      progress.step(place + title, done, total);
    const found = await checkFiles(pool, path, { ...options, onProgress });
    report.checked.push(...found.done);
    report.skipped.push(...found.skipped);
    for (const error of found.refused) {
      const { recognisedAs = null, problem, mend } = error;
      report.refused.push({ path, recognisedAs, problem: `${placeOf(error)}${problem}`, mend });
    }
  }
  return report;
}

function placeOf({ line, column }: ImportError): string {
  const place = [line === undefined ? '' : `line ${line}`, column === undefined ? '' : `column "${column}"`];
  const named = place.filter((part) => part !== '').join(', ');
  return named === '' ? '' : `${named}: `;
}

const COLUMNS: readonly { heading: string; value: (row: CheckOutcome) => string; number?: true }[] = [
  { heading: 'File', value: ({ fileName }) => fileName },
  { heading: 'Dataset', value: ({ dataset }) => dataset },
  { heading: 'Year', value: yearsTold },
  { heading: 'Stage', value: ({ stage }) => stage },
  { heading: 'As at', value: ({ asAt }) => asAt },
  { heading: 'Read', value: ({ rowsRead }) => String(rowsRead), number: true },
  { heading: 'Would load', value: ({ rowsLoaded }) => String(rowsLoaded), number: true },
  { heading: 'Set aside', value: ({ rowsSetAside }) => String(rowsSetAside), number: true },
  { heading: 'Seconds', value: ({ seconds }) => seconds.toFixed(1), number: true },
];

/** The report for a terminal. */
export function checkText({ checked, refused, skipped }: CheckReport): string {
  const table = textTable(
    [
      { heading: 'File', value: ({ fileName }) => fileName, fills: true },
      { heading: 'Dataset', value: ({ dataset }) => dataset, most: 16 },
      {
        heading: 'Stage',
        value: (file) => `${file.stage} ${yearsTold(file)}`.trim(),
        most: 11,
      },
      { heading: 'As at', value: ({ asAt }) => asAt },
      { heading: 'Read', value: ({ rowsRead }) => String(rowsRead), align: 'right' },
      { heading: 'Loads', value: ({ rowsLoaded }) => String(rowsLoaded), align: 'right' },
      { heading: 'Set aside', value: ({ rowsSetAside }) => String(rowsSetAside), align: 'right' },
      { heading: 'Seconds', value: ({ seconds }) => seconds.toFixed(1), align: 'right' },
    ],
    checked,
  );
  const held = checked.filter((row) => row.held).length;
  const parts = [
    ...(checked.length > 0 ? [table] : []),
    ...(held > 0 ? [paragraph(`${held} of ${checked.length} files are held already.`)] : []),
    ...refused.map(({ path, problem, mend }) => paragraph(`Refused: ${path}: ${problem}. ${mend}.`)),
    ...skipped.map(({ file, why }) => paragraph(`Not read: ${file} (${why})`)),
  ];
  return parts.join('\n\n');
}

/** The report as tables in Markdown, as they stand in docs/datasets.md. */
export function checkMarkdown({ checked, refused }: CheckReport): string {
  return [
    markdownRow(COLUMNS.map(({ heading }) => heading)),
    markdownRow(COLUMNS.map(({ number }) => (number ? '---:' : '---'))),
    ...checked.map((row) => markdownRow(COLUMNS.map(({ value }) => value(row)))),
    ...(refused.length === 0 ? [] : ['', markdownRow(['Refused', 'Why', 'Mend']), markdownRow(['---', '---', '---'])]),
    ...refused.map(({ path, problem, mend }) => markdownRow([path.replace(/^.*\//, ''), problem, mend])),
  ].join('\n');
}

function markdownRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
