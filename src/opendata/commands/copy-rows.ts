import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from } from 'pg-copy-streams';
import type { SourceRow } from '../rules/csv-rows.ts';
import { ImportError } from '../rules/import-error.ts';
import type { SetAside, Verdict } from '../rules/read-rows.ts';
import type { TargetTable } from '../rules/tables.ts';
import { MOST_SET_ASIDE_SHARE } from '../rules/tolerances.ts';

export interface CopyPlan {
  file: string;
  rows: Iterable<SourceRow>;
  read: (row: SourceRow) => Verdict;
  /** Where the rows of each table go: its COPY statement. The first table is copied while rows are still being read. */
  statements: ReadonlyMap<TargetTable, string>;
  /** A few mended rows may all be wrong again, which says nothing of a file. */
  mayBeUnreadable?: boolean;
  onCharacters(done: number): void;
}

export interface Copied {
  rowsRead: number;
  rowsLoaded: number;
  setAside: SetAside[];
  /** Those rows as published. */
  textsSetAside: { line: number; text: string }[];
  rowsSetAside: number;
}

const FLUSH_CHARACTERS = 1 << 17;

/** Reads rows and copies them into the database. Throws ImportError when too many of them cannot be read. */
export async function copyRows(client: PoolClient, plan: CopyPlan): Promise<Copied> {
  const copied: Copied = { rowsRead: 0, rowsLoaded: 0, setAside: [], textsSetAside: [], rowsSetAside: 0 };
  const [streamed, ...kept] = plan.statements.keys();
  if (streamed === undefined) throw new Error('A layout gives rows of at least one table');
  const pending = new Map<TargetTable, string>([...plan.statements.keys()].map((table) => [table, '']));
  let characters = 0;
  await copyInto(client, plan.statements.get(streamed) ?? '', async (write) => {
    for (const row of plan.rows) {
      copied.rowsRead += 1;
      characters += row.text.length + 1;
      const verdict = plan.read(row);
      if (verdict.kind === 'set aside') {
        copied.rowsSetAside += 1;
        copied.setAside.push(...verdict.reasons);
        copied.textsSetAside.push({ line: row.line, text: row.text });
      } else if (verdict.kind === 'loaded') {
        copied.rowsLoaded += 1;
        for (const { table, text } of verdict.texts) pending.set(table, (pending.get(table) ?? '') + text);
      }
      const text = pending.get(streamed) ?? '';
      if (text.length > FLUSH_CHARACTERS) {
        pending.set(streamed, '');
        plan.onCharacters(characters);
        await write(text);
      }
    }
    if (!plan.mayBeUnreadable) mustBeMostlyReadable(copied, plan.file);
    await write(pending.get(streamed) ?? '');
  });
  for (const table of kept) {
    await copyInto(client, plan.statements.get(table) ?? '', (write) => write(pending.get(table) ?? ''));
  }
  return copied;
}

async function copyInto(
  client: PoolClient,
  statement: string,
  send: (write: (text: string) => Promise<void>) => Promise<void>,
): Promise<void> {
  const stream = client.query(from(statement));
  const done = finished(stream);
  // Observed at once, so that a refusal while rows are still being read is not taken for an unhandled one.
  done.catch(() => {});
  try {
    await send(async (text) => {
      if (!stream.write(Buffer.from(text))) await Promise.race([once(stream, 'drain'), done]);
    });
    stream.end();
  } catch (error) {
    stream.destroy();
    await done.catch(() => {});
    throw error;
  }
  await done;
}

function mustBeMostlyReadable({ rowsRead, rowsSetAside, setAside }: Copied, file: string): void {
  const [first] = setAside;
  if (first === undefined || rowsSetAside <= rowsRead * MOST_SET_ASIDE_SHARE) return;
  throw new ImportError({
    file,
    line: first.line,
    column: first.field,
    problem: `${rowsSetAside} of ${rowsRead} rows cannot be read, the first because "${first.value}" is ${first.reason}`,
    mend: 'Nothing was loaded. Download the file again; if it stays so, its layout has changed and needs a new adapter',
  });
}
