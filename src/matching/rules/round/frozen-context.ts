import type { FeatureSpace } from '../../../similar/rules/feature-space.ts';
import { squaredDistance } from '../../../similar/rules/distance.ts';
import type { ContextDistance } from '../pairing.ts';

/** Where schools of one phase group stand in context, as it was when a round was opened. Null: not published. */
export interface FrozenSpace {
  fewestSharedFeatures: number;
  shares: readonly number[];
  rows: readonly { urn: number; at: readonly (number | null)[] }[];
}

/** The rows of these schools out of a feature space; schools that it does not hold are left out. */
export function freezeSpace(space: FeatureSpace, urns: Iterable<number>): FrozenSpace {
  const width = space.shares.length;
  return {
    fewestSharedFeatures: space.fewestSharedFeatures,
    shares: [...space.shares],
    rows: [...new Set(urns)]
      .toSorted((a, b) => a - b)
      .flatMap((urn) => {
        const row = space.rowOf.get(urn);
        if (row === undefined) return [];
        const at = [...space.coordinates.subarray(row * width, (row + 1) * width)];
        return [{ urn, at: at.map((coordinate) => (Number.isNaN(coordinate) ? null : coordinate)) }];
      }),
  };
}

/** How far apart two schools are in context, worked out from what was frozen; null where either is not in it. */
export function frozenContext(spaces: readonly FrozenSpace[]): ContextDistance {
  const thawed = spaces.map(({ rows, shares, fewestSharedFeatures }) => ({
    rowOf: new Map(rows.map(({ urn }, row) => [urn, row])),
    shares: Float64Array.from(shares),
    coordinates: Float64Array.from(rows.flatMap(({ at }) => at.map((coordinate) => coordinate ?? Number.NaN))),
    fewestSharedFeatures,
  }));
  return (urn, otherUrn) => {
    for (const space of thawed) {
      const [row, other] = [space.rowOf.get(urn), space.rowOf.get(otherUrn)];
      if (row === undefined || other === undefined) continue;
      const distance = Math.sqrt(squaredDistance(space, row, other));
      return Number.isFinite(distance) ? distance : null;
    }
    return null;
  };
}
