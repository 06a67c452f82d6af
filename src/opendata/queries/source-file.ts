import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { ImportError } from '../rules/import-error.ts';

/** A published file, unpacked. */
export interface SourceFile {
  /** Its name, without folder and without ".gz". */
  name: string;
  bytes: Buffer;
  /** SHA-256 of the unpacked content, in hex. */
  sha256: string;
}

const unzip = promisify(gunzip);

/** No national file comes near this; a packed file that passes it is made to fill the memory. */
const MOST_BYTES = 1 << 30;

const UNPACKING_PROBLEMS = new Map<unknown, string>([
  ['Z_BUF_ERROR', 'the gzip file ends too early: it is half downloaded'],
  ['ERR_BUFFER_TOO_LARGE', 'the gzip file unpacks to more than 1 GB'],
]);

/**
 * Reads a published file, plain or gzipped. Throws ImportError when it cannot be read, is half downloaded or damaged,
 * or is an archive or workbook rather than text.
 */
export async function readSourceFile(path: string): Promise<SourceFile> {
  const packed = await contentOf(path);
  const name = basename(path).replace(/\.gz$/, '');
  if (packed.subarray(0, 2).toString('latin1') === 'PK') {
    throw new ImportError({
      file: name,
      problem: 'this is a zip archive or an Excel workbook, not a CSV file',
      mend: 'Unpack it, or save the sheet as "CSV UTF-8"',
    });
  }
  const isGzip = packed[0] === 0x1f && packed[1] === 0x8b;
  const bytes = isGzip ? await unpacked(packed, basename(path)) : packed;
  return { name, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

async function contentOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
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
  try {
    return await unzip(packed, { maxOutputLength: MOST_BYTES });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    throw new ImportError({
      file: packedName,
      problem: UNPACKING_PROBLEMS.get(code) ?? 'the gzip file is damaged',
      mend: 'Download it again',
    });
  }
}
