import { closeSync, openSync, readSync } from 'node:fs';
import { pipeline, type Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { type Entry, fromBufferPromise, fromFdPromise, type ZipFile } from 'yauzl';
import { troubleWithName } from '../rules/archive-entries.ts';
import { ImportError } from '../rules/import-error.ts';
import { MOST_BYTES_OF_ARCHIVE, MOST_ENTRIES, mostUnpacked } from '../rules/unpacking-limits.ts';
import { bomb, damaged, directoryRead, harmful, locked, megabytes } from './archive-trouble.ts';

/** A zip archive whose directory has been checked. Nothing of its entries is held. */
export interface Archive {
  /** What people know it by: its file name. */
  file: string;
  /** Its files in the order of its directory; folders are left out. */
  names: readonly string[];
  /** Bytes of all its entries, unpacked. */
  size: number;
  /** Bytes of an entry, unpacked. */
  sizeOf(name: string): number;
  /** The content of an entry, piece by piece. Throws ImportError at its end when it was damaged. */
  read(name: string): AsyncIterable<Buffer>;
  close(): void;
}

const NOT_COMPRESSED = 0;
const DEFLATE = 8;
const ENCRYPTED = 0x1;
const SIZES_COME_AFTER = 0x8;

/** What may follow the directory of an archive: its end, in the two sizes there are. */
const ENDS = ['PK\x05\x06', 'PK\x06\x06'];

/**
 * Opens a zip archive, from a path, from memory or from an open file, and checks its directory: names, sizes, and that every entry is
 * where the directory says and says the same of itself. Throws ImportError when it is damaged, cut short, encrypted,
 * larger than `most` bytes unpacked, or made to do harm. To be closed by the caller, who also keeps the open file.
 */
export async function openArchive(
  from: string | Buffer | number,
  file: string,
  most = MOST_BYTES_OF_ARCHIVE,
): Promise<Archive> {
  const at = typeof from === 'string' ? openSync(from, 'r') : from;
  const close = () => typeof from === 'string' && typeof at === 'number' && closeSync(at);
  try {
    const zip = await directoryRead(file, () =>
      typeof at === 'number' ? fromFdPromise(at, { autoClose: false }) : fromBufferPromise(at),
    );
    const entries = await entriesOf(zip, file, most);
    if (!isAtEnd(zip, at)) throw damaged(file);
    return {
      file,
      names: [...entries.keys()].filter((name) => !name.endsWith('/')),
      size: [...entries.values()].reduce((total, { uncompressedSize }) => total + uncompressedSize, 0),
      sizeOf: (name) => entryNamed(entries, name).uncompressedSize,
      read: (name) => contentOf(zip, entryNamed(entries, name), file),
      close: () => void close(),
    };
  } catch (error) {
    close();
    throw error;
  }
}

async function entriesOf(zip: ZipFile, file: string, most: number): Promise<Map<string, Entry>> {
  if (zip.entryCount > MOST_ENTRIES) {
    throw new ImportError({
      file,
      problem: `the archive holds ${zip.entryCount} files, and more than ${MOST_ENTRIES} are not taken at once`,
      mend: 'Unpack it, and import the files that are wanted',
    });
  }
  const entries = new Map<string, Entry>();
  let total = 0;
  for (const entry of await directoryRead(file, () => listed(zip))) {
    const { fileName } = entry;
    const trouble = troubleWithName(fileName) ?? (entries.has(fileName) ? `it holds "${fileName}" twice` : null);
    if (trouble) throw harmful(file, trouble);
    mustBeReadable(entry, file);
    total += entry.uncompressedSize;
    entries.set(fileName, entry);
  }
  if (total > most) throw bomb(file, `the archive unpacks to ${megabytes(total)} MB, which is too much`);
  for (const entry of entries.values()) await mustAgree(zip, entry, file);
  return entries;
}

async function listed(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  return entries;
}

function mustBeReadable(entry: Entry, file: string): void {
  if (entry.generalPurposeBitFlag & ENCRYPTED) {
    throw locked(file, `"${entry.fileName}" in it`);
  }
  if (entry.compressionMethod !== DEFLATE && entry.compressionMethod !== NOT_COMPRESSED) {
    throw new ImportError({
      file,
      problem: `"${entry.fileName}" in it is packed in a way that is not read (method ${entry.compressionMethod})`,
      mend: 'Unpack it, and import the files',
    });
  }
  if (entry.uncompressedSize > mostUnpacked(entry.compressedSize)) {
    throw bomb(
      file,
      `"${entry.fileName}" in it unpacks from ${megabytes(entry.compressedSize)} to ${megabytes(entry.uncompressedSize)} MB, which no published file does`,
    );
  }
}

/** An entry describes itself a second time where its content stands; a directory that says otherwise was changed. */
async function mustAgree(zip: ZipFile, entry: Entry, file: string): Promise<void> {
  const local = await directoryRead(file, () => zip.readLocalFileHeaderPromise(entry));
  if (
    !local.fileName.equals(entry.fileNameRaw) ||
    local.generalPurposeBitFlag !== entry.generalPurposeBitFlag ||
    local.compressionMethod !== entry.compressionMethod ||
    (!(local.generalPurposeBitFlag & SIZES_COME_AFTER) && local.crc32 !== entry.crc32)
  ) {
    throw damaged(file);
  }
}

/** A directory with more entries than the archive's end counts would be read in part. */
function isAtEnd(zip: ZipFile, from: number | Buffer): boolean {
  const at = Number(zip.readEntryCursor);
  const signature = Buffer.alloc(4);
  if (Buffer.isBuffer(from)) from.copy(signature, 0, at);
  else readSync(from, signature, 0, 4, at);
  return ENDS.includes(signature.toString('latin1'));
}

async function* contentOf(zip: ZipFile, entry: Entry, file: string): AsyncGenerator<Buffer, void, void> {
  const packed = await directoryRead(file, () => zip.openReadStreamPromise(entry, { decodeFileData: false }));
  // The errors come out of the reading below.
  const content: Readable =
    entry.compressionMethod === DEFLATE ? pipeline(packed, createInflateRaw(), () => {}) : packed;
  let size = 0;
  let sum = 0;
  try {
    for await (const piece of content as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > entry.uncompressedSize) throw damaged(file, entry.fileName);
      sum = crc32(piece, sum);
      yield piece;
    }
  } catch (error) {
    if (error instanceof ImportError || !isZlibError(error)) throw error;
    throw damaged(file, entry.fileName);
  } finally {
    content.destroy();
    packed.destroy();
  }
  if (size !== entry.uncompressedSize || sum !== entry.crc32) throw damaged(file, entry.fileName);
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(?:Z_|ERR_STREAM_PREMATURE)/.test(String(error.code));
}

function entryNamed(entries: ReadonlyMap<string, Entry>, name: string): Entry {
  const entry = entries.get(name);
  if (!entry) throw new Error(`There is no entry "${name}"`);
  return entry;
}
