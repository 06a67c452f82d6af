import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { registerAsAt } from '../../opendata/queries/register-as-at.ts';
import { schoolFacts } from '../../schools/queries.ts';
import { lineageAsAt } from '../../schools/queries/lineage.ts';
import { perVersion } from '../../schools/queries/per-version.ts';
import type { SchoolFacts } from '../../schools/rules/facts.ts';
import { asJudged } from '../../schools/rules/inherited.ts';
import { type NeedPack, needPackAsAt } from '../queries.ts';
import type { Calibration } from '../rules/calibration/calibration.ts';
import {
  calibrationReads,
  groupsOf,
  pupilsOf,
  resultYears,
  subjectsOf,
  tellings,
  type Told,
} from '../rules/calibration/calibrate.ts';
import { type Example, workedExample } from '../rules/calibration/example.ts';
import { priorsOf, shareHistories } from '../rules/calibration/histories.ts';
import { type Learned, learned } from '../rules/calibration/learned.ts';
import { checkTrend } from '../rules/calibration/trend-check.ts';
import { measuresRead } from '../rules/measures-read.ts';

/**
 * Tells every year of results that can be told from the ones before, and sets what came beside it: see `tellings`. Of the
 * schools that are open and mainstream in the register, with what they have inherited as need counts it. Null without a
 * register. It is worked out anew after an import only.
 */
export const calibration: (db: Kysely<Database>) => Promise<Calibration | null> = perVersion(async (db) => {
  const read = await schoolsToCalibrate(db);
  if (read === null) return null;
  const { pack, asAt, schools } = read;
  const { policy, standards } = pack;
  const told: Told[] = [];
  for (const subject of subjectsOf(standards)) {
    told.push(...tellings(schools, subject, policy));
    // Seconds of work: others are answered in between.
    await turnOfTheLoop();
  }
  const trends = policy.indicators.flatMap((indicator) =>
    indicator.code === 'trend' ? (checkTrend(schools, indicator, policy) ?? []) : [],
  );
  return { policyId: policy.id, asAt, groups: groupsOf(told), trends, example: exampleFrom(schools, pack) };
});

/** How far schools move in each figure, learned from all the years held, with what the policy says. Empty without a register. */
export async function driftsLearned(db: Kysely<Database>): Promise<Learned[]> {
  const read = await schoolsToCalibrate(db);
  return read === null ? [] : learned(read.schools, read.pack.policy, read.pack.standards);
}

async function schoolsToCalibrate(
  db: Kysely<Database>,
): Promise<{ pack: NeedPack; asAt: string; schools: SchoolFacts[] } | null> {
  const asAt = await registerAsAt(db);
  if (asAt === null) return null;
  const pack = needPackAsAt(asAt);
  const { policy, standards } = pack;
  const lineage = await lineageAsAt(db, asAt);
  const wanted = [...calibrationReads(policy, standards), ...measuresRead(policy, standards)];
  const measures = [...new Map(wanted.map((pair) => [pair.join(':'), pair])).values()];
  const schools = await schoolFacts(db, { asAt, measures, lineage });
  return { pack, asAt, schools: schools.map((school) => asJudged(school, policy.inherited)) };
}

// Set against the first line of a share that the standards have, in the newest year that is held.
function exampleFrom(schools: readonly SchoolFacts[], { policy, standards }: NeedPack): Example | null {
  const subject = subjectsOf(standards).find(({ kind }) => kind === 'share');
  const line = subject?.lines[0]?.line;
  if (subject === undefined || line === undefined) return null;
  const histories = shareHistories(schools, subject.measure, pupilsOf(subject.keyStage), resultYears(policy));
  const [newest] = [...priorsOf(histories)].toSorted(([a], [b]) => b - a);
  return newest === undefined ? null : workedExample(newest[1], line);
}
