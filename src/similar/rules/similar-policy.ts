import type { MeasureCode } from '../../opendata/rules/measures.ts';
import type { InspectionOutcome } from '../../schools/rules/facts.ts';
import type { KeyStage } from '../../schools/rules/key-stage.ts';

export type Transform = 'none' | 'log' | 'square root';

/** A figure of the school's context that schools are compared on. */
export interface SimilarFeature {
  /** A published measure, or the income deprivation score of the neighbourhood. */
  figure: MeasureCode | 'idaci_score';
  /** Start year of a measure: 2021 is 2021-22. Null for the neighbourhood's score. */
  year: number | null;
  label: string;
  /** Scale on which differences count alike. */
  transform: Transform;
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
