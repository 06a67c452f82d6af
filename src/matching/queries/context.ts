import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { keptFeatureSpace } from '../../similar/queries.ts';
import { squaredDistance } from '../../similar/rules/distance.ts';
import type { SimilarPolicy } from '../../similar/rules/similar-policy.ts';
import type { ContextDistance } from '../rules/pairing.ts';

/** How far apart any two schools of a phase are in context, in standard deviations, under a similar schools policy. */
export async function contextDistance(db: Kysely<Database>, policy: SimilarPolicy): Promise<ContextDistance> {
  const spaces = await Promise.all([
    keptFeatureSpace(db, policy, 'primary'),
    keptFeatureSpace(db, policy, 'secondary'),
  ]);
  return (urn, otherUrn) => {
    for (const space of spaces) {
      const [row, other] = [space.rowOf.get(urn), space.rowOf.get(otherUrn)];
      if (row === undefined || other === undefined) continue;
      const distance = Math.sqrt(squaredDistance(space, row, other));
      return Number.isFinite(distance) ? distance : null;
    }
    return null;
  };
}
