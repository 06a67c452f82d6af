import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import { perVersion } from '../../schools/queries/per-version.ts';
import { loadFeatureSpace } from '../../similar/queries.ts';
import { squaredDistance } from '../../similar/rules/distance.ts';
import type { SimilarPolicy } from '../../similar/rules/similar-policy.ts';
import type { ContextDistance } from '../rules/pairing.ts';

/** How far apart any two schools of a phase are in context, in standard deviations, under a similar schools policy. */
export async function contextDistance(db: Kysely<Database>, policy: SimilarPolicy): Promise<ContextDistance> {
  const spaces = await spacesUnder(policy)(db);
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

const spaces = new Map<string, ReturnType<typeof loadSpaces>>();

// Reading England's context takes longer than most plans, so it is kept until another file is imported.
function spacesUnder(policy: SimilarPolicy): ReturnType<typeof loadSpaces> {
  const kept = spaces.get(policy.id) ?? loadSpaces(policy);
  spaces.set(policy.id, kept);
  return kept;
}

function loadSpaces(policy: SimilarPolicy) {
  return perVersion((db) =>
    Promise.all([loadFeatureSpace(db, policy, 'primary'), loadFeatureSpace(db, policy, 'secondary')]),
  );
}
