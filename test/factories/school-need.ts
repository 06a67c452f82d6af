import type { SchoolNeed } from '../../src/need/queries.ts';
import { assess } from '../../src/need/rules/assess.ts';
import { decided } from '../../src/need/rules/decision.ts';
import type { SchoolFacts } from '../../src/schools/rules/facts.ts';
import { assessing } from './assessing.ts';

/** A school's need as it is read from the database, judged under the bundled policy in the even country. */
export function needOf(school: SchoolFacts): SchoolNeed {
  const { name, laCode, laName, phase, phaseGroup, academy } = school;
  return { ...decided(assess(school, assessing), null), name, laCode, laName, phase, phaseGroup, academy };
}
