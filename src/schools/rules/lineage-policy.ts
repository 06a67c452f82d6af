import type { ChangeDates, ChangeKind } from './school-change.ts';

/**
 * What becomes of a predecessor's record: it counts as the school's own past where a rule judges it (`judged`), it is shown
 * as history and never judged (`shown`), or it stays on the predecessor's own page (`apart`).
 */
export type Treatment = 'judged' | 'shown' | 'apart';

/** Which records continue across which change of school. */
export interface LineagePolicy {
  id: string;
  title: string;
  validFrom: string;
  validTo: string | null;
  source: string;
  dates: ChangeDates & { source: string };
  kinds: Readonly<Record<ChangeKind, { results: Treatment; inspections: Treatment; source: string }>>;
}
