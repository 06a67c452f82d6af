import { isDeepStrictEqual } from 'node:util';
import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../access/scope.ts';
import { readAs } from '../../access/scoped.ts';
import type { Database } from '../../db/schema.ts';
import { headWatches } from '../../schools/queries/head-watches.ts';
import { asJudged } from '../../schools/rules/inherited.ts';
import { factsForNeed, type NeedPack, needPackById } from '../queries.ts';
import { assess } from '../rules/assess.ts';
import { packed, type PackedResult } from '../rules/assessment.ts';
import { nationalReference } from '../rules/national-reference.ts';
import { type Category, readsHeads } from '../rules/need-policy.ts';
import { type Replayed, replay } from '../rules/replay.ts';
import { packText, type PackText } from './pack-text.ts';

/** A decision as it was: what was seen, under which pack, and what the evidence gives when it is worked out again. */
export interface DecisionAsItWas {
  id: string;
  urn: number;
  /** ISO moment. */
  at: string;
  role: string;
  organisation: string;
  computed: Category;
  /** Null of decisions made before it was kept. */
  points: number | null;
  category: Category;
  asAt: string;
  policyId: string;
  /** The pack as its text was. Null of decisions made before it was kept. */
  pack: PackText | null;
  /** Null where pack or evidence were not kept. */
  replayed: Replayed | null;
}

/**
 * The decisions on a school as they were, the newest first, as far as the scope may read them; with an id, that one alone. Throws when the
 * scope of a person is not about the school.
 */
export async function decisionsAsTheyWere(
  db: Kysely<Database>,
  scope: Scope,
  urn: number,
  id?: string,
): Promise<DecisionAsItWas[]> {
  if (scope.purpose !== 'operator' && (scope.subject.kind !== 'school' || scope.subject.urn !== urn))
    throw new Error(`A scope of ${scope.verb} was used for another school`);
  const rows = await readAs(db, scope, (transaction) =>
    transaction
      .selectFrom('need_moderation as m')
      .selectAll('m')
      .select((eb) =>
        sql<string | null>`party_on_need(${eb.ref('m.organisation_id')}, ${eb.ref('m.urn')})`.as('organisation'),
      )
      .where('m.urn', '=', urn)
      .$if(id !== undefined, (query) => query.where('m.id', '=', id!))
      .orderBy('m.decided_at', 'desc')
      .execute(),
  );
  const decisions: DecisionAsItWas[] = [];
  for (const row of rows) {
    const pack = row.pack_sha256 === null ? null : await packText(db, scope, row.pack_sha256);
    const seen = { category: row.computed_category, points: row.computed_points };
    decisions.push({
      id: row.id,
      urn: row.urn,
      at: row.decided_at.toISOString(),
      role: row.decided_in_role,
      organisation: row.organisation ?? '',
      computed: row.computed_category,
      points: row.computed_points,
      category: row.category,
      asAt: row.as_at,
      policyId: row.policy_id,
      pack,
      replayed:
        pack === null || row.evidence === null ? null : replay(row.evidence as PackedResult[], pack.policy, seen),
    });
  }
  return decisions;
}

/** England's stored assessment drawn again under its own pack, beside what is stored. */
export interface RunReplayed {
  policyId: string;
  asAt: string;
  /** Name of the text of the pack; null where it was drawn before texts were kept, and the file of today is used. */
  sha256: string | null;
  equal: number;
  /** Schools whose category, points or evidence differ, or that only one of the two has. */
  different: RunDifference[];
  /** Whether files were imported since it was drawn: then the data itself may differ. */
  importedSince: boolean;
}

export interface RunDifference {
  urn: number;
  what: string;
}

/** Draws the stored assessment of a policy and day again from the data as it now stands. Null when nothing is stored for them. */
export async function replayRun(
  db: Kysely<Database>,
  scope: Scope,
  { policyId, asAt }: { policyId: string; asAt: string },
): Promise<RunReplayed | null> {
  const stored = await db
    .selectFrom('need_assessment')
    .select(['urn', 'category', 'points', 'indicators'])
    .where('policy_id', '=', policyId)
    .where('as_at', '=', asAt)
    .execute();
  if (stored.length === 0) return null;
  const conclusion = await db
    .selectFrom('conclusion')
    .select(['pack_sha256', 'last_import_id'])
    .where('kind', '=', 'need')
    .where('policy_id', '=', policyId)
    .where('as_at', '=', asAt)
    .executeTakeFirst();
  const text = conclusion?.pack_sha256 == null ? null : await packText(db, scope, conclusion.pack_sha256);
  const drawn = await drawnAgain(db, text ?? needPackById(policyId), asAt);
  const different: RunDifference[] = [];
  for (const row of stored) {
    const again = drawn.get(row.urn);
    drawn.delete(row.urn);
    const what =
      again === undefined
        ? 'is not assessed any more'
        : again.category !== row.category || again.points !== row.points
          ? `was ${row.category} with ${row.points} points, is ${again.category} with ${again.points}`
          : isDeepStrictEqual(again.indicators, row.indicators)
            ? null
            : 'has other evidence for the same points';
    if (what !== null) different.push({ urn: row.urn, what });
  }
  for (const urn of drawn.keys()) different.push({ urn, what: 'was not assessed then' });
  const { newest } = await db
    .selectFrom('import')
    .select((eb) => eb.fn.max('id').as('newest'))
    .executeTakeFirstOrThrow();
  return {
    policyId,
    asAt,
    sha256: text?.sha256 ?? null,
    equal: stored.length - different.filter(({ what }) => what !== 'was not assessed then').length,
    different: different.toSorted((a, b) => a.urn - b.urn),
    importedSince: conclusion === undefined || (newest ?? 0) > conclusion.last_import_id,
  };
}

async function drawnAgain(
  db: Kysely<Database>,
  { policy, standards }: Pick<NeedPack, 'policy' | 'standards'>,
  asAt: string,
): Promise<Map<number, { category: Category; points: number; indicators: unknown }>> {
  const facts = (await factsForNeed(db, { policy, standards }, asAt)).map((school) =>
    asJudged(school, policy.inherited),
  );
  const heads = readsHeads(policy) ? await headWatches(db, asAt) : undefined;
  const at = { policy, standards, asAt, reference: nationalReference(facts), ...(heads && { heads }) };
  return new Map(
    facts.map((school) => {
      const { urn, category, points, indicators } = assess(school, at);
      // As it would come back from the database.
      return [urn, { category, points, indicators: JSON.parse(JSON.stringify(indicators.map(packed))) as unknown }];
    }),
  );
}
