import { isAscii, isUtf8 } from 'node:buffer';
import type { Content } from './content.ts';
import { ImportError } from './import-error.ts';

export type Encoding = 'utf-8' | 'windows-1252';

/** Bytes that Windows-1252 leaves undefined; a file that holds one is in some other encoding, or not text. */
const UNDEFINED_IN_WINDOWS_1252 = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

/**
 * The encoding of a published text file, judged on all of it. Performance tables come as UTF-8, with or without a byte
 * order mark; most GIAS downloads come as Windows-1252 and say so nowhere, so whatever is not valid UTF-8 is taken for that.
 * Throws ImportError for UTF-16 (what Excel calls "Unicode text") and for files that are not text.
 */
export function encodingOf(content: Content): Encoding {
  let mayBeUtf8 = true;
  let mayBeWindows1252 = true;
  /** The start of a character that the next piece ends. */
  let cut: Buffer = Buffer.alloc(0);
  for (const piece of content.chunks()) {
    if (piece.includes(0)) {
      throw new ImportError({
        file: content.name,
        problem: 'the encoding is not one that the publishers use: it looks like UTF-16, or like a workbook',
        mend: 'Save it as "CSV UTF-8", or download the CSV again, and import that',
      });
    }
    if (cut.length === 0 && isAscii(piece)) continue;
    mayBeWindows1252 &&= !UNDEFINED_IN_WINDOWS_1252.some((byte) => piece.includes(byte));
    if (!mayBeUtf8) continue;
    const text = cut.length === 0 ? piece : Buffer.concat([cut, piece]);
    const end = wholeCharacters(text);
    mayBeUtf8 = isUtf8(text.subarray(0, end));
    cut = text.subarray(end);
  }
  if (mayBeUtf8 && cut.length === 0) return 'utf-8';
  if (mayBeWindows1252) return 'windows-1252';
  throw new ImportError({
    file: content.name,
    problem: 'the encoding is neither UTF-8 nor Windows-1252',
    mend: 'Download the file again from its publisher, and import that',
  });
}

/** Where the last UTF-8 character begins if it is not whole, and else the end; a character has four bytes at most. */
function wholeCharacters(text: Buffer): number {
  for (let back = 1; back <= Math.min(3, text.length); back += 1) {
    const byte = text[text.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? text.length - back : text.length;
  }
  return text.length;
}
