import type { MeasureCode } from '../../opendata/rules/measures.ts';
import type { CountsInherited } from '../../schools/rules/inherited.ts';
import type { InspectionOutcome, InspectionScheme, PhaseGroup } from '../../schools/rules/facts.ts';
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
  /**
   * Standard deviation by which the true mean over the measures moves from one year to the next. Without it a line is taken to
   * be uncertain only as far as cohorts are small, as in older policies, which claims too much.
   */
  drift?: number;
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

/** Pupils who did something, as a share over several years, against lines of the policy. */
export interface PooledShareIndicator extends Indicator<'pooled_attainment' | 'destinations'>, Results {
  /** A percentage of pupils, and how many pupils it is of. Its pooling is in the policy's `pooling.shares`. */
  measure: MeasureCode;
  pupils: MeasureCode;
  /** Begins the sentence: "Reached the expected standard in reading, writing and maths". */
  did: string;
  /**
   * Each step needs a share below its line (percent) with at least its certainty (0 to 1), mildest first. `line` says what the
   * line is, as in "Set against 65%, which was enough under the floor standard".
   */
  steps: readonly (Step & { below: number; line: string; certainty: number })[];
}

/** Progress scores over several years against the lines of one or more standards, mildest first. Pooled by `pooling.scores`. */
export interface PooledProgressIndicator extends Indicator<'pooled_progress'>, Results {
  steps: readonly (Step & { standard: MinimumStandard['id']; certainty: number })[];
}

/** How far disadvantaged pupils are behind the others of the school, where they are behind the country's too. */
export interface DisadvantageGapIndicator extends Indicator<'disadvantage_gap'>, Results {
  disadvantaged: { measure: MeasureCode; pupils: MeasureCode };
  other: { measure: MeasureCode; pupils: MeasureCode };
  /** Begins the sentence: "Stayed in education or work after key stage 4". */
  did: string;
  /** Raised when the gap is more than this many percentage points, */
  over: number;
  /** with at least this chance (0 to 1). */
  certainty: number;
  points: number;
}

/** A figure that is higher than in most schools of the phase. */
export interface ComparedIndicator extends Indicator<'overall_absence' | 'pupil_teacher_ratio'>, Context {
  measure: MeasureCode;
  years: readonly number[];
  /** The sentence with {figure} in it: "{figure} of sessions were missed". */
  saying: string;
  /** Added when raised, so that the figure is read fairly. */
  note?: string | undefined;
  /** Each step needs a higher figure than in this share (0 to 1) of schools of the phase, mildest first. */
  steps: readonly (Step & { abovePercentile: number })[];
}

/** Absence that rose by more than in the middle school of the phase, to more than there. */
export interface AbsenceRiseIndicator extends Indicator<'absence_rise'>, Context {
  measure: MeasureCode;
  fromYear: number;
  toYear: number;
  /** Each step needs a rise of so many percentage points more than the middle school's, mildest first. */
  steps: readonly (Step & { pointsMore: number })[];
}

/** Whom the school serves: shown and never scored. */
export interface ContextIndicator extends Indicator<'inclusion'>, Context {
  /** Each figure with its sentence, {figure} in it: "{figure} of pupils had SEN support". */
  shown: readonly { measure: MeasureCode; saying: string }[];
  years: readonly number[];
}

/** Grades of areas at the latest inspection, if it was graded in this scheme; of other schools it is not asked. */
export interface JudgementIndicator
  extends
    Indicator<'leadership_judgement' | 'education_judgement' | 'report_card_leadership' | 'report_card_areas'>,
    Context {
  scheme: Exclude<InspectionScheme, 'overall grade'>;
  /** In the scheme's words; the lowest grade of any of them decides. Empty for all areas that were graded. */
  areas: readonly string[];
  /** In the scheme's words, mildest first. */
  steps: readonly (Step & { grades: readonly string[] })[];
}

/** The published category of concern of a latest inspection without an overall grade. */
export interface CategoryOfConcernIndicator extends Indicator<'category_of_concern'>, Context {
  schemes: readonly Exclude<InspectionScheme, 'overall grade'>[];
  /** Each level with the ways in which files write it, mildest first. */
  steps: readonly (Step & { publishedAs: readonly string[] })[];
}

/** A head's post that is vacant or filled for the time being. */
export interface HeadPostIndicator extends Indicator<'head_post'>, Context {
  steps: readonly (Step & { level: 'acting or interim' | 'vacant' })[];
}

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
  | PooledShareIndicator
  | PooledProgressIndicator
  | DisadvantageGapIndicator
  | ComparedIndicator
  | AbsenceRiseIndicator
  | ContextIndicator
  | JudgementIndicator
  | CategoryOfConcernIndicator
  | HeadPostIndicator
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

/** How figures of several years are put together: see pooled-share.ts and pooled-score.ts. */
export interface Pooling {
  /** From one year to the next a school's true share moves as far as the luck of so many pupils moves a published one. */
  shares: readonly { measure: MeasureCode; driftPupils: number; source: string }[];
  /** Standard deviation by which a school's true score moves from one year to the next, in the unit of the score. */
  scores: readonly { measure: MeasureCode; drift: number; source: string }[];
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
  /** Without it each year stands alone and a trend takes no account of movement, as in older policies. */
  pooling?: Pooling;
}

/** Whether a policy looks at the names of heads in dated extracts. */
export function readsHeads({ indicators }: Pick<NeedPolicy, 'indicators'>): boolean {
  return indicators.some((indicator) => indicator.code === 'new_head' && indicator.headship !== undefined);
}
