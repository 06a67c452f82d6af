import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, read, readSync } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream';
import { promisify } from 'node:util';
import { createGunzip } from 'node:zlib';
import { type Content, PIECE_BYTES, startOf } from '../rules/content.ts';
import { BYTES_THAT_TELL, type ContentKind, contentKind } from '../rules/content-kind.ts';
import { ImportError } from '../rules/import-error.ts';
import { mostUnpacked } from '../rules/unpacking-limits.ts';
import { changed, contentKeeper, filePieces, type KeptContent } from './content-keeper.ts';

/**
 * A published file, unpacked. Its name is without folder and without ".gz"; "archive.zip: folder/file.csv" or
 * "book.xlsx: Sheet" where it was in one.
 */
export interface SourceFile extends Content {
  /** SHA-256 of the unpacked content, in hex. */
  sha256: string;
  /** Bytes of the unpacked content. */
  size: number;
  /** Lets go of its content, which may be a temporary file. To be called by whoever had it read. */
  close: () => void;
}

const readAt = promisify(read);

const REFUSED: Readonly<Record<Exclude<ContentKind, 'text'>, { problem: string; mend: string }>> = {
  zip: {
    problem: 'this is a zip archive or an Excel workbook, not a CSV file',
    mend: 'Unpack it, or save the sheet as "CSV UTF-8"',
  },
  gzip: { problem: 'this is an archive within an archive', mend: 'Unpack it, and import what it holds' },
  'old workbook': {
    problem: 'this is a workbook of the old .xls kind, or one that is locked with a password',
    mend: 'Save it as .xlsx without a password or as "CSV UTF-8", and import that',
  },
};

/**
 * Reads one published file, plain or gzipped, to its end; it is held when it is small, and else read again in pieces
 * when it is needed. To be closed by the caller. Throws ImportError when it cannot be read, is half downloaded or
 * damaged, or is an archive or workbook rather than text.
 */
export async function readSourceFile(path: string): Promise<SourceFile> {
  const name = basename(path).replace(/\.gz$/, '');
  const descriptor = await onDisk(path, () => openSync(path, 'r'));
  let isKept = false;
  try {
    if ((await onDisk(path, () => kindOf(descriptor))) === 'gzip') {
      return asSource(name, await unpacked(descriptor, basename(path)));
    }
    isKept = true;
    return asSource(name, await onDisk(path, () => inPlace(descriptor, name)));
  } finally {
    if (!isKept) closeSync(descriptor);
  }
}

/** Content as a published file. Throws ImportError when it is an archive or workbook rather than text; it is closed then. */
export function asSource(name: string, { sha256, size, chunks, close }: KeptContent): SourceFile {
  const source = { name, sha256, size, chunks, close };
  const kind = contentKind(startOf(source, BYTES_THAT_TELL));
  if (kind === 'text') return source;
  close();
  throw new ImportError({ file: name, ...REFUSED[kind] });
}

/** What the file at this path is, by its first bytes. Throws ImportError when it cannot be read. */
export function kindOnDisk(path: string): Promise<ContentKind> {
  return onDisk(path, () => {
    const descriptor = openSync(path, 'r');
    try {
      return kindOf(descriptor);
    } finally {
      closeSync(descriptor);
    }
  });
}

function kindOf(descriptor: number): ContentKind {
  const start = Buffer.alloc(BYTES_THAT_TELL);
  readSync(descriptor, start, 0, BYTES_THAT_TELL, 0);
  return contentKind(start);
}

async function onDisk<T>(path: string, read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ImportError) throw error;
    const code = error instanceof Error && 'code' in error ? error.code : null;
    const problem =
      code === 'ENOENT'
        ? 'there is no such file'
        : code === 'EISDIR'
          ? 'this is a folder'
          : code === 'EACCES'
            ? 'it may not be read'
            : `it cannot be read (${String(code)})`;
    throw new ImportError({ file: path, problem, mend: 'Check the path, and that you may read it' });
  }
}

/**
 * A plain file is not copied: each reading goes through it again, and sees at its end whether it was what the hash was
 * taken of. Times of change would not do, since two changes within some milliseconds have the same.
 */
async function inPlace(descriptor: number, file: string): Promise<KeptContent> {
  let open: number | null = descriptor;
  const close = () => {
    if (open !== null) closeSync(open);
    open = null;
  };
  try {
    const taken = createHash('sha256');
    let size = 0;
    for await (const piece of piecesOnDisk(descriptor)) {
      taken.update(piece);
      size += piece.length;
    }
    const sha256 = taken.digest('hex');
    const chunks = function* () {
      const now = createHash('sha256');
      for (const piece of filePieces(() => open, size, file)) {
        now.update(piece);
        yield piece;
      }
      if (now.digest('hex') !== sha256 || fstatSync(descriptor).size !== size) throw changed(file);
    };
    return { at: descriptor, size, sha256, chunks, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** All bytes of an open file, read without holding others up; a stream of Node's own would close the descriptor. */
async function* piecesOnDisk(descriptor: number): AsyncGenerator<Buffer, void, void> {
  for (let at = 0; ;) {
    const { buffer, bytesRead } = await readAt(descriptor, Buffer.allocUnsafeSlow(PIECE_BYTES), 0, PIECE_BYTES, at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

async function unpacked(descriptor: number, packedName: string): Promise<KeptContent> {
  const most = mostUnpacked(fstatSync(descriptor).size);
  const refuse = (problem: string) => new ImportError({ file: packedName, problem, mend: 'Download it again' });
  const keeper = contentKeeper(packedName);
  try {
    // The errors come out of the reading below.
    const pieces = pipeline(piecesOnDisk(descriptor), createGunzip({ chunkSize: PIECE_BYTES }), () => {});
    for await (const piece of pieces as AsyncIterable<Buffer>) {
      if (keeper.size + piece.length > most) {
        throw refuse(
          `the gzip file unpacks to more than ${most / 2 ** 20} MB, which no published file of its size does`,
        );
      }
      keeper.add(piece);
    }
    return keeper.finish();
  } catch (error) {
    keeper.close();
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'Z_BUF_ERROR') throw refuse('the gzip file ends too early: it is half downloaded');
    throw code.startsWith('Z_') ? refuse('the gzip file is damaged') : error;
  }
}
