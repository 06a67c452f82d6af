import type { InheritedFrom, InspectionOutcome, InspectionScheme, SourceRef } from '../facts.ts';
import type { CategoryCheck } from './report-card-category.ts';

/** The grade of one area of an inspection, in the words of its scheme. */
export interface Judgement {
  area: string;
  grade: string;
  /** Day of the grade where the file gives one; it can be renewed by monitoring. */
  gradedOn: string | null;
}

interface Recorded {
  /** ISO date. */
  inspectedOn: string;
  publishedOn: string | null;
  /** Ofsted's own number of the inspection. */
  number: string | null;
  /** As published, for example "S5 Inspection". */
  type: string | null;
  /** As published, "none" where published as blank; null where the file does not tell. */
  categoryOfConcern: string | null;
  /** As published: Met or Not met in a report card, Yes or No (is it effective?) before; null where not told. */
  safeguarding: string | null;
  /** The URN under which Ofsted lists it, where that is a later number of the school. */
  listedUnder: number | null;
  /** In the order of the scheme's areas. */
  judgements: readonly Judgement[];
  source: SourceRef;
  /** Absent when it is the school's own. */
  inherited?: InheritedFrom;
}

export interface OverallGradeRecord extends Recorded {
  kind: 'graded';
  scheme: 'overall grade';
  outcome: InspectionOutcome;
}

export interface JudgementsOnlyRecord extends Recorded {
  kind: 'graded';
  scheme: 'judgements only';
  outcome: null;
}

export interface ReportCardRecord extends Recorded {
  kind: 'graded';
  scheme: 'report card';
  outcome: null;
  /** What the table of categories says of it; null while no policy of report cards holds on its day. */
  check: CategoryCheck | null;
}

export type GradedRecord = OverallGradeRecord | JudgementsOnlyRecord | ReportCardRecord;

/** An inspection that gives no grades. */
export interface UngradedRecord extends Recorded {
  kind: 'ungraded' | 'monitoring';
  scheme: null;
  outcome: null;
  /** What it found, as published, for example "School remains Good (Concerns) - S5 Next". */
  words: string;
}

/** One inspection with everything published about it. */
export type InspectionRecord = GradedRecord | UngradedRecord;

/** The inspections of one scheme, in the order given. */
export function ofScheme<S extends InspectionScheme>(
  inspections: readonly InspectionRecord[],
  scheme: S,
): Extract<GradedRecord, { scheme: S }>[] {
  return inspections.filter((one): one is Extract<GradedRecord, { scheme: S }> => one.scheme === scheme);
}

/** The inspections that give no grades, in the order given. */
export function withoutGrades(inspections: readonly InspectionRecord[]): UngradedRecord[] {
  return inspections.filter((one) => one.kind !== 'graded');
}

/** The latest inspection that gave grades, of all or up to a day; null when there is none. */
export function latestGraded(inspections: readonly InspectionRecord[], upTo?: string): GradedRecord | null {
  const counts = (one: InspectionRecord) => upTo === undefined || one.inspectedOn <= upTo;
  return inspections.find((one): one is GradedRecord => one.kind === 'graded' && counts(one)) ?? null;
}
