import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { PoolClient } from 'pg';
import type { SourceRow } from '../rules/csv-rows.ts';
import { keptHeader, partText } from '../rules/kept-rows.ts';

const pack = promisify(brotliCompress);

/** Text of a part before it is packed: a row is shown by unpacking one part, and a smaller one packs less well. */
const PART_CHARACTERS = 1 << 18;

/** Parts that are packed at a time, beside the reading of rows. */
const AT_ONCE = 4;

/** Smaller than gzip's fastest in half of its time; higher qualities save a tenth more and take twice as long. */
const PACKING = { params: { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_LGWIN]: 18 } };

/** Parts that are stored by one statement. */
const STORED_AT_ONCE = 32;

interface Part {
  part: number;
  firstLine: number;
  packed: Buffer;
}

/** Packs the rows of a file while they are read. */
export interface ContentKeeping {
  /** Takes a row in. A promise when so many parts are being packed that reading should wait. */
  add(row: SourceRow): Promise<unknown> | undefined;
  /** Bytes that are packed and not stored yet. */
  readonly waiting: number;
  /** Stores what is packed; after the last row, all of it. Not while a COPY runs on the connection. */
  store(client: PoolClient, isLast: boolean): Promise<void>;
}

async function packedText(text: string, done: (bytes: Buffer) => void): Promise<void> {
  done(await pack(text, PACKING));
}

/** Keeps the content of an import of which the header row is given: see the table import_content. */
export function keepContent(importId: number, head: SourceRow): ContentKeeping {
  const header = keptHeader(head);
  const packing = new Set<Promise<void>>();
  let packed: Part[] = [];
  let waiting = 0;
  let parts = 0;
  let rows: SourceRow[] = [];
  let characters = 0;
  const packPart = (firstLine: number, text: string) => {
    const part = parts;
    parts += 1;
    const work = packedText(text, (bytes) => {
      packed.push({ part, firstLine, packed: bytes });
      waiting += bytes.length;
      packing.delete(work);
    });
    packing.add(work);
  };
  const packRows = () => {
    const [first] = rows;
    if (first) packPart(first.line, partText(rows, header));
    rows = [];
    characters = 0;
  };
  packPart(head.line, JSON.stringify(header));
  return {
    get waiting() {
      return waiting;
    },
    add(row) {
      rows.push(row);
      characters += row.text.length + 1;
      if (characters < PART_CHARACTERS) return undefined;
      packRows();
      return packing.size < AT_ONCE ? undefined : Promise.race(packing);
    },
    async store(client, isLast) {
      if (isLast) packRows();
      await Promise.all(packing);
      const ready = packed;
      packed = [];
      waiting = 0;
      for (let at = 0; at < ready.length; at += STORED_AT_ONCE) {
        await storeParts(client, importId, ready.slice(at, at + STORED_AT_ONCE));
      }
    },
  };
}

async function storeParts(client: PoolClient, importId: number, parts: readonly Part[]): Promise<void> {
  const values = parts.map((_, at) => `($1, $${3 * at + 2}, $${3 * at + 3}, $${3 * at + 4})`);
  await client.query(`insert into import_content (import_id, part, first_line, packed) values ${values.join(', ')}`, [
    importId,
    ...parts.flatMap(({ part, firstLine, packed }) => [part, firstLine, packed]),
  ]);
}
