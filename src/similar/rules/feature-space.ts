import type { PhaseGroup } from '../../schools/rules/facts.ts';
import type { SimilarFeature, SimilarPolicy } from './similar-policy.ts';

/** One school's published context, in the order of the policy's features; null where there is no number. */
export interface FeatureRow {
  urn: number;
  figures: readonly (number | null)[];
}

/**
 * The schools of one phase group as points: row by row, one number a feature. A coordinate is the transformed figure less
 * its mean, over its scale (standard deviation, range or a fixed unit), times the root of the feature's share of the weight,
 * so that squared differences add up to a squared distance. A missing figure is NaN, never nought.
 */
export interface FeatureSpace {
  group: PhaseGroup;
  features: readonly SimilarFeature[];
  fewestSharedFeatures: number;
  /** Ascending; the place of a URN here is its row. */
  urns: Int32Array;
  rowOf: ReadonlyMap<number, number>;
  /** Figures as published, row by row. */
  figures: Float64Array;
  coordinates: Float64Array;
  /** Each feature's share of the whole weight; the shares add up to 1. */
  shares: Float64Array;
}

/** The feature space of these schools, which should be all of the phase group: figures are scaled among them. */
export function featureSpace(
  group: PhaseGroup,
  policy: Pick<SimilarPolicy, 'features' | 'fewestSharedFeatures'>,
  schools: readonly FeatureRow[],
): FeatureSpace {
  const rows = schools.toSorted((a, b) => a.urn - b.urn);
  const width = policy.features.length;
  const figures = new Float64Array(rows.length * width).fill(Number.NaN);
  rows.forEach((row, i) => row.figures.forEach((figure, j) => (figures[i * width + j] = figure ?? Number.NaN)));
  const whole = policy.features.reduce((sum, { weight }) => sum + weight, 0);
  const shares = Float64Array.from(policy.features, ({ weight }) => weight / whole);
  const coordinates = new Float64Array(figures.length);
  policy.features.forEach((feature, j) => place(figures, coordinates, j, width, feature, shares[j] ?? 0));
  return {
    group,
    features: policy.features,
    fewestSharedFeatures: policy.fewestSharedFeatures,
    urns: Int32Array.from(rows, ({ urn }) => urn),
    rowOf: new Map(rows.map(({ urn }, i) => [urn, i])),
    figures,
    coordinates,
    shares,
  };
}

function place(
  figures: Float64Array,
  coordinates: Float64Array,
  column: number,
  width: number,
  { transform, scale }: SimilarFeature,
  share: number,
): void {
  let known = 0;
  let mean = 0;
  let squares = 0;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = column; i < figures.length; i += width) {
    const value = transformed(figures[i] ?? Number.NaN, transform);
    coordinates[i] = value;
    if (Number.isNaN(value)) continue;
    known += 1;
    const off = value - mean;
    mean += off / known;
    squares += off * (value - mean);
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const spread = typeof scale === 'object' ? scale.unit : scale === 'range' ? high - low : Math.sqrt(squares / known);
  // A feature that is the same everywhere tells no school from another.
  const factor = spread > 0 ? Math.sqrt(share) / spread : 0;
  for (let i = column; i < coordinates.length; i += width)
    coordinates[i] = ((coordinates[i] ?? Number.NaN) - mean) * factor;
}

// No pupils on roll is no figure to compare on a log scale.
function transformed(value: number, transform: SimilarFeature['transform']): number {
  if (transform === 'log') return value > 0 ? Math.log(value) : Number.NaN;
  return transform === 'square root' ? Math.sqrt(value) : value;
}
