import { readConfig } from '../config.ts';
import { type OpenDatabase, openDatabase } from '../db/connect.ts';
import { prepareData } from '../prepare-data.ts';
import { progressOn } from './progress.ts';

/**
 * Runs a command's work on the database: starts or joins it, loads the bundled data if it is not there, and closes.
 * On Ctrl-C or SIGTERM the server is stopped first if this process runs it.
 */
export async function withData<T>(command: string, work: (opened: OpenDatabase) => Promise<T>): Promise<T> {
  return withDatabase(command, async (opened) => {
    await prepareData(opened.owner, progressOn(process.stderr));
    return work(opened);
  });
}

/** The same, without loading anything first. */
export async function withDatabase<T>(command: string, work: (opened: OpenDatabase) => Promise<T>): Promise<T> {
  const opened = await openDatabase(readConfig(), { command: `bin/alongside ${command}`, exclusive: false });
  stopOnSignal(opened);
  try {
    return await work(opened);
  } finally {
    await opened.close();
  }
}

function stopOnSignal(opened: OpenDatabase): void {
  for (const [signal, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
  ] as const) {
    process.once(signal, () => void opened.stopNow().finally(() => process.exit(128 + number)));
  }
}
