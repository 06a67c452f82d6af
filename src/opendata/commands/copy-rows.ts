import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from } from 'pg-copy-streams';
import type { SourceRow } from '../rules/csv-rows.ts';
import { ImportError } from '../rules/import-error.ts';
import type { SetAside, TableText, Verdict } from '../rules/read-rows.ts';
import type { TargetTable } from '../rules/tables.ts';
import type { ContentKeeping } from './keep-content.ts';
import { MOST_SET_ASIDE_REASONS, MOST_SET_ASIDE_SHARE, MOST_SET_ASIDE_TEXT } from '../rules/tolerances.ts';

export interface CopyPlan {
  file: string;
  rows: Iterable<SourceRow>;
  read: (row: SourceRow) => Verdict;
  /** Where the rows of each table go: its COPY statement. Rows of the first go there while others are still being read. */
  statements: ReadonlyMap<TargetTable, string>;
  /** A few mended rows may all be wrong again, which says nothing of a file. */
  mayBeUnreadable?: boolean;
  /** Keeps the rows as published too; null where the file is kept elsewhere. */
  keeping: ContentKeeping | null;
  onCharacters(done: number): void;
}

export interface Copied {
  rowsRead: number;
  rowsLoaded: number;
  setAside: SetAside[];
  /** Those rows as published; null when they are too much to keep. */
  textsSetAside: { line: number; text: string }[] | null;
  charactersSetAside: number;
  rowsSetAside: number;
}

const FLUSH_CHARACTERS = 1 << 17;

/** One COPY runs at a time, so rows of the other tables wait until there are so many characters of them. */
const MOST_WAITING = 1 << 22;

/** Reads rows and copies them into the database. Throws ImportError when too many of them cannot be read. */
export async function copyRows(client: PoolClient, plan: CopyPlan): Promise<Copied> {
  const copied: Copied = {
    rowsRead: 0,
    rowsLoaded: 0,
    setAside: [],
    textsSetAside: [],
    charactersSetAside: 0,
    rowsSetAside: 0,
  };
  const { keeping } = plan;
  const [streamed, ...kept] = plan.statements.keys();
  if (streamed === undefined) throw new Error('A layout gives rows of at least one table');
  const pending = new Map<TargetTable, string>([...plan.statements.keys()].map((table) => [table, '']));
  const taken = (table: TargetTable) => {
    const text = pending.get(table) ?? '';
    pending.set(table, '');
    return text;
  };
  const rows = plan.rows[Symbol.iterator]();
  let characters = 0;
  let rest = rows.next();
  const isRead = () => rest.done === true;
  while (!rest.done) {
    await copyInto(client, plan.statements.get(streamed) ?? '', async (write) => {
      let waiting = 0;
      for (; !rest.done && waiting + (keeping?.waiting ?? 0) < MOST_WAITING; rest = rows.next()) {
        characters += rest.value.text.length + 1;
        const packing = keeping?.add(rest.value);
        if (packing) await packing;
        for (const { table, text } of judged(plan, rest.value, copied)) {
          pending.set(table, (pending.get(table) ?? '') + text);
          if (table !== streamed) waiting += text.length;
        }
        if ((pending.get(streamed) ?? '').length > FLUSH_CHARACTERS) {
          plan.onCharacters(characters);
          await write(taken(streamed));
        }
      }
      if (rest.done && !plan.mayBeUnreadable) mustBeMostlyReadable(copied, plan.file);
      await write(taken(streamed));
    });
    for (const table of kept) await copyInto(client, plan.statements.get(table) ?? '', (write) => write(taken(table)));
    await keeping?.store(client, isRead());
  }
  return copied;
}

/** What a row gives to the tables; one that cannot be read is counted and remembered. */
function judged(plan: CopyPlan, row: SourceRow, copied: Copied): readonly TableText[] {
  const verdict = plan.read(row);
  copied.rowsRead += 1;
  if (verdict.kind === 'loaded') {
    copied.rowsLoaded += 1;
    return verdict.texts;
  }
  if (verdict.kind === 'set aside') {
    copied.rowsSetAside += 1;
    for (const reason of verdict.reasons) copied.setAside.push({ ...reason, value: ownText(reason.value) });
    copied.textsSetAside?.push({ line: row.line, text: ownText(row.text) });
    copied.charactersSetAside += row.text.length;
    if (copied.charactersSetAside > MOST_SET_ASIDE_TEXT) copied.textsSetAside = null;
    if (copied.setAside.length > MOST_SET_ASIDE_REASONS) throw unreadable(copied, plan.file);
  }
  return [];
}

/** A cell is a piece of the text it was cut from, and would keep all of that in memory. */
function ownText(cell: string): string {
  return Buffer.from(cell).toString();
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

function mustBeMostlyReadable(copied: Copied, file: string): void {
  if (copied.rowsSetAside > copied.rowsRead * MOST_SET_ASIDE_SHARE) throw unreadable(copied, file);
}

function unreadable({ rowsRead, rowsSetAside, setAside: [first] }: Copied, file: string): ImportError {
  return new ImportError({
    file,
    ...(first && { line: first.line, column: first.field }),
    problem: `${rowsSetAside} of ${rowsRead} rows cannot be read, the first because "${first?.value}" is ${first?.reason}`,
    mend: 'Nothing was loaded. Download the file again; if it stays so, its layout has changed and needs a new adapter',
  });
}
