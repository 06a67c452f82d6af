import type { MeasureCode } from '../../opendata/rules/measures.ts';
import type { InspectionOutcome } from '../../schools/rules/facts.ts';
import type { KeyStage } from '../../schools/rules/key-stage.ts';

export type Transform = 'none' | 'log' | 'square root';

/** What the Department publishes as the inputs of its own similar schools. Rates are of 100, the deprivation score is from 0 to 1. */
export const PUBLISHED_INPUTS = [
  'input_prior_attainment',
  'input_pupil_premium_percent',
  'input_eal_percent',
  'input_polar4_quintile',
  'input_stability_percent',
  'input_idaci_score',
  'input_sen_support_percent',
  'input_ehc_percent',
  'input_pupils',
] as const;

export type PublishedInput = (typeof PUBLISHED_INPUTS)[number];

/** A published measure, the income deprivation score of the neighbourhood, or an input of the Department's own list. */
export type FeatureFigure = MeasureCode | 'idaci_score' | PublishedInput;

/**
 * By what a difference is divided, after the transform: the standard deviation or the range (largest less smallest) among
 * the schools compared, or a fixed number of the figure's own unit.
 */
export type FeatureScale = 'standard deviation' | 'range' | { unit: number };

/** A figure of the school's context that schools are compared on. */
export interface SimilarFeature {
  figure: FeatureFigure;
  /** Another measure of the same year that is added to it; missing when either is. */
  plus?: MeasureCode | undefined;
  /** Start year of a measure: 2021 is 2021-22. Null for what has no year. */
  year: number | null;
  label: string;
  /** Scale on which differences count alike. */
  transform: Transform;
  scale: FeatureScale;
  weight: number;
  source: string;
}

/** A result on which the schools are set against each other; several measures are averaged. */
export interface BetterResult {
  keyStage: KeyStage;
  label: string;
  measures: readonly MeasureCode[];
  year: number;
  /** A smaller difference than this counts as level. */
  margin: number;
  source: string;
}

/** What makes schools alike, and which of those did better. */
export interface SimilarPolicy {
  id: string;
  title: string;
  /** What its features are for, in a sentence or two. */
  purpose: string;
  validFrom: string;
  validTo: string | null;
  source: string;
  features: readonly SimilarFeature[];
  leftOut: readonly { what: string; why: string }[];
  /** Schools that share fewer known features than this are not compared. */
  fewestSharedFeatures: number;
  neighbours: number;
  nearbyKm: number;
  /** A school whose latest inspection had one of these is not put forward as doing better, whatever its older results say. */
  notIfLatest: readonly InspectionOutcome[];
  better: readonly BetterResult[];
}
