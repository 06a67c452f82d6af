import { AUTHORITY_ON_SCHOOLS } from '../../../opendata/rules/rank.ts';
import type { DatasetId } from '../../../opendata/rules/datasets.ts';

/** Registers that list every school of their kind that is open, so that one left out of a later issue is open no more. */
const WHOLE: ReadonlySet<string> = new Set(['gias-mainstream', 'gias-all', 'gias-academies', 'gias-open']);

/** Whether a dataset lists every open school of its kind. */
export function listsAllOpen(dataset: string): boolean {
  return WHOLE.has(dataset);
}

/** A published file that tells of schools on its day. */
export interface DatedFile {
  id: number;
  dataset: string;
  layout: string;
  /** ISO day that it is as at. */
  asAt: string;
  sha256: string;
  /** Whether all that it says is held, so that something follows from what it leaves out. */
  complete: boolean;
}

/**
 * Files in the order in which they are asked, the newest first. Of two of one day the fuller register goes first; then it
 * is their content that decides, since the order of loading must not.
 */
export function newestFirst<File extends DatedFile>(files: readonly File[]): File[] {
  const authority = ({ dataset }: File) => AUTHORITY_ON_SCHOOLS[dataset as DatasetId] ?? 0;
  return files.toSorted(
    (a, b) => b.asAt.localeCompare(a.asAt) || authority(b) - authority(a) || a.sha256.localeCompare(b.sha256),
  );
}
