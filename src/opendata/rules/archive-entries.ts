/** What is done with an entry of an archive, judged by its name; what is read is then known by its content. */
export type EntryUse =
  | { use: 'read' }
  | { use: 'skip'; why: string }
  | { use: 'refuse'; problem: string; mend: string };

/** Longer names are made to fill the screen. */
const LONGEST_NAME = 255;

const DATA = /\.(?:csv|geojson|json|xlsx|xlsm)$/i;
const PACKED = /\.(?:zip|gz|tgz|bz2|xz|7z|rar|tar)$/i;
const OTHER_WORKBOOK = /\.(?:xls|xlsb|ods)$/i;
const OF_MACOS = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|\._)/;

/** What is done with the entry of this name. */
export function entryUse(name: string): EntryUse {
  if (OF_MACOS.test(name)) return { use: 'skip', why: 'macOS put it beside the files' };
  if (DATA.test(name)) return { use: 'read' };
  if (PACKED.test(name)) {
    return {
      use: 'refuse',
      problem: 'this is an archive within an archive',
      mend: 'Unpack it, and import what it holds',
    };
  }
  if (OTHER_WORKBOOK.test(name)) {
    return {
      use: 'refuse',
      problem: 'this kind of workbook is not read',
      mend: 'Save it as .xlsx or as "CSV UTF-8", and import that',
    };
  }
  return { use: 'skip', why: 'not a csv, geojson or xlsx file' };
}

/**
 * What is wrong with the name of an entry; null when it is a plain path below the archive. Nothing is ever written
 * where a name says, but an archive with such a name was made to do harm, or is damaged.
 */
export function troubleWithName(name: string): string | null {
  const shown = JSON.stringify(name.slice(0, 80));
  if (name === '' || name.length > LONGEST_NAME) return `the name of an entry is empty or too long (${shown})`;
  if (/[\p{Cc}\p{Bidi_Control}\uFFFD]/u.test(name))
    return `the name of an entry has characters that do not print (${shown})`;
  if (/^[a-z]:|^\/|(?:^|\/)\.\.(?:\/|$)|\\/i.test(name))
    return `an entry is named to land outside its folder (${shown})`;
  return null;
}

/** Whether the entries are those of an Office document, and of which kind. */
export function officeDocument(names: ReadonlySet<string>): 'workbook' | 'other' | null {
  if (names.has('_rels/.rels') && names.has('[Content_Types].xml')) {
    return [...names].some((name) => /^xl\/.*\.xml$/i.test(name)) ? 'workbook' : 'other';
  }
  return names.has('mimetype') && names.has('content.xml') ? 'other' : null;
}
