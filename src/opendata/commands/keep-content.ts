import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { PoolClient } from 'pg';
import type { SourceRow } from '../rules/csv-rows.ts';
import { keptHeader, partText } from '../rules/kept-rows.ts';

const pack = promisify(gzip);

/** Text of a part before it is packed: a row is shown by unpacking one part, and a smaller one packs less well. */
const PART_CHARACTERS = 1 << 18;

/** Parts that are packed at a time, beside the reading of rows. */
const AT_ONCE = 4;

/** Packed hardly smaller at higher levels, and three times as slowly. */
const LEVEL = 1;

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
  done(await pack(text, { level: LEVEL }));
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
      for (const { part, firstLine, packed: bytes } of ready) {
        await client.query('insert into import_content (import_id, part, first_line, packed) values ($1, $2, $3, $4)', [
          importId,
          part,
          firstLine,
          bytes,
        ]);
      }
    },
  };
}
