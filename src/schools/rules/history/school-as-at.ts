import type { Fact, FactKey } from '../facts.ts';
import type { InspectionRecord } from '../inspections/inspection-record.ts';
import type { SchemePolicy } from '../inspections/scheme-policy.ts';
import type { SchoolLink } from '../school-record.ts';
import type { FactAsAt, Standing, Told } from './as-at.ts';
import type { MembersAsAt } from './members.ts';

/** A school as the published files held have it on a day. */
export interface SchoolAsAt {
  urn: number;
  /** As the newest register held names it. */
  name: string;
  /** ISO day asked for. */
  day: string;
  standing: Standing;
  /** ISO day of the first register held that has the school. */
  firstKnownOn: string;
  facts: readonly FactAsAt[];
  groups: MembersAsAt;
  /** As the latest extract up to the day names the head, null where it names none; null before the first such extract. */
  head: Told<string | null> | null;
  headFirstKnownOn: string | null;
  /** Predecessors and successors up to the day, by the days of the links. */
  links: readonly SchoolLink[];
  /** On or before the day, newest first. */
  inspections: readonly InspectionRecord[];
  /** How schools were graded on the days of those inspections, the newest first. */
  schemes: readonly SchemePolicy[];
  /** Figures of years that had ended by the day, its own and, marked, those it has from its predecessors. */
  figures: ReadonlyMap<FactKey, Fact>;
}
