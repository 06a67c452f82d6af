import type { DatasetId } from './datasets.ts';
import type { Stage } from './stages.ts';

/**
 * What a job does: first it checks, which stores nothing, then a person decides, then it loads. Either waits its turn, since files are
 * worked on one after the other, and may be cancelled, cut off (the process was ended) or fail, and be run again.
 */
export type ImportStep = 'check' | 'load';
export type ImportState =
  | 'waiting'
  | 'working'
  | 'checked'
  | 'loaded'
  | 'discarded'
  | 'cancelled'
  | 'cut off'
  | 'failed';

/** What a person may do with a job. */
export type ImportDeed = 'load' | 'discard' | 'cancel' | 'again' | 'answer';

/** The deeds that a state allows. Its files are kept until it is loaded or discarded. */
export const DEEDS: Readonly<Record<ImportState, readonly ImportDeed[]>> = {
  waiting: ['cancel'],
  working: ['cancel'],
  checked: ['load', 'answer', 'discard'],
  cancelled: ['again', 'discard'],
  'cut off': ['again', 'discard'],
  failed: ['again', 'discard'],
  loaded: [],
  discarded: [],
};

/** Days after which files that nobody decided about are given up, so that they do not fill the disk. */
export const DAYS_KEPT_UNDECIDED = 7;

/** Jobs of one organisation whose files may be kept at a time. */
export const MOST_UNDECIDED = 10;

/** Files that may be sent at once; an archive counts as one. */
export const MOST_FILES = 100;

/** How far the file under way is; `total` in bytes of its text. */
export interface JobProgress {
  /** Position of the file that is worked on; null while conclusions are drawn. */
  position: number | null;
  title: string;
  done: number;
  total: number;
  /** Another import, from the command line say, holds the tables. */
  waits: boolean;
}

/** What a person can tell of a file that does not tell it itself. */
export type Asked = 'year' | 'as-at';

/** Year and day by the name of a file within what was sent. */
export type Answers = Readonly<Record<string, { year?: number; asAt?: string }>>;

/** A file that could not be loaded, and how to mend it. */
export interface RefusedFile {
  file: string;
  line: number | null;
  column: string | null;
  problem: string;
  mend: string;
  asks: Asked | null;
}

/** What became of one published file, or would become of it. */
export interface FileOutcome {
  fileName: string;
  dataset: DatasetId;
  year: number | null;
  stage: Stage;
  asAt: string;
  rowsRead: number;
  rowsLoaded: number;
  rowsSetAside: number;
  newerHeld: boolean;
  /** This very content was held before. */
  held: boolean;
  /** The import whose rows set aside it mends. */
  mends: number | null;
  /** Once it is loaded; null when it was only checked. */
  importId: number | null;
}

/** What was found at one file that was sent: itself, or what an archive or workbook holds. */
export interface FileReport {
  done: FileOutcome[];
  refused: RefusedFile[];
  skipped: { file: string; why: string }[];
}

export interface JobFile {
  position: number;
  name: string;
  bytes: number;
  answers: Answers;
  checked: FileReport | null;
  loaded: FileReport | null;
}

/** A job as its pages show it. */
export interface ImportJob {
  id: string;
  step: ImportStep;
  state: ImportState;
  uploadedAt: Date;
  uploadedBy: string;
  decidedAt: Date | null;
  endedAt: Date | null;
  /** Somebody asked for it to be cancelled, and it is about to be. */
  stopping: boolean;
  given: { year: number | null; asAt: string | null };
  progress: JobProgress | null;
  fault: string | null;
  files: JobFile[];
}

/** Whether a check found anything that loading would load. */
export function hasSomethingToLoad(files: readonly Pick<JobFile, 'checked'>[]): boolean {
  return files.some(({ checked }) => checked?.done.some(({ held }) => !held) ?? false);
}

/** How much of the file under way is done, in whole per cent; 100 only when it is at its end. */
export function percentDone({ done, total }: Pick<JobProgress, 'done' | 'total'>): number {
  return total === 0 ? 0 : Math.floor((Math.min(done, total) / total) * 100);
}
