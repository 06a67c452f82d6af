import { createHash, randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PIECE_BYTES, piecesOf } from '../rules/content.ts';
import { ImportError } from '../rules/import-error.ts';

/** Content up to this size is held in memory; most files of the bundled snapshot are smaller. */
const HELD_BYTES = 1 << 24;

/** Content that was taken in whole, in memory or in a file that only this process can reach. */
export interface KeptContent {
  /** Where the bytes are: in memory, or a descriptor of an open file. */
  at: Buffer | number;
  size: number;
  /** SHA-256 in hex. */
  sha256: string;
  chunks: () => Iterable<Buffer>;
  /** Lets go of it. To be called once it is not read any more; a second call does nothing. */
  close: () => void;
}

/** Takes content in, piece by piece. */
export interface ContentKeeper {
  readonly size: number;
  /** Throws ImportError when the temporary folder has no room. */
  add(piece: Buffer): void;
  /** All that was added. To be closed by the caller. */
  finish(): KeptContent;
  /** Lets go of what was added, where it is not wanted any more. */
  close: () => void;
}

/**
 * Keeps content that is unpacked or put together: a small one in memory, a larger one in the temporary folder. That
 * file has no name from its first byte on, so it is gone with this process, however that ends.
 */
export function contentKeeper(file: string): ContentKeeper {
  const hash = createHash('sha256');
  let held: Buffer[] = [];
  let size = 0;
  let descriptor: number | null = null;
  const close = () => {
    held = [];
    if (descriptor !== null) closeSync(descriptor);
    descriptor = null;
  };
  return {
    get size() {
      return size;
    },
    add(piece) {
      hash.update(piece);
      size += piece.length;
      held.push(piece);
      if (size <= HELD_BYTES) return;
      descriptor ??= namelessFile();
      for (const each of held) writeWhole(descriptor, each, file);
      held = [];
    },
    finish() {
      const sha256 = hash.digest('hex');
      if (descriptor === null) {
        const bytes = held.length === 1 && held[0] ? held[0] : Buffer.concat(held);
        return { at: bytes, size, sha256, chunks: () => piecesOf(bytes), close };
      }
      const at = descriptor;
      const whole = size;
      const chunks = () => filePieces(() => descriptor, whole, file);
      return { at, size, sha256, chunks, close };
    },
    close,
  };
}

/** The bytes of an open file, piece by piece. Throws ImportError when it ends before `size`, and Error once it is closed. */
export function* filePieces(
  descriptor: () => number | null,
  size: number,
  file: string,
): Generator<Buffer, void, void> {
  for (let at = 0; at < size;) {
    const open = descriptor();
    // Its number may be that of another file by now.
    if (open === null) throw new Error('A published file was read after it had been closed');
    const piece = Buffer.allocUnsafeSlow(Math.min(PIECE_BYTES, size - at));
    const length = readSync(open, piece, 0, piece.length, at);
    if (length === 0) throw changed(file);
    at += length;
    yield length === piece.length ? piece : piece.subarray(0, length);
  }
}

/** What is said of a file that is not what it was when its hash was taken. */
export function changed(file: string): ImportError {
  return new ImportError({
    file,
    problem: 'the file was changed while it was read',
    mend: 'Wait until it is written to its end, and import it again',
  });
}

function namelessFile(): number {
  const path = join(tmpdir(), `alongside-${randomUUID()}`);
  const descriptor = openSync(path, 'wx+', 0o600);
  unlinkSync(path);
  return descriptor;
}

function writeWhole(descriptor: number, piece: Buffer, file: string): void {
  try {
    for (let at = 0; at < piece.length;) at += writeSync(descriptor, piece, at);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
    throw new ImportError({
      file,
      problem: `the temporary folder ${tmpdir()} has no room for it unpacked`,
      mend: 'Make room there, or name another folder in TMPDIR',
    });
  }
}
