/**
 * The content of a published file, unpacked. It can be read from its start as often as asked for, a piece at a time, so
 * that a file of any size is never held whole.
 */
export interface Content {
  /** What people know the file by; see SourceFile. */
  name: string;
  /** The bytes in order, in pieces of some 256 KB. Throws ImportError when the file has changed meanwhile. */
  chunks: () => Iterable<Buffer>;
}

/** Pieces in which content is read. */
export const PIECE_BYTES = 1 << 18;

/** Content that is in memory already. */
export function heldContent(name: string, bytes: Buffer): Content {
  return { name, chunks: () => piecesOf(bytes) };
}

/** The same bytes in pieces; nothing is copied. */
export function* piecesOf(bytes: Buffer): Generator<Buffer, void, void> {
  for (let start = 0; start < bytes.length; start += PIECE_BYTES) yield bytes.subarray(start, start + PIECE_BYTES);
}

/** The first bytes of content, at most so many; fewer where it ends before. */
export function startOf(content: Content, most: number): Buffer {
  let start: Buffer = Buffer.alloc(0);
  for (const piece of content.chunks()) {
    start = Buffer.concat([start, piece.subarray(0, most - start.length)]);
    if (start.length === most) break;
  }
  return start;
}
