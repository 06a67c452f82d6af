const LONGEST = 150;

/**
 * The name that an uploaded file is kept and shown under: without folders, without characters that do not print or that mean something
 * in a path, and not too long; its ending stays, since the name may tell the year of a file.
 */
export function keptName(given: string): string {
  const name = (given.split(/[/\\]/).at(-1) ?? '')
    .replaceAll(/[\p{Cc}\p{Bidi_Control}\uFFFD\uD800-\uDFFF:]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '');
  if (name === '') return 'file';
  return name.length <= LONGEST ? name : `${name.slice(0, LONGEST - 50)}...${name.slice(-47)}`;
}
