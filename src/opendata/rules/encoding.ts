import { isUtf8 } from 'node:buffer';
import { ImportError } from './import-error.ts';

export type Encoding = 'utf-8' | 'windows-1252';

/** Bytes that Windows-1252 leaves undefined; a file that holds one is in some other encoding, or not text. */
const UNDEFINED_IN_WINDOWS_1252 = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

/**
 * The encoding of a published text file. Performance tables come as UTF-8, with or without a byte order mark; most
 * GIAS downloads come as Windows-1252 and say so nowhere, so whatever is not valid UTF-8 is taken for that.
 * Throws ImportError for UTF-16 (what Excel calls "Unicode text") and for files that are not text.
 */
export function encodingOf(bytes: Buffer, file: string): Encoding {
  if (bytes.includes(0)) {
    throw new ImportError({
      file,
      problem: 'the encoding is not one that the publishers use: it looks like UTF-16, or like a workbook',
      mend: 'Save it as "CSV UTF-8", or download the CSV again, and import that',
    });
  }
  if (isUtf8(bytes)) return 'utf-8';
  if (UNDEFINED_IN_WINDOWS_1252.some((byte) => bytes.includes(byte))) {
    throw new ImportError({
      file,
      problem: 'the encoding is neither UTF-8 nor Windows-1252',
      mend: 'Download the file again from its publisher, and import that',
    });
  }
  return 'windows-1252';
}
