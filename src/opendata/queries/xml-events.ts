import { SaxesParser } from 'saxes';
import { ImportError } from '../rules/import-error.ts';

/** What a reader of XML is told. Names come without their prefix: some writers say "x:row" where others say "row". */
export interface XmlReader {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
  /** True when nothing further is wanted. */
  isDone?(): boolean;
}

/** Workbooks go some ten deep; deeper ones are made to fill the memory. */
const DEEPEST = 64;

/** A cell holds 32,767 characters at most, so no tag or text comes near this. */
const LONGEST_WITHOUT_A_TAG = 1 << 21;

/**
 * Reads XML as it comes in, holding none of it. Entities other than XML's own five are not known, so none can be made
 * to grow. Throws ImportError when it is not well formed.
 */
export async function readXml(pieces: AsyncIterable<Buffer>, reader: XmlReader, file: string): Promise<void> {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  let depth = 0;
  let sinceTag = 0;
  parser.on('opentag', ({ name, attributes }) => {
    sinceTag = 0;
    depth += 1;
    if (depth > DEEPEST) throw broken(file);
    reader.open(localName(name), attributes);
  });
  parser.on('text', (text) => reader.text?.(text));
  parser.on('closetag', ({ name }) => {
    sinceTag = 0;
    depth -= 1;
    reader.close?.(localName(name));
  });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const take = (read: () => void) => {
    try {
      read();
    } catch (error) {
      // A reader's own refusal is kept; the rest is what the parser and the decoder say of broken text.
      throw error instanceof ImportError ? error : broken(file);
    }
  };
  for await (const piece of pieces) {
    sinceTag += piece.length;
    if (sinceTag > LONGEST_WITHOUT_A_TAG) throw broken(file);
    take(() => parser.write(decoder.decode(piece, { stream: true })));
    if (reader.isDone?.()) return;
  }
  take(() => parser.write(decoder.decode()).close());
}

/** The attribute of this name, whatever its prefix. */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  const found = Object.keys(attributes).find((key) => localName(key) === name);
  return found === undefined ? undefined : attributes[found];
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

/** Refuses a workbook whose parts are not as the format has them. */
export function broken(file: string): ImportError {
  return new ImportError({
    file,
    problem: 'the workbook is damaged inside: its XML is not as the format has it',
    mend: 'Open it in a spreadsheet program and save it again, or download it again',
  });
}
