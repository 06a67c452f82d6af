import { type DatedFile, listsAllOpen } from './registers.ts';
import type { ToldState } from './told-state.ts';

/** A school that one issue of a register of all open schools has and the next leaves out. */
export interface LeftOut {
  last: ToldState;
  /** The issue that leaves it out. */
  by: DatedFile;
}

/** Where registers that list every open school of their kind leave a school out; `files` are all that are held. */
export function leftOutOf(states: readonly ToldState[], files: readonly DatedFile[]): LeftOut[] {
  return states.flatMap((last) => {
    const { file } = last;
    if (!listsAllOpen(file.dataset)) return [];
    const next = files
      .filter(({ dataset, asAt }) => dataset === file.dataset && asAt > file.asAt)
      .reduce<DatedFile | null>((found, other) => (found === null || other.asAt < found.asAt ? other : found), null);
    if (next === null || !next.complete || states.some((state) => state.file.id === next.id)) return [];
    // Another register that still has it tells more than one that may only have taken it for another kind.
    const seenSince = states.some((state) => state.file.asAt > file.asAt && state.file.asAt <= next.asAt);
    return seenSince ? [] : [{ last, by: next }];
  });
}
