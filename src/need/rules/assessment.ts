import type { MeasureCode } from '../../opendata/rules/measures.ts';
import type { SourceRef } from '../../schools/rules/facts.ts';
import type { Category, IndicatorCode, NeedPolicy } from './need-policy.ts';

/** What one indicator says of one school. */
export interface IndicatorResult {
  code: IndicatorCode;
  label: string;
  /** `missing` is neither raised nor clear: nothing is known, and nothing is scored. */
  state: 'raised' | 'clear' | 'missing';
  /** The step of the policy's ladder that was reached; null when not raised or when there is but one. */
  level: string | null;
  /** The figure judged, in the unit of its measure; for an inspection or a count of years, null. */
  value: number | null;
  /** Start year of the figure: 2018 is 2018-19. */
  year: number | null;
  threshold: number | null;
  points: number;
  /** Chance, 0 to 1, of truly being below the threshold. */
  probability?: number;
  /** 95% range of the figure, in its unit. */
  interval?: [low: number, high: number];
  /** Plain words a head would accept, with the numbers. */
  sentence: string;
  /** The measures at fault: where a leader's school should be strong. Empty unless raised. */
  measures: MeasureCode[];
  source: SourceRef | null;
  /** Further figures that were read: other subjects, other years. */
  otherSources: SourceRef[];
}

/** One school under one policy on one date. */
export interface Assessment {
  urn: number;
  policyId: string;
  asAt: string;
  category: Category;
  points: number;
  /** Why this category: the points, and the rule that asked for more, in words. */
  because: string;
  indicators: IndicatorResult[];
  /** Indicators that could not be judged, because a figure is missing. */
  missing: IndicatorCode[];
}

type Named = { code: IndicatorCode; label: string };
type Figures = Partial<Omit<IndicatorResult, 'code' | 'label' | 'state' | 'sentence'>>;

/** The indicator shows need, worth `figures.points`. */
export function raised(indicator: Named, sentence: string, figures: Figures & { points: number }): IndicatorResult {
  return result(indicator, 'raised', sentence, figures, figures.points);
}

/** The indicator was judged and shows no need. */
export function clear(indicator: Named, sentence: string, figures: Figures = {}): IndicatorResult {
  return result(indicator, 'clear', sentence, figures, 0);
}

/** The indicator could not be judged: the sentence says what was missing and why. */
export function missing(indicator: Named, sentence: string, figures: Figures = {}): IndicatorResult {
  return result(indicator, 'missing', sentence, figures, 0);
}

// Key by key, not by spreading: a quarter of a million of these are made for the country.
function result(
  indicator: Named,
  state: IndicatorResult['state'],
  sentence: string,
  figures: Figures,
  points: number,
): IndicatorResult {
  const made: IndicatorResult = {
    code: indicator.code,
    label: indicator.label,
    state,
    level: figures.level ?? null,
    value: figures.value ?? null,
    year: figures.year ?? null,
    threshold: figures.threshold ?? null,
    points,
    sentence,
    measures: figures.measures ?? [],
    source: figures.source ?? null,
    otherSources: figures.otherSources ?? [],
  };
  if (figures.probability !== undefined) made.probability = figures.probability;
  if (figures.interval !== undefined) made.interval = figures.interval;
  return made;
}

/** A result as it is stored: without what is empty, and without the label, which the policy has. */
export function packed(full: IndicatorResult): Partial<IndicatorResult> {
  const kept = Object.entries(full).filter(
    ([key, value]) => key !== 'label' && value !== null && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(kept);
}

/** Stored results made whole again, with the labels of the policy they were made under. */
export function unpacked(stored: readonly Partial<IndicatorResult>[], policy: NeedPolicy): IndicatorResult[] {
  return stored.flatMap((part) => {
    const { code, state, sentence } = part;
    if (code === undefined || state === undefined || sentence === undefined) return [];
    const label = policy.indicators.find((indicator) => indicator.code === code)?.label ?? code;
    return [result({ code, label }, state, sentence, part, part.points ?? 0)];
  });
}
