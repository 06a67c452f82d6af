import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { registerAsAt } from '../../opendata/queries/register-as-at.ts';
import { schoolFacts } from '../../schools/queries.ts';
import { lineageAsAt } from '../../schools/queries/lineage.ts';
import { perVersion } from '../../schools/queries/per-version.ts';
import { asJudged } from '../../schools/rules/inherited.ts';
import { needPackAsAt } from '../queries.ts';
import {
  calibrationReads,
  type Group,
  groupsOf,
  subjectsOf,
  tellings,
  type Told,
} from '../rules/calibration/calibrate.ts';

/** How the chances said of England's schools held, and what was learned on the way. */
export interface Calibration {
  policyId: string;
  groups: Group[];
}

/**
 * Tells every year of results that can be told from the ones before, and sets what came beside it: see `tellings`. Of the
 * schools that are open and mainstream in the register, with what they have inherited as need counts it. Null without a
 * register. It is worked out anew after an import only.
 */
export const calibration: (db: Kysely<Database>) => Promise<Calibration | null> = perVersion(async (db) => {
  const asAt = await registerAsAt(db);
  if (asAt === null) return null;
  const { policy, standards } = needPackAsAt(asAt);
  const lineage = await lineageAsAt(db, asAt);
  const read = await schoolFacts(db, { asAt, measures: calibrationReads(policy, standards), lineage });
  const schools = read.map((school) => asJudged(school, policy.inherited));
  const told: Told[] = [];
  for (const subject of subjectsOf(standards)) {
    told.push(...tellings(schools, subject, policy));
    // Seconds of work: others are answered in between.
    await turnOfTheLoop();
  }
  return { policyId: policy.id, groups: groupsOf(told) };
});
