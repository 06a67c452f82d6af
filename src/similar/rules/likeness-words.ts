import { figureText } from '../../schools/rules/figure-words.ts';
import type { MeasureCode } from '../../opendata/rules/measures.ts';
import type { Better, ResultRow } from './did-better.ts';
import type { BetterResult, PublishedInput, SimilarFeature, SimilarPolicy, Transform } from './similar-policy.ts';

/** A figure of the context as people read it: "412", "36.8%"; "not known" where there is none. */
export function featureText(figure: SimilarFeature['figure'], value: number | null): string {
  if (value === null) return NOT_KNOWN;
  if (figure === 'idaci_score' || figure === 'input_idaci_score') return `${(value * 100).toFixed(1)}%`;
  if (figure in INPUT_UNITS) return inputText(INPUT_UNITS[figure as PublishedInput], value);
  return figureText(value, figure as MeasureCode);
}

const INPUT_UNITS: Readonly<Record<PublishedInput, 'percent' | 'score' | 'count'>> = {
  input_prior_attainment: 'score',
  input_pupil_premium_percent: 'percent',
  input_eal_percent: 'percent',
  input_polar4_quintile: 'score',
  input_stability_percent: 'percent',
  input_idaci_score: 'percent',
  input_sen_support_percent: 'percent',
  input_ehc_percent: 'percent',
  input_pupils: 'count',
};

function inputText(unit: 'percent' | 'score' | 'count', value: number): string {
  if (unit === 'percent') return `${value.toFixed(1)}%`;
  return unit === 'count' ? value.toLocaleString('en-GB') : value.toFixed(2);
}

/** A result as people read it, in the unit of its measure: "56%", "−1.2". */
export function resultText(row: Pick<ResultRow, 'label'>, value: number | null, policy: SimilarPolicy): string {
  if (value === null) return NOT_KNOWN;
  const measure = resultOf(row, policy)?.measures[0];
  return measure === undefined ? String(value) : figureText(value, measure);
}

/** What one result says of the other school. */
export const RESULT_WORDS: Readonly<Record<ResultRow['verdict'], string>> = {
  better: 'better',
  worse: 'worse',
  level: 'level',
  'not known': 'not known',
};

/** What all results together say of the other school. */
export const VERDICT_WORDS: Readonly<Record<Better['verdict'], string>> = {
  better: 'did better',
  worse: 'did worse',
  mixed: 'better on one result, worse on another',
  level: 'about level',
  'not known': 'not known',
};

/** How a feature counts: its share of the weight, and the scale on which differences are measured. */
export interface FeatureWords {
  label: string;
  share: string;
  scale: string;
  source: string;
}

/** Every feature of the policy with its weight as a share of the whole. */
export function featureWords(policy: Pick<SimilarPolicy, 'features'>): FeatureWords[] {
  const whole = policy.features.reduce((sum, { weight }) => sum + weight, 0);
  return policy.features.map(({ label, weight, transform, source }) => ({
    label,
    share: `${Math.round((weight / whole) * 100)}%`,
    scale: SCALES[transform],
    source,
  }));
}

/** When a result counts as better, as a phrase: "at least 5 percentage points higher". */
export function marginWords({ margin, measures }: BetterResult): string {
  const points = measures.every((measure) => measure.endsWith('_expected')) ? 'percentage points' : 'points';
  return margin === 0 ? 'higher at all' : `at least ${margin} ${points} higher`;
}

const NOT_KNOWN = 'not known';
const SCALES: Record<Transform, string> = {
  none: 'as published',
  log: 'by ratio (logarithm)',
  'square root': 'by square root',
};

function resultOf(row: Pick<ResultRow, 'label'>, policy: SimilarPolicy): BetterResult | undefined {
  return policy.better.find(({ label }) => label === row.label);
}
