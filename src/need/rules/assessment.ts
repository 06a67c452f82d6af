import type { MeasureCode } from '../../opendata/rules/measures.ts';
import type { InheritedFrom, SourceRef } from '../../schools/rules/facts.ts';
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
  /** Predecessors whose records it stands on, if it stands on any. */
  inherited?: Predecessor[];
}

/** A school whose record another school's need stands on. */
export type Predecessor = Pick<InheritedFrom, 'urn' | 'name'>;

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
  if (figures.inherited !== undefined) made.inherited = figures.inherited;
  return made;
}

/** A figure's place as it is stored: its import and line. */
type PackedSource = [importId: number, line: number];

/** A result as it is stored: without the label, which the policy has, and without what is empty. */
export interface PackedResult extends Partial<Omit<IndicatorResult, 'label' | 'source' | 'otherSources'>> {
  source?: PackedSource;
  otherSources?: PackedSource[];
}

/** Packs a result for storage. A further source in the same line of the same file as the first says nothing new. */
export function packed(full: IndicatorResult): PackedResult {
  const kept: PackedResult = { code: full.code, state: full.state, sentence: full.sentence };
  if (full.points !== 0) kept.points = full.points;
  if (full.level !== null) kept.level = full.level;
  if (full.value !== null) kept.value = full.value;
  if (full.year !== null) kept.year = full.year;
  if (full.threshold !== null) kept.threshold = full.threshold;
  if (full.probability !== undefined) kept.probability = Math.round(full.probability * 10_000) / 10_000;
  if (full.interval !== undefined) kept.interval = [rounded(full.interval[0]), rounded(full.interval[1])];
  if (full.measures.length > 0) kept.measures = full.measures;
  if (full.inherited !== undefined) kept.inherited = full.inherited;
  const { source } = full;
  if (source === null) return kept;
  kept.source = [source.importId, source.line];
  const others = full.otherSources.filter(({ importId, line }) => importId !== source.importId || line !== source.line);
  if (others.length > 0) kept.otherSources = others.map(({ importId, line }) => [importId, line]);
  return kept;
}

/** Stored results made whole again, with the labels of the policy they were made under. */
export function unpacked(stored: readonly PackedResult[], policy: NeedPolicy): IndicatorResult[] {
  return stored.flatMap((part) => {
    const { code, state, sentence, source, otherSources, ...figures } = part;
    if (code === undefined || state === undefined || sentence === undefined) return [];
    const label = policy.indicators.find((indicator) => indicator.code === code)?.label ?? code;
    const whole: Figures = {
      ...figures,
      otherSources: (otherSources ?? []).map(place),
      source: source === undefined ? null : place(source),
    };
    return [result({ code, label }, state, sentence, whole, part.points ?? 0)];
  });
}

function place([importId, line]: PackedSource): SourceRef {
  return { importId, line };
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
