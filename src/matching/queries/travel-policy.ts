import { policyAsAt } from '../../policies.ts';
import type { TravelBasis } from '../rules/travel/travel-basis.ts';
import { travelPolicyKind } from '../schema/travel-policy.ts';
import { waterPolicyKind } from '../schema/water-policy.ts';

const kept = new Map<string, TravelBasis>();

/** What journeys are worked out from on a day, before a road service is asked. Throws PolicyError when a file is missing or malformed. */
export function travelBasisAsAt(date: string): TravelBasis {
  let basis = kept.get(date);
  if (basis === undefined) {
    const { waters } = policyAsAt(waterPolicyKind, date);
    basis = { policy: policyAsAt(travelPolicyKind, date), waters, roads: null };
    kept.set(date, basis);
  }
  return basis;
}
