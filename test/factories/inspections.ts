import type { InspectionOutcome } from '../../src/schools/rules/facts.ts';
import type {
  OverallGradeRecord,
  ReportCardRecord,
  UngradedRecord,
} from '../../src/schools/rules/inspections/inspection-record.ts';

const RECORDED = {
  publishedOn: null,
  number: null,
  type: null,
  categoryOfConcern: null,
  safeguarding: null,
  listedUnder: null,
  judgements: [],
  source: { importId: 2, line: 7 },
};

/** An inspection with an overall grade, of which nothing else is published. */
export function overallGrade(inspectedOn: string, outcome: InspectionOutcome): OverallGradeRecord {
  return { ...RECORDED, inspectedOn, kind: 'graded', scheme: 'overall grade', outcome };
}

/** A report card with the grades given. */
export function reportCard(inspectedOn: string, change: Partial<ReportCardRecord> = {}): ReportCardRecord {
  return { ...RECORDED, inspectedOn, kind: 'graded', scheme: 'report card', outcome: null, check: null, ...change };
}

/** An inspection without grades, in its published words. */
export function ungraded(inspectedOn: string, words: string): UngradedRecord {
  return { ...RECORDED, inspectedOn, kind: 'ungraded', scheme: null, outcome: null, words };
}
