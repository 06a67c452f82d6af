import type { Command } from 'commander';
import { buildSnapshot } from '../opendata/commands/build-snapshot.ts';
import { DATA_FOLDER } from '../prepare-data.ts';
import { answer } from './output.ts';

/** `bin/alongside snapshot --from DIR`: builds the bundled data afresh from a folder of published files. */
export function snapshotCommand(program: Command): Command {
  return program
    .command('snapshot')
    .description('Build the bundled data (data/) from a folder of published files; the same files give the same bytes')
    .requiredOption('--from <folder>', 'folder that holds the published files named in data/snapshot.json')
    .option('--to <folder>', 'folder to write', DATA_FOLDER)
    .option('--json', 'print the manifest as JSON')
    .action(async (options: { from: string; to: string; json?: true }) => {
      const manifest = await buildSnapshot({ from: options.from, to: options.to });
      answer(manifest, options.json, ({ files }) => {
        const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
        return `${files.length} files, ${(bytes / 1e6).toFixed(1)} MB, written to ${options.to}`;
      });
    });
}
