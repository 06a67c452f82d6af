/** One published file that figures were read from, as the opendata room lists it. */
export interface PublishedFile {
  id: number;
  /** For example "Performance tables: key stage 2, 2017-18". */
  title: string;
  publisher: string;
  licence: string;
  /** What the publisher asks to be said beside its data; null when nothing. */
  attribution: string | null;
  /** Calendar year in which the academic or financial year starts; null for a register. */
  year: number | null;
  stage: 'provisional' | 'revised' | 'final' | 'register';
  /** Day the file speaks of, ISO. */
  asAt: string;
  fileName: string;
  sha256: string;
  rowsRead: number;
  rowsLoaded: number;
  rowsSetAside: number;
  /** Rows that are not schools, or say the same again. */
  rowsPassedOver: number;
  /** The file whose rows, set aside there, it mends. */
  mends: number | null;
  /** Whether the rows that were set aside can be had as a file to mend. */
  hasSetAsideFile: boolean;
}

/** A file in a few words: "Performance tables: key stage 2, 2017-18 (final)". A register has no stage worth saying. */
export function fileWords(file: Pick<PublishedFile, 'title' | 'stage'>): string {
  return file.stage === 'register' ? file.title : `${file.title} (${file.stage})`;
}
