import { basename } from 'node:path';
import { type EntryUse, entryUse, officeDocument } from '../rules/archive-entries.ts';
import { contentKind } from '../rules/content-kind.ts';
import { ImportError } from '../rules/import-error.ts';
import { MOST_BYTES_OF_ARCHIVE } from '../rules/unpacking-limits.ts';
import { type Archive, openArchive } from './archive.ts';
import { contentKeeper, type KeptContent } from './content-keeper.ts';
import { sheetCsv } from './sheet-csv.ts';
import { asSource, kindOnDisk, readSourceFile, type SourceFile } from './source-file.ts';
import { readWorkbook } from './workbook.ts';

/** What was found at a path: a published file, or something in an archive that is not read or cannot be. */
export type Found =
  | { kind: 'file'; source: SourceFile }
  | { kind: 'skipped'; file: string; why: string }
  | { kind: 'refused'; error: ImportError };

/**
 * The published files at a path, one after the other: the file itself, plain or gzipped, or those within a zip archive
 * or on the sheets of an xlsx workbook. One of them is open at a time, and closed when the next is asked for. An archive is unpacked and checked to its end
 * before the first comes out, so that nothing of a damaged one is loaded. Throws ImportError when there is nothing
 * that can be read, or when an archive as a whole is damaged, locked, too large or made to do harm.
 */
export async function* sourceFiles(path: string): AsyncGenerator<Found, void, void> {
  if ((await kindOnDisk(path)) !== 'zip') {
    yield* lent(await readSourceFile(path));
    return;
  }
  const archive = await openArchive(path, basename(path));
  try {
    if (isWorkbook(archive)) yield* workbookFiles(archive);
    else yield* archiveFiles(archive);
  } finally {
    archive.close();
  }
}

async function* archiveFiles(archive: Archive): AsyncGenerator<Found, void, void> {
  const uses = archive.names.map((name): [string, EntryUse] => [name, entryUse(name)]);
  if (uses.every(([, { use }]) => use === 'skip')) {
    throw new ImportError({
      file: archive.file,
      problem: 'the archive holds no csv, geojson or xlsx file',
      mend: 'docs/datasets.md lists the files that can be imported',
    });
  }
  await mustBeWhole(
    archive,
    uses.flatMap(([name, { use }]) => (use === 'read' ? [name] : [])),
  );
  // Workbooks inside count towards what the archive may come to.
  const room = { left: MOST_BYTES_OF_ARCHIVE - archive.size };
  for (const [name, use] of uses) {
    const file = `${archive.file}: ${name}`;
    if (use.use === 'skip') yield { kind: 'skipped', file, why: use.why };
    else if (use.use === 'refuse') yield { kind: 'refused', error: new ImportError({ file, ...use }) };
    else yield* orRefused(entryFiles(archive, name, file, room));
  }
}

async function* entryFiles(
  archive: Archive,
  name: string,
  file: string,
  room: { left: number },
): AsyncGenerator<Found, void, void> {
  const content = await contentOf(archive, name, file);
  try {
    const [start = Buffer.alloc(0)] = content.chunks();
    if (contentKind(start) !== 'zip') {
      yield* lent(asSource(file, content));
      return;
    }
    const inner = await openArchive(content.at, file, room.left);
    room.left -= inner.size;
    if (!isWorkbook(inner)) {
      throw new ImportError({
        file,
        problem: 'this is an archive within an archive',
        mend: 'Unpack it, and import what it holds',
      });
    }
    yield* workbookFiles(inner);
  } finally {
    content.close();
  }
}

/** Closes the file when the next one is asked for, or none any more. */
function* lent(source: SourceFile): Generator<Found, void, void> {
  try {
    yield { kind: 'file', source };
  } finally {
    source.close();
  }
}

async function* workbookFiles(archive: Archive): AsyncGenerator<Found, void, void> {
  await mustBeWhole(archive, archive.names);
  const workbook = await readWorkbook(archive);
  const strangers: Found[] = [];
  let known = 0;
  for (const { name, isHidden, part } of workbook.sheets) {
    const file = `${archive.file}: ${name}`;
    if (part === null || isHidden) {
      strangers.push({ kind: 'skipped', file, why: part === null ? 'not a sheet of cells' : 'the sheet is hidden' });
      continue;
    }
    const found = await sheetFile(archive, part, workbook, file);
    if (found.kind === 'skipped') strangers.push(found);
    else {
      known += 1;
      if (found.kind === 'file') yield* lent(found.source);
      else yield found;
    }
  }
  if (known === 0) {
    throw new ImportError({
      file: archive.file,
      problem: `no sheet of the workbook has the header of a dataset known here (${sheetNames(workbook.sheets)})`,
      mend: 'docs/datasets.md lists the files that can be imported',
    });
  }
  yield* strangers;
}

async function sheetFile(
  archive: Archive,
  part: string,
  workbook: Awaited<ReturnType<typeof readWorkbook>>,
  file: string,
): Promise<Found> {
  const keeper = contentKeeper(file);
  try {
    const isKnown = await sheetCsv(archive, part, workbook, file, (piece) => keeper.add(piece));
    if (isKnown) return { kind: 'file', source: asSource(file, keeper.finish()) };
    keeper.close();
    return { kind: 'skipped', file, why: 'it has no header of a dataset known here' };
  } catch (error) {
    keeper.close();
    if (error instanceof ImportError) return { kind: 'refused', error };
    throw error;
  }
}

/** Turns the refusal of one file of an archive into something found, so that the files after it are read. */
async function* orRefused(found: AsyncGenerator<Found, void, void>): AsyncGenerator<Found, void, void> {
  try {
    yield* found;
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    yield { kind: 'refused', error };
  }
}

function isWorkbook(archive: Archive): boolean {
  const kind = officeDocument(new Set(archive.names));
  if (kind !== 'other') return kind === 'workbook';
  throw new ImportError({
    file: archive.file,
    problem: 'this is an Office document, but not a workbook in the .xlsx form',
    mend: 'Save it as .xlsx or as "CSV UTF-8", and import that',
  });
}

/** Unpacks entries to nowhere: a damaged one is found before anything is loaded. */
async function mustBeWhole(archive: Archive, names: readonly string[]): Promise<void> {
  for (const name of names) for await (const _ of archive.read(name));
}

async function contentOf(archive: Archive, name: string, file: string): Promise<KeptContent> {
  const keeper = contentKeeper(file);
  try {
    for await (const piece of archive.read(name)) keeper.add(piece);
    return keeper.finish();
  } catch (error) {
    keeper.close();
    throw error;
  }
}

function sheetNames(sheets: readonly { name: string }[]): string {
  const shown = sheets.slice(0, 5).map(({ name }) => JSON.stringify(name));
  return `it holds ${shown.join(', ')}${sheets.length > shown.length ? ' and others' : ''}`;
}
