import type { Decided } from '../../need/rules/decision.ts';
import type { SchoolFacts } from '../../schools/rules/facts.ts';

/** A school that needs help: the supported school of a pair. */
export interface SchoolInNeed {
  school: SchoolFacts;
  assessment: Decided;
  /** Days of help a year that its category asks for. */
  days: number;
}

/** A head who could help: the home school of a pair, with what it can spare. */
export interface Leader {
  school: SchoolFacts;
  /** "Headteacher, X Primary School: meets the published criteria, not designated". */
  title: string;
  daysPerYear: number;
  mostSchools: number;
}
