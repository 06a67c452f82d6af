import type { Fact, FactKey, InheritedRecord } from '../../../schools/rules/facts.ts';

/** A number under which results were published, as its register or the links tell of it. */
export interface SchoolWithResults {
  urn: number;
  name: string;
  /** Whether a register holds it, so that it has a page. */
  known: boolean;
  /** Of itself, or of what followed it where no register holds it; null when neither tells. */
  laCode: number | null;
  laName: string | null;
  establishmentType: string | null;
  typeGroup: string | null;
  /** The school whose type stands for its own, where no register holds it. */
  typeOf: { urn: number; name: string } | null;
  /** ISO day; null while it is open, and where nothing tells. */
  closedOn: string | null;
  /** Types of the schools that followed it. */
  followedBy: readonly string[];
  facts: ReadonlyMap<FactKey, Fact>;
  /** The nearest number before it whose results may be judged as its own, with its figures. */
  before: { urn: number; name: string; facts: ReadonlyMap<FactKey, Fact> } | null;
  /** What stands under the numbers before it. */
  inherited: InheritedRecord;
}
