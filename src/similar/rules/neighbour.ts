import type { Inspection, SchoolFacts } from '../../schools/rules/facts.ts';
import { type Better, didBetter } from './did-better.ts';
import type { FeatureSpace } from './feature-space.ts';
import type { Near } from './nearest-so-far.ts';
import type { SimilarFeature, SimilarPolicy } from './similar-policy.ts';

/** One feature of two schools side by side, as published; null where a figure is missing. */
export interface FeaturePair {
  figure: SimilarFeature['figure'];
  label: string;
  year: number | null;
  own: number | null;
  other: number | null;
}

/** A school in a similar context, set beside the one asked about. */
export interface Neighbour {
  /** 1 is the most similar. */
  rank: number;
  urn: number;
  name: string;
  laCode: number;
  laName: string;
  phase: SchoolFacts['phase'];
  trustUid: number | null;
  /** In standard deviations of a typical feature: 0 is alike in all. */
  distance: number;
  /** Straight line, to a tenth of a kilometre; null when either school has no grid reference. */
  km: number | null;
  /** The latest overall grade; null when none is published for the school under its present number. */
  latestInspection: Pick<Inspection, 'inspectedOn' | 'scheme' | 'outcome'> | null;
  features: FeaturePair[];
  /** Labels of the features that one of the two lacks, on which they were not compared. */
  notCompared: string[];
  better: Better;
}

/** Puts found rows into words and figures. Rows whose school is not among `schools` are left out. */
export function neighbours(
  space: FeatureSpace,
  own: SchoolFacts,
  found: readonly Near[],
  schools: ReadonlyMap<number, SchoolFacts>,
  policy: Pick<SimilarPolicy, 'better'>,
): Neighbour[] {
  const row = space.rowOf.get(own.urn);
  if (row === undefined) return [];
  return found.flatMap((near, i) => {
    const other = schools.get(space.urns[near.row]!);
    if (other === undefined) return [];
    const features = pairs(space, row, near.row);
    return [
      {
        rank: i + 1,
        urn: other.urn,
        name: other.name,
        laCode: other.laCode,
        laName: other.laName,
        phase: other.phase,
        trustUid: other.trustUid,
        distance: Math.round(Math.sqrt(near.squared) * 1000) / 1000,
        km: kilometres(own, other),
        latestInspection: other.inspections[0] ?? null,
        features,
        notCompared: features.filter((pair) => pair.own === null || pair.other === null).map(({ label }) => label),
        better: didBetter(own, other, policy.better),
      },
    ];
  });
}

/** Straight-line distance between two grid references in kilometres, to one decimal. Source: British National Grid, metres. */
export function kilometres(
  a: Pick<SchoolFacts, 'easting' | 'northing'>,
  b: Pick<SchoolFacts, 'easting' | 'northing'>,
): number | null {
  if (a.easting === null || a.northing === null || b.easting === null || b.northing === null) return null;
  return Math.round(Math.hypot(a.easting - b.easting, a.northing - b.northing) / 100) / 10;
}

function pairs(space: FeatureSpace, own: number, other: number): FeaturePair[] {
  const width = space.shares.length;
  return space.features.map(({ figure, label, year }, j) => ({
    figure,
    label,
    year,
    own: known(space.figures[own * width + j]),
    other: known(space.figures[other * width + j]),
  }));
}

function known(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
