import type { MeasureCode } from '../../opendata/rules/measures.ts';
import type { PhaseGroup } from '../../schools/rules/facts.ts';
import type { FeatureFigure, SimilarFeature, SimilarPolicy, Transform } from './similar-policy.ts';

/** The default set, that of the similar schools policy, and the one that a visitor makes. */
export const CONTEXT_SET = 'context';
export const OWN_SET = 'own';

/** Features on which schools are compared for one purpose. Several files make one set where phases differ. */
export interface FeatureSet {
  id: string;
  /** The name by which addresses and commands know it. */
  set: string;
  title: string;
  /** What it is for, in a sentence or two. */
  purpose: string;
  validFrom: string;
  validTo: string | null;
  source: string;
  phaseGroups: readonly PhaseGroup[];
  features: readonly SimilarFeature[];
  leftOut: readonly { what: string; why: string }[];
  /** Schools that share fewer known features than this are not compared. */
  fewestSharedFeatures: number;
  /** How many of the most similar are listed. */
  kept: number;
  /** Of the `among` nearest, those of the same region come first; null: likeness alone decides. */
  prefer: { same: 'region'; among: number } | null;
}

/** What a visitor can make a set of: a feature without its scale and weight. */
export interface FeatureToChoose {
  figure: FeatureFigure;
  plus?: MeasureCode | undefined;
  year: number | null;
  label: string;
  transform: Transform;
  source: string;
}

export interface OwnFeaturesPolicy {
  id: string;
  title: string;
  validFrom: string;
  validTo: string | null;
  source: string;
  /** Weights go from 0 (left out) to this. */
  mostWeight: number;
  features: readonly FeatureToChoose[];
}

/** A weight and scale that a visitor gave to a figure. */
export interface OwnChoice {
  figure: FeatureFigure;
  weight: number;
  scale: 'standard deviation' | 'range';
}

/** The set of the similar schools policy itself. */
export function contextSet(policy: SimilarPolicy): FeatureSet {
  const { id, title, purpose, validFrom, validTo, source, features, leftOut, fewestSharedFeatures, neighbours } =
    policy;
  return {
    id,
    title,
    purpose,
    validFrom,
    validTo,
    source,
    features,
    leftOut,
    fewestSharedFeatures,
    set: CONTEXT_SET,
    phaseGroups: ['primary', 'secondary'],
    kept: neighbours,
    prefer: null,
  };
}

/** The set that a visitor made; null when no feature has a weight. Two thirds of its features must be known of both schools. */
export function ownSet(policy: OwnFeaturesPolicy, choices: readonly OwnChoice[], kept: number): FeatureSet | null {
  const features = policy.features.flatMap((feature): SimilarFeature[] => {
    const choice = choices.find(({ figure }) => figure === feature.figure);
    if (choice === undefined || choice.weight <= 0) return [];
    return [{ ...feature, weight: choice.weight, scale: choice.scale }];
  });
  if (features.length === 0) return null;
  return {
    id: policy.id,
    set: OWN_SET,
    title: 'Your own set',
    purpose: 'Made on this page. Its address holds it: keep it or send it on, and it shows the same set again.',
    validFrom: policy.validFrom,
    validTo: policy.validTo,
    source: policy.source,
    phaseGroups: ['primary', 'secondary'],
    features,
    leftOut: [],
    fewestSharedFeatures: Math.ceil((features.length * 2) / 3),
    kept,
    prefer: null,
  };
}
