import type { Category } from '../../need/rules/need-policy.ts';

/** Parts of the cost of a pair, in the order in which they are told. */
export const PART_CODES = [
  'travel',
  'context',
  'strength',
  'expertise',
  'impact',
  'continuity',
  'release',
  'money',
] as const;

export type PartCode = (typeof PART_CODES)[number];

/** Parts of the cost of a plan that no single pair has. */
export const PLAN_PART_CODES = ['load', 'areaFloor', 'partnershipFloor', 'change'] as const;

export const WEIGHT_CODES = [...PART_CODES, ...PLAN_PART_CODES] as const;

export type WeightCode = (typeof WEIGHT_CODES)[number];

/** Minutes of one-way travel that a unit weighs as much as. */
export interface Weight {
  weight: number;
  source: string;
}

/** A weight on what is not always known. */
export interface GuessedWeight extends Weight {
  /** Units taken where it is not known; of money, pounds a day. */
  unknown: number;
}

export interface Weights extends Record<Exclude<WeightCode, GuessedCode>, Weight>, Record<GuessedCode, GuessedWeight> {}

export const GUESSED_CODES = ['context', 'strength', 'expertise', 'impact', 'money'] as const;

export type GuessedCode = (typeof GUESSED_CODES)[number];

/** What each weight is on, and its unit. */
export const WEIGHT_WORDS: Readonly<Record<WeightCode, { label: string; unit: string }>> = {
  travel: { label: 'Travel', unit: 'minutes one way' },
  context: { label: 'Unlike context', unit: 'standard units apart' },
  strength: { label: 'Measures that fail on which the home school is no stronger', unit: 'share of them' },
  expertise: { label: 'Fields asked for that the leader does not give', unit: 'share of them' },
  impact: { label: 'Want of evidence of past impact', unit: 'share' },
  continuity: { label: 'New to the school', unit: '1 when new' },
  release: { label: 'Release not asked yet', unit: '1 when not asked' },
  money: { label: 'Money', unit: 'pounds' },
  load: { label: "Each further school of a leader's", unit: 'schools before it' },
  areaFloor: { label: 'An area below its floor', unit: 'needs short' },
  partnershipFloor: { label: 'A partnership below its floor', unit: 'needs short' },
  change: { label: 'A need that does not keep its leader', unit: 'needs' },
};

export type UncoveredCode = Category | 'perPoint' | 'specialistShare';

export type FloorCode = 'area' | 'partnership';

/** What a scenario weighs otherwise than the policy; what is left out stays the policy's. */
export interface WeightChange {
  weights?: Partial<Record<WeightCode, number>> | undefined;
  uncovered?: Partial<Record<UncoveredCode, number>> | undefined;
  floors?: Partial<Record<FloorCode, number>> | undefined;
}
