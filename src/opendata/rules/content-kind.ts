/** What a file is by its first bytes. A zip archive may be a workbook: its entries tell. */
export type ContentKind = 'zip' | 'gzip' | 'old workbook' | 'text';

const SIGNATURES: readonly (readonly [ContentKind, string])[] = [
  ['zip', 'PK\x03\x04'],
  // An archive without an entry.
  ['zip', 'PK\x05\x06'],
  ['gzip', '\x1f\x8b'],
  // The compound file of .xls, and of a workbook that is locked with a password.
  ['old workbook', '\xd0\xcf\x11\xe0'],
];

/** How many bytes contentKind looks at. */
export const BYTES_THAT_TELL = 4;

/** What a file is, from its first bytes, whatever it is called. */
export function contentKind(bytes: Buffer): ContentKind {
  const start = bytes.toString('latin1', 0, BYTES_THAT_TELL);
  return SIGNATURES.find(([, signature]) => start.startsWith(signature))?.[0] ?? 'text';
}
