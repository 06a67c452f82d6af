import type { MeasureCode } from '../../opendata/rules/measures.ts';
import type { CountsInherited } from '../../schools/rules/inherited.ts';
import type { InspectionOutcome, PhaseGroup } from '../../schools/rules/facts.ts';
import type { KeyStage } from '../../schools/rules/key-stage.ts';
import type { EnteredCode } from './entry.ts';
import type { MinimumStandard } from './minimum-standards.ts';

export type Category = 'A' | 'B' | 'C' | 'D';

/** One step of a ladder: the level is named so that a category rule can ask for it. */
export interface Step {
  level: string;
  points: number;
}

interface Indicator<Code extends string> {
  code: Code;
  label: string;
  source: string;
}

interface Results {
  keyStage: KeyStage;
  /** Start years to look in, the newest first; the first with a published figure is used. */
  years: readonly number[];
}

interface Context {
  phaseGroups: readonly PhaseGroup[];
}

/** Below the government's minimum standard in the last year that had one. */
export interface MinimumStandardIndicator extends Indicator<'minimum_standard'>, Results {
  standard: MinimumStandard['id'];
  points: number;
  /** With a smaller chance than this (0 to 1) of truly being below, `doubtfulPoints` count instead. */
  certainty: number;
  doubtfulPoints: number;
}

/** The share reaching the expected standard against the minimum for attainment, whatever progress says. */
export interface AttainmentIndicator extends Indicator<'attainment'>, Results {
  standard: MinimumStandard['id'];
  points: number;
  /** Raised only when the chance (0 to 1) of truly being below is at least this. */
  certainty: number;
}

/** Newest progress scores against the lines of one or more standards, mildest first. */
export interface ProgressIndicator extends Indicator<'progress'>, Results {
  steps: readonly (Step & { standard: MinimumStandard['id']; certainty: number })[];
}

/** Under the coasting line in each of its years. */
export interface CoastingIndicator extends Indicator<'coasting'>, Results {
  standard: MinimumStandard['id'];
  points: number;
}

/** Mean progress falling over the years published, to below the country's. */
export interface TrendIndicator extends Indicator<'trend'>, Results {
  measures: readonly MeasureCode[];
  fewestYears: number;
  /** Raised when the fitted line falls by at least this much from the first year to the last, */
  fall: number;
  /** with at least this chance (0 to 1) of truly falling, */
  certainty: number;
  /** and the newest score is below this. */
  endsBelow: number;
  points: number;
}

/** The overall grade of the latest graded inspection; of one that gave none it cannot be told. */
export interface InspectionIndicator extends Indicator<'inspection'>, Context {
  steps: readonly (Step & { outcomes: readonly InspectionOutcome[] })[];
}

/** The latest inspections one after another below good: "stuck". */
export interface RepeatBelowGoodIndicator extends Indicator<'repeat_below_good'>, Context {
  belowGood: readonly InspectionOutcome[];
  /** Each step needs this many in a row, fewest first. */
  steps: readonly (Step & { inARow: number })[];
}

/** A figure that is worse, or higher, than in most schools of the phase. */
export interface PersistentAbsenceIndicator extends Indicator<'persistent_absence'>, Context {
  measure: MeasureCode;
  years: readonly number[];
  /** Each step needs a higher figure than in this share (0 to 1) of schools of the phase, mildest first. */
  steps: readonly (Step & { abovePercentile: number })[];
}

/** Disadvantaged context. It is no fault of the school; it makes every other difficulty heavier. */
export interface DisadvantageIndicator extends Indicator<'disadvantage'>, Context {
  measure: MeasureCode;
  years: readonly number[];
  abovePercentile: number;
  /** Raised too when the school's neighbourhood is in this tenth or a worse one for income deprivation affecting children. */
  idaciDecile: number;
  points: number;
}

