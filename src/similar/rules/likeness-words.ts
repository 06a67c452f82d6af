import { figureText } from '../../schools/rules/figure-words.ts';
import type { MeasureCode } from '../../opendata/rules/measures.ts';
import type { ResultRow } from './did-better.ts';
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

/** How a feature counts: its share of the weight, and the scale on which differences are measured. */
export interface FeatureWords {
  label: string;
  share: string;
  scale: string;
  source: string;
}

/** Every feature of a set with its weight as a share of the whole. */
export function featureWords(set: Pick<SimilarPolicy, 'features'>): FeatureWords[] {
  const whole = set.features.reduce((sum, { weight }) => sum + weight, 0);
  return set.features.map((feature) => ({
    label: feature.label,
    share: `${Math.round((feature.weight / whole) * 100)}%`,
    scale: scaleWords(feature),
    source: feature.source,
  }));
}

/** The distance of a set as a formula: each weight as published, each difference over its scale. */
export function formulaText({ features }: Pick<SimilarPolicy, 'features'>): string {
  const whole = features.reduce((sum, { weight }) => sum + weight, 0);
  const parts = features.map(({ label, weight }) => `${Number((weight / whole).toFixed(3))} × (${label})²`);
  return `distance = √( ${parts.join(' + ')} )`;
}

function scaleWords({ figure, transform, scale }: SimilarFeature): string {
  const by =
    scale === 'range'
      ? 'over the range from the lowest to the highest'
      : scale === 'standard deviation'
        ? 'over the standard deviation'
        : `over ${unitText(figure, scale.unit)}`;
  return `${SCALES[transform]}, ${by}`;
}

function unitText(figure: SimilarFeature['figure'], unit: number): string {
  if (figure === 'input_idaci_score' || figure === 'idaci_score') return `${(unit * 100).toFixed(2)} percentage points`;
  return featureText(figure, 1).endsWith('%')
    ? `${unit.toFixed(2)} percentage points`
    : `${Number(unit.toPrecision(4))}`;
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
