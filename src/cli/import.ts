import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { type FilesAt, type ImportOutcome, importFiles } from '../opendata/commands.ts';
import { drawConclusions } from '../prepare-data.ts';
import { yearsTold } from '../opendata/rules/years.ts';
import { wholeNumber } from './arguments.ts';
import { CommandError } from './command-error.ts';
import { checkMarkdown, checkPaths, checkText } from './import-check.ts';
import { answer } from './output.ts';
import { progressOn } from './progress.ts';
import { paragraph, textTable } from './table.ts';
import { withData } from './with-database.ts';

interface Options {
  year?: number;
  asAt?: string;
  check?: true;
  markdown?: true;
  json?: true;
}

interface Report {
  imported: ImportOutcome[];
  refused: { path: string; why: string }[];
  skipped: FilesAt<ImportOutcome>['skipped'];
}

/** `bin/alongside import PATH...`: loads published files, then draws need and prospects again, and their news. */
export function importCommand(program: Command): Command {
  return program
    .command('import')
    .description(
      'Load published files (csv or geojson, plain or gzipped, xlsx, or zip; a folder means every such file in it)',
    )
    .argument('<path...>', 'files or folders')
    .option(
      '--year <year>',
      'year in which the academic or financial year starts, for files that do not say it',
      wholeNumber(2000),
    )
    .option('--as-at <date>', 'day that the files are true of, as 2022-07-06, for files that do not say it')
    .option('--check', 'say what loading the files would do, and store nothing')
    .option('--markdown', 'with --check: print the report as tables in Markdown')
    .option('--json', 'print the report as JSON')
    .action(async (paths: string[], options: Options) => {
      if (options.asAt !== undefined && !/^\d{4}-\d\d-\d\d$/.test(options.asAt)) {
        throw new CommandError(`--as-at is "${options.asAt}": write the day as 2022-07-06`);
      }
      if (options.markdown && !options.check) throw new CommandError('--markdown goes with --check: add it');
      const files = (await Promise.all(paths.map(filesAt))).flat();
      await withData('import', async ({ owner: { pool, db } }) => {
        const progress = progressOn(process.stderr);
        const { year, asAt } = options;
        const given = { ...(year !== undefined && { year }), ...(asAt !== undefined && { asAt }) };
        if (options.check) {
          const checked = await checkPaths(pool, files, given, progress);
          answer(checked, options.json, options.markdown ? checkMarkdown : checkText);
          if (checked.refused.length > 0) process.exitCode = 1;
          return;
        }
        const report: Report = { imported: [], refused: [], skipped: [] };
        for (const path of files) {
          const found = await importFiles(pool, path, {
            ...given,
            onProgress: ({ title, done, total }) => progress.step(title, done, total),
          });
          report.imported.push(...found.done);
          report.refused.push(...found.refused.map(({ message }) => ({ path, why: message })));
          report.skipped.push(...found.skipped);
        }
        if (report.imported.some(({ changed }) => changed)) await drawConclusions(db, progress);
        if (!options.json) {
          for (const { file, why } of report.skipped) progress.say(paragraph(`Not read: ${file} (${why})`));
          for (const { why } of report.refused) progress.say(paragraph(`Refused: ${why}`));
        }
        if (options.json || report.imported.length > 0) answer(report, options.json, reportText);
        if (report.refused.length > 0) process.exitCode = 1;
      });
    });
}

async function filesAt(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new CommandError(`There is no file or folder ${path}: check the path`);
  if (!found.isDirectory()) return [path];
  const names = (await readdir(path))
    .filter((name) => /\.(?:(?:csv|geojson|topojson)(?:\.gz)?|xlsx|xlsm|zip)$/i.test(name))
    .toSorted();
  if (names.length === 0)
    throw new CommandError(`The folder ${path} holds no .csv, .geojson, .xlsx or .zip file: name another`);
  return names.map((name) => join(path, name));
}

function reportText({ imported }: Report): string {
  return textTable(
    [
      { heading: 'File', value: (row) => row.fileName, fills: true },
      { heading: 'Year', value: yearsTold },
      { heading: 'Read', value: (row) => String(row.rowsRead), align: 'right' },
      { heading: 'Loaded', value: (row) => (row.changed ? String(row.rowsLoaded) : 'had it'), align: 'right' },
      { heading: 'Set aside', value: (row) => String(row.rowsSetAside), align: 'right' },
    ],
    imported,
  );
}
