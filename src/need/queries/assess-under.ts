import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { schoolFacts } from '../../schools/queries.ts';
import { lineageAsAt } from '../../schools/queries/lineage.ts';
import { perVersion } from '../../schools/queries/per-version.ts';
import { asJudged } from '../../schools/rules/inherited.ts';
import { assess } from '../rules/assess.ts';
import type { Assessment } from '../rules/assessment.ts';
import { measuresRead } from '../rules/measures-read.ts';
import type { MinimumStandards } from '../rules/minimum-standards.ts';
import { type NeedPolicy, readsHeads } from '../rules/need-policy.ts';
import { againstEngland, englandHeads } from './england-reference.ts';

/** Whose schools: those of an area, or of a trust by its number in the register. */
export type SchoolsOf = { laCode: number } | { groupUid: number };

interface Pack {
  policy: NeedPolicy;
  standards: MinimumStandards;
}

/**
 * The schools of one organisation assessed under a pack from published data, by URN, without what people entered. Every figure
 * is compared with all of England's, as in the stored assessment, so that the same pack gives the same result.
 */
export async function assessUnder(
  db: Kysely<Database>,
  { policy, standards }: Pack,
  asAt: string,
  of: SchoolsOf,
): Promise<ReadonlyMap<number, Assessment>> {
  const [lineage, heads] = await Promise.all([
    lineageAsAt(db, asAt),
    readsHeads(policy) ? englandHeads(db, asAt) : undefined,
  ]);
  const which = 'laCode' in of ? of : { urns: await urnsOf(db, of) };
  const schools = (await schoolFacts(db, { ...which, asAt, measures: measuresRead(policy, standards), lineage })).map(
    (school) => asJudged(school, policy.inherited),
  );
  return againstEngland(db, asAt, policy.inherited, (reference) => {
    const at = { policy, standards, reference, asAt, ...(heads && { heads }) };
    return new Map(schools.map((school) => [school.urn, assess(school, at)]));
  });
}

/** The same under a pack that does not change any more, kept for each version of the data: a list is then as fast as England's. */
export async function keptAssessments(
  db: Kysely<Database>,
  pack: Pack,
  asAt: string,
  of: SchoolsOf,
): Promise<ReadonlyMap<number, Assessment>> {
  const kept = await assessmentsOfThisVersion(db);
  const key = `${pack.policy.id} ${asAt}`;
  const held = kept.get(key) ?? assessUnder(db, pack, asAt, of);
  kept.set(key, held);
  held.catch(() => kept.delete(key));
  return held;
}

const assessmentsOfThisVersion = perVersion(async () => new Map<string, Promise<ReadonlyMap<number, Assessment>>>());

/** The mainstream schools of an area or a trust. */
export async function urnsOf(db: Kysely<Database>, of: SchoolsOf): Promise<number[]> {
  const query = db.selectFrom('school as s').select('s.urn').where('s.mainstream', '=', true);
  const rows = await (
    'laCode' in of
      ? query.where('s.la_code', '=', of.laCode)
      : query.where('s.urn', 'in', db.selectFrom('group_member').select('urn').where('group_uid', '=', of.groupUid))
  ).execute();
  return rows.map(({ urn }) => urn);
}
