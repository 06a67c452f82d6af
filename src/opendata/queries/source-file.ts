import { createHash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { BYTES_THAT_TELL, type ContentKind, contentKind } from '../rules/content-kind.ts';
import { ImportError } from '../rules/import-error.ts';
import { mostUnpacked } from '../rules/unpacking-limits.ts';

/** A published file, unpacked. */
export interface SourceFile {
  /** Its name, without folder and without ".gz"; "archive.zip: folder/file.csv" or "book.xlsx: Sheet" where it was in one. */
  name: string;
  bytes: Buffer;
  /** SHA-256 of the unpacked content, in hex. */
  sha256: string;
}

const unzip = promisify(gunzip);

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
 * Reads one published file, plain or gzipped. Throws ImportError when it cannot be read, is half downloaded or damaged,
 * or is an archive or workbook rather than text.
 */
export async function readSourceFile(path: string): Promise<SourceFile> {
  const packed = await onDisk(path, (at) => readFile(at));
  const name = basename(path).replace(/\.gz$/, '');
  return contentKind(packed) === 'gzip'
    ? asSource(name, await unpacked(packed, basename(path)))
    : asSource(name, packed);
}

/** Content as a published file. Throws ImportError when it is an archive or workbook rather than text. */
export function asSource(name: string, bytes: Buffer): SourceFile {
  const kind = contentKind(bytes);
  if (kind !== 'text') throw new ImportError({ file: name, ...REFUSED[kind] });
  return { name, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** What the file at this path is, by its first bytes. Throws ImportError when it cannot be read. */
export function kindOnDisk(path: string): Promise<ContentKind> {
  return onDisk(path, async () => {
    const handle = await open(path);
    try {
      const start = Buffer.alloc(BYTES_THAT_TELL);
      await handle.read(start, 0, BYTES_THAT_TELL, 0);
      return contentKind(start);
    } finally {
      await handle.close();
    }
  });
}

async function onDisk<T>(path: string, read: (path: string) => Promise<T>): Promise<T> {
  try {
    return await read(path);
  } catch (error) {
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

async function unpacked(packed: Buffer, packedName: string): Promise<Buffer> {
  const most = mostUnpacked(packed.length);
  const problems = new Map<unknown, string>([
    ['Z_BUF_ERROR', 'the gzip file ends too early: it is half downloaded'],
    [
      'ERR_BUFFER_TOO_LARGE',
      `the gzip file unpacks to more than ${most >> 20} MB, which no published file of its size does`,
    ],
  ]);
  try {
    return await unzip(packed, { maxOutputLength: most });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    throw new ImportError({
      file: packedName,
      problem: problems.get(code) ?? 'the gzip file is damaged',
      mend: 'Download it again',
    });
  }
}
