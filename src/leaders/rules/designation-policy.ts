import type { MeasureCode } from '../../opendata/rules/measures.ts';
import type { MinimumStandard } from '../../need/rules/minimum-standards.ts';
import type { CountsInherited } from '../../schools/rules/inherited.ts';
import type { InspectionOutcome } from '../../schools/rules/facts.ts';
import type { KeyStage } from '../../schools/rules/key-stage.ts';

interface Criterion<Rule extends string> {
  rule: Rule;
  label: string;
  /** What a criterion that cannot be judged does to the whole: nothing passes in silence. */
  whenNotKnown: 'fails' | 'passes';
  source: string;
}

/** The latest inspection grade is one of these, and recent enough to count as current. */
export interface GradeCriterion extends Criterion<'grade'> {
  outcomes: readonly InspectionOutcome[];
  withinYears: number;
}

/** Not below the minimum standard in its last year, nor below its progress lines in the newest results. */
export interface AboveMinimumCriterion extends Criterion<'above_minimum'> {
  standards: readonly {
    keyStage: KeyStage;
    standard: MinimumStandard['id'];
    /** Years to judge by the standard, the newest first. */
    years: readonly number[];
    /** Start year of newer results, to which the standard's progress lines are put though it had ended. */
    newestProgress: number;
  }[];
}

export interface ResultSeries {
  keyStage: KeyStage;
  /** As it reads in a sentence. */
  label: string;
  /** Averaged when there are several. */
  measures: readonly MeasureCode[];
  /** Newest first. */
  years: readonly number[];
  line: number | 'national median';
  /** The newest figure must be at the line or above, however steady another series is. */
  mustEndAtLine: boolean;
}

/** A series of results is consistently high or improving up to its line, and none falls short where it must not. */
export interface ConsistentCriterion extends Criterion<'consistent'> {
  series: readonly ResultSeries[];
}

export type DesignationCriterion = GradeCriterion | AboveMinimumCriterion | ConsistentCriterion;

/** Time a school can spare its head, by its size. */
export interface CapacityPolicy {
  weeksAYear: number;
  /** Smallest roll first; the first must begin at 0. */
  bands: readonly { fromRoll: number; daysAWeek: number; mostSchools: number }[];
  rollYear: number;
  source: string;
}

/** The published criteria for a system leader, so far as public data can show them. */
export interface DesignationPolicy {
  id: string;
  title: string;
  validFrom: string;
  validTo: string | null;
  source: string;
  criteria: readonly DesignationCriterion[];
  /** Whether what the school has inherited from its predecessors counts; without it nothing does. */
  inherited?: CountsInherited & { source: string };
  capacity: CapacityPolicy;
  /** Criteria for the person, on which nothing is published: a panel's work. */
  notJudged: readonly string[];
}
