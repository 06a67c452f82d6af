import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { keptFeatureSpace } from '../queries.ts';
import type { FeatureSpace } from '../rules/feature-space.ts';
import type { NearestOfAll } from '../rules/nearest.ts';
import type { SimilarPolicy } from '../rules/similar-policy.ts';
import { nearestInThreads } from './nearest-in-threads.ts';

/** The nearest of every school of a phase group: rows are places in the space. */
export interface SimilarOfAll {
  space: FeatureSpace;
  nearest: NearestOfAll;
}

/** The k most similar schools of every open mainstream school of England, among those of its phase group. */
export async function similarOfAll(db: Kysely<Database>, policy: SimilarPolicy, k: number): Promise<SimilarOfAll[]> {
  const spaces = await Promise.all([
    keptFeatureSpace(db, policy, 'primary'),
    keptFeatureSpace(db, policy, 'secondary'),
  ]);
  const threads = await nearestInThreads(spaces);
  try {
    const found = await threads.nearestOfAll(k);
    return found.map((nearest, i) => ({ space: spaces[i]!, nearest }));
  } finally {
    await threads.close();
  }
}
