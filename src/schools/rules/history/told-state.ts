import type { StateFact } from '../../../opendata/rules/state-facts.ts';
import type { SourceRef } from '../facts.ts';
import type { DatedFile } from './registers.ts';

/** The facts of a school in one register; null where it is blank or the register does not tell it. */
export type StateValues = Readonly<Record<StateFact, string | number | null>>;

/** What one register says of a school on its day. */
export interface ToldState {
  file: DatedFile;
  source: SourceRef;
  /** The facts that the register tells, so that a blank in them is its own. */
  told: ReadonlySet<StateFact>;
  values: StateValues;
}
