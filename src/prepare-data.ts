import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Kysely } from 'kysely';
import type { Progress } from './cli/progress.ts';
import type { OpenDatabase } from './db/connect.ts';
import type { Database } from './db/schema.ts';
import { findProspects } from './leaders/commands.ts';
import { designationPolicyAsAt } from './leaders/queries.ts';
import { assessEngland } from './need/commands.ts';
import { needPolicyAsAt } from './need/queries.ts';
import { loadSnapshot } from './opendata/commands.ts';
import { registerAsAt } from './opendata/queries/register-as-at.ts';

/** The bundled published data. */
export const DATA_FOLDER = fileURLToPath(new URL('../data/', import.meta.url));

// Any number, the same in every Alongside: one process prepares, others wait for it.
const PREPARE_LOCK = 332_335;

/**
 * Makes the database ready for questions: loads what is missing of the bundled data, and draws the conclusions (need,
 * prospects) that the data and the policies of the day call for. Does nothing when all is there; can be ended at any
 * moment and called again.
 */
export async function prepareData(opened: OpenDatabase, progress: Progress): Promise<void> {
  const client = await opened.pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [PREPARE_LOCK]);
    await loadSnapshot(opened.pool, {
      dataDir: DATA_FOLDER,
      onProgress: ({ title, done, total }) => progress.step(title, done, total),
    });
    await drawConclusions(opened.db, progress);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [PREPARE_LOCK]);
    client.release();
  }
}

/** Draws need and prospects again where the data or the policy has changed since they were last drawn. */
export async function drawConclusions(db: Kysely<Database>, progress: Progress): Promise<void> {
  const asAt = await registerAsAt(db);
  if (asAt === null) return;
  const needPolicy = needPolicyAsAt(asAt);
  const designationPolicy = designationPolicyAsAt(asAt);
  await drawOnce(db, 'need', needPolicy, asAt, async () => {
    progress.step('Need of every school', 0, 1);
    await assessEngland(db, needPolicy, asAt);
    progress.step('Need of every school', 1, 1);
  });
  await drawOnce(db, 'prospects', designationPolicy, asAt, async () => {
    progress.step('Schools whose heads could help', 0, 1);
    await findProspects(db, designationPolicy, asAt);
    progress.step('Schools whose heads could help', 1, 1);
  });
}
