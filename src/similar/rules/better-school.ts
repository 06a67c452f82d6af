import type { SchoolFacts } from '../../schools/rules/facts.ts';
import type { BetterMeasure, DoingBetterPolicy, Lead, YearFigure } from './doing-better.ts';
import type { FeatureSpace } from './feature-space.ts';
import type { FeaturePair, Neighbour } from './neighbour.ts';
import type { SchoolFilter, SchoolTraits } from './school-filter.ts';

/** A similar school that does better on the chosen measure, what differs, and who could be asked. */
export interface BetterSchool extends Neighbour {
  lead: Lead;
  /** The compared features in which the two differ most, most first. */
  differs: FeaturePair[];
  ask: { headName: string | null; headJobTitle: string | null; trustName: string | null };
}

/** A measure that can be chosen, and where the school stands on it in the newest year it has. */
export interface Standing {
  measure: BetterMeasure;
  newest: YearFigure | null;
  /** The share, 0 to 1, of England's schools below it; null when the school has no figure. */
  place: number | null;
}

/** Who does better from here: similar, nearby, consistently better on one measure. */
export interface DoingBetter {
  standings: Standing[];
  /** The measure looked at: the reader's choice, else that on which the school stands lowest; null when it has none. */
  chosen: Standing | null;
  byReader: boolean;
  /** Schools within the distance that pass the filters and may be put forward. */
  inRange: number;
  /** Those of them among the share of England's schools that counts as similar. */
  similar: number;
  /** Those of them that share enough years with this school to tell. */
  comparable: number;
  /** Those that do better consistently, before the latest inspection is looked at. */
  better: number;
  /** The most similar of those first; none whose latest inspection says otherwise. */
  schools: BetterSchool[];
  /** How many of the most similar were left out for their latest inspection. */
  leftOut: number;
}

/** The features in which two schools differ most, by their part in the distance; those alike and those not known are left out. */
export function mostDifferent(
  space: FeatureSpace,
  row: number,
  other: number,
  features: readonly FeaturePair[],
  most: number,
): FeaturePair[] {
  const width = space.shares.length;
  return features
    .map((pair, j) => ({
      pair,
      apart: Math.abs(space.coordinates[row * width + j]! - space.coordinates[other * width + j]!),
    }))
    .filter(({ apart }) => apart > 0)
    .toSorted((a, b) => b.apart - a.apart)
    .slice(0, most)
    .map(({ pair }) => pair);
}

/** Whether a school may be put forward to another as doing better: one that selects by ability only to one that does too. */
export function mayBePutForward(
  policy: Pick<DoingBetterPolicy, 'selectiveApart'>,
  own: Pick<SchoolTraits, 'selective'>,
  other: Pick<SchoolTraits, 'selective'>,
  filter: Pick<SchoolFilter, 'selective'>,
): boolean {
  if (!policy.selectiveApart || filter.selective === 'selective') return true;
  return other.selective !== true || own.selective === true;
}

/** Who leads a school, as published. */
export function askAt({ headName, headJobTitle, trustName }: SchoolFacts): BetterSchool['ask'] {
  return { headName, headJobTitle, trustName };
}
