import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { type Kysely, type Selectable, sql } from 'kysely';
import type { Progress } from './cli/progress.ts';
import type { Connections } from './db/connect.ts';
import type { Database } from './db/schema.ts';
import { findProspects } from './leaders/commands.ts';
import { designationPackAsAt, measuresForProspects } from './leaders/queries.ts';
import { assessEngland } from './need/commands.ts';
import { keepPackText } from './need/commands/keep-pack-text.ts';
import { type NeedPack, needPackAsAt } from './need/queries.ts';
import { measuresRead } from './need/rules/measures-read.ts';
import { drawNews } from './news/commands.ts';
import { loadSnapshot } from './opendata/commands.ts';
import { registerAsAt } from './opendata/queries/register-as-at.ts';
import { measureCoast } from './schools/commands/measure-coast.ts';
import { schoolFacts } from './schools/queries.ts';
import { placePolicyAsAt } from './schools/queries/coast.ts';
import { lineageAsAt, lineagePolicyAsAt } from './schools/queries/lineage.ts';
import type { SchoolFacts } from './schools/rules/facts.ts';

/** The bundled published data. */
export const DATA_FOLDER = fileURLToPath(new URL('../data/', import.meta.url));

// Any number, the same in every Alongside: one process prepares, others wait for it.
const PREPARE_LOCK = 332_335;

/**
 * Makes the database ready for questions, as its owner: loads what is missing of the bundled data, and draws the conclusions (need,
 * prospects) that the data and the policies of the day call for. Does nothing when all is there; can be ended at any
 * moment and called again.
 */
export async function prepareData(owner: Connections, progress: Progress): Promise<void> {
  const client = await owner.pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [PREPARE_LOCK]);
    await loadSnapshot(owner.pool, {
      dataDir: DATA_FOLDER,
      onProgress: ({ title, done, total }) => progress.step(title, done, total),
    });
    await drawConclusions(owner.db, progress);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [PREPARE_LOCK]);
    client.release();
  }
}

/**
 * Draws distances to the coast, need and prospects again where the data or the text of a policy has changed since they were last drawn, and the news
 * of every import that none was drawn of yet.
 */
export async function drawConclusions(db: Kysely<Database>, progress: Progress): Promise<void> {
  await drawCoast(db, progress);
  await drawNeedAndProspects(db, progress);
  await drawNews(db, DATA_FOLDER, (done, total) => progress.step('News', done, total));
}

/** How far schools are from the sea follows from the register and the coastline, and so from the newest import. */
async function drawCoast(db: Kysely<Database>, progress: Progress): Promise<void> {
  const asAt = await registerAsAt(db);
  if (asAt === null) return;
  const policy = placePolicyAsAt(asAt);
  const conclusion = { kind: 'coast', policy_id: policy.id, as_at: asAt } as const;
  const from = { last_import_id: await newestImport(db), policy_sha256: hashOf(policy.openWater) };
  if (await isDrawn(db, conclusion, from)) return;
  progress.step('Distance to the coast', 0, 1);
  await measureCoast(db, policy);
  await keepConclusion(db, conclusion, from);
  progress.step('Distance to the coast', 1, 1);
}

async function drawNeedAndProspects(db: Kysely<Database>, progress: Progress): Promise<void> {
  const asAt = await registerAsAt(db);
  if (asAt === null) return;
  const need = needPackAsAt(asAt);
  const designation = designationPackAsAt(asAt);
  const lastImport = await newestImport(db);
  const conclusions = [
    {
      kind: 'need',
      pack: need,
      title: 'Need of every school',
      draw: (facts: SchoolFacts[]) => assessEngland(db, need, asAt, facts),
    },
    {
      kind: 'prospects',
      pack: designation,
      title: 'Heads who meet the published criteria',
      draw: (facts: SchoolFacts[]) => findProspects(db, designation, asAt, facts),
    },
  ] as const;
  // Reading all of England takes longer than judging it, so both are drawn from one reading.
  let facts: SchoolFacts[] | undefined;
  for (const { kind, pack, title, draw } of conclusions) {
    const conclusion = { kind, policy_id: pack.policy.id, as_at: asAt };
    const from = { last_import_id: lastImport, policy_sha256: hashOf([pack, lineagePolicyAsAt(asAt)]) };
    if (await isDrawn(db, conclusion, from)) {
      if (kind === 'need') await keepTextOf(db, conclusion, need);
      continue;
    }
    progress.step(title, 0, 1);
    facts ??= await schoolFacts(db, {
      asAt,
      lineage: await lineageAsAt(db, asAt),
      measures: [...measuresRead(need.policy, need.standards), ...measuresForProspects(designation)],
    });
    await draw(facts);
    await keepConclusion(db, conclusion, from);
    if (kind === 'need') await keepTextOf(db, conclusion, need);
    progress.step(title, 1, 1);
  }
}

/** Keeps the text of the pack with what was concluded under it, so that it can be drawn again when its file has changed. */
async function keepTextOf(
  db: Kysely<Database>,
  conclusion: Conclusion,
  { policy, standards }: NeedPack,
): Promise<void> {
  const pack_sha256 = await keepPackText(db, { policy, standards }, null);
  await db
    .updateTable('conclusion')
    .set({ pack_sha256 })
    .where('kind', '=', conclusion.kind)
    .where('policy_id', '=', conclusion.policy_id)
    .where('as_at', '=', conclusion.as_at)
    .execute();
}

type Conclusion = Pick<Selectable<Database['conclusion']>, 'kind' | 'policy_id' | 'as_at'>;
type DrawnFrom = Pick<Selectable<Database['conclusion']>, 'last_import_id' | 'policy_sha256'>;

async function keepConclusion(db: Kysely<Database>, conclusion: Conclusion, from: DrawnFrom): Promise<void> {
  await db
    .insertInto('conclusion')
    .values({ ...conclusion, ...from })
    .onConflict((on) => on.columns(['kind', 'policy_id', 'as_at']).doUpdateSet({ ...from, drawn_at: sql`now()` }))
    .execute();
}

async function isDrawn(
  db: Kysely<Database>,
  { kind, policy_id, as_at }: Conclusion,
  from: DrawnFrom,
): Promise<boolean> {
  const drawn = await db
    .selectFrom('conclusion')
    .select(['last_import_id', 'policy_sha256'])
    .where('kind', '=', kind)
    .where('policy_id', '=', policy_id)
    .where('as_at', '=', as_at)
    .executeTakeFirst();
  return drawn?.last_import_id === from.last_import_id && drawn.policy_sha256 === from.policy_sha256;
}

async function newestImport(db: Kysely<Database>): Promise<number> {
  const { newest } = await db
    .selectFrom('import')
    .select((eb) => eb.fn.max('id').as('newest'))
    .executeTakeFirstOrThrow();
  return newest ?? 0;
}

function hashOf(rules: unknown): string {
  return createHash('sha256').update(JSON.stringify(rules)).digest('hex');
}