/** Fewer pupils on roll than some years ago. */
export interface FallingRollIndicator extends Indicator<'falling_roll'>, Context {
  fromYear: number;
  toYear: number;
  /** A fall of fewer pupils than this is left out: in a small school it is chance. */
  fewestPupils: number;
  steps: readonly (Step & { fallPercent: number })[];
}

/** Maintained schools that spent more than their income in the year. */
export interface FinanceIndicator extends Indicator<'finance'>, Context {
  years: readonly number[];
  /** Raised when the in-year deficit is at least this percentage of income. */
  deficitPercent: number;
  points: number;
}

/** A head new in post: of a school that is itself new and, where the policy reads them, by extracts that name another head. */
export interface NewHeadIndicator extends Indicator<'new_head'>, Context {
  /** Opened in this school year or the ones before it, this many in all. */
  schoolYears: number;
  /** Types that open as new schools; one that converts usually keeps its head. */
  newSchoolTypes: readonly string[];
  points: number;
  /** How extracts that name heads count; without it they do not, as in older policies. */
  headship?: {
    /** Classes of change that count. */
    classes: readonly ('certain' | 'likely')[];
    /** `first headship`: no earlier extract held names the new head as a head of any school. */
    steps: readonly (Step & { level: NewHeadLevel })[];
    source: string;
  };
}

/** How a head is known to be new. `new school` needs no step: its points are the indicator's own. */
export type NewHeadLevel = 'new to the school' | 'first headship';

/** What only people know: the service answers a question about the school, with the day it was seen and the evidence. */
export interface EnteredIndicator extends Indicator<EnteredCode>, Context {
  /** As it is asked of the person who enters it. */
  question: string;
  /** The answer that calls for nothing. */
  clearLevel: string;
  /** The answers that call for help, mildest first. */
  steps: readonly Step[];
  /** An entry older than this many months counts no more. */
  validMonths: number;
}

export type IndicatorPolicy =
  | MinimumStandardIndicator
  | AttainmentIndicator
  | ProgressIndicator
  | CoastingIndicator
  | TrendIndicator
  | InspectionIndicator
  | RepeatBelowGoodIndicator
  | PersistentAbsenceIndicator
  | DisadvantageIndicator
  | FallingRollIndicator
  | FinanceIndicator
  | NewHeadIndicator
  | EnteredIndicator;

export type IndicatorCode = IndicatorPolicy['code'];

export interface CategoryPolicy {
  code: Category;
  label: string;
  /** Points from which the category holds, unless a rule asks for more. */
  fromPoints: number;
  daysPerYear: number;
  source: string;
}

/** "At least this category if all of these indicators are raised", each at one of the levels named, if any are. */
export interface CategoryRule {
  category: Category;
  when: readonly { indicator: IndicatorCode; levels: readonly string[] | null }[];
  reason: string;
  source: string;
}

/** Pupils' progress scores vary with this standard deviation: what the 95% limits are made of. */
export interface PupilSpread {
  measure: MeasureCode;
  standardDeviation: number;
  pupils: MeasureCode;
  lower: MeasureCode | null;
  upper: MeasureCode | null;
  source: string;
}

/** How facts become a category: everything that a person might want to change. */
export interface NeedPolicy {
  id: string;
  title: string;
  validFrom: string;
  validTo: string | null;
  source: string;
  minimumStandards: string;
  /** Mildest first. */
  categories: readonly CategoryPolicy[];
  /** Categories that get a leader when there is one. */
  inNeed: readonly Category[];
  /** Whether what a school has inherited from its predecessors counts; without it nothing does, as in older policies. */
  inherited?: CountsInherited & { source: string };
  atLeast: readonly CategoryRule[];
  indicators: readonly IndicatorPolicy[];
  pupilSpread: readonly PupilSpread[];
}

/** Whether a policy looks at the names of heads in dated extracts. */
export function readsHeads({ indicators }: Pick<NeedPolicy, 'indicators'>): boolean {
  return indicators.some((indicator) => indicator.code === 'new_head' && indicator.headship !== undefined);
}
