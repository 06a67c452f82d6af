import { policiesOf, policyAsAt } from '../../policies.ts';
import type { PhaseGroup } from '../../schools/rules/facts.ts';
import { contextSet, type FeatureSet, type OwnFeaturesPolicy } from '../rules/feature-set.ts';
import type { SimilarPolicy } from '../rules/similar-policy.ts';
import { featureSetKind, ownFeaturesKind } from '../schema/feature-set.ts';

/**
 * The sets that hold on the date for schools of the phase group, the default first, the others by name.
 * Throws PolicyError when a file is malformed.
 */
export function featureSetsAsAt(policy: SimilarPolicy, date: string, group: PhaseGroup): FeatureSet[] {
  const holding = policiesOf(featureSetKind)
    .filter(({ validFrom, validTo, phaseGroups }) => {
      return validFrom <= date && (validTo === null || validTo > date) && phaseGroups.includes(group);
    })
    .toSorted((a, b) => a.set.localeCompare(b.set) || b.validFrom.localeCompare(a.validFrom));
  const newest = holding.filter(({ set }, i) => holding[i - 1]?.set !== set);
  return [contextSet(policy), ...newest];
}

/** What visitors can make sets of on the date. Throws PolicyError when a file is malformed or none holds. */
export function ownFeaturesAsAt(date: string): OwnFeaturesPolicy {
  return policyAsAt(ownFeaturesKind, date);
}
