import type { InspectionScheme, SourceRef } from '../schools/rules/facts.ts';
import type { InspectionRecord } from '../schools/rules/inspections/inspection-record.ts';
import type { CategoryCheck } from '../schools/rules/inspections/report-card-category.ts';
import { type InheritedAnswer, originOf } from './inherited-answer.ts';

/** One inspection as `school --json` prints it. What a scheme does not give is null in it, never made from another. */
export interface InspectionAnswer {
  inspectedOn: string;
  kind: InspectionRecord['kind'];
  /** Null for an inspection that gives no grades. */
  scheme: InspectionScheme | null;
  /** The overall grade; null in every other scheme. */
  outcome: string | null;
  /** What an inspection without grades found, as published. */
  words: string | null;
  judgements: { area: string; grade: string; gradedOn: string | null }[];
  safeguarding: string | null;
  /** As published, "none" where published as blank; null where the file does not tell. */
  categoryOfConcern: string | null;
  /** What the table of categories says of a report card; null for anything else. */
  check: CategoryCheck | null;
  publishedOn: string | null;
  number: string | null;
  type: string | null;
  /** Whether it was after the day of the register, and so does not count in what is as at that day. */
  afterRegister: boolean;
  source: SourceRef;
  inheritedFrom: InheritedAnswer | null;
}

/** An inspection with everything published about it. */
export function inspectionAnswer(one: InspectionRecord, asAt: string): InspectionAnswer {
  return {
    inspectedOn: one.inspectedOn,
    kind: one.kind,
    scheme: one.scheme,
    outcome: one.outcome,
    words: one.kind === 'graded' ? null : one.words,
    judgements: [...one.judgements],
    safeguarding: one.safeguarding,
    categoryOfConcern: one.categoryOfConcern,
    check: one.scheme === 'report card' ? one.check : null,
    publishedOn: one.publishedOn,
    number: one.number,
    type: one.type,
    afterRegister: one.inspectedOn > asAt,
    source: one.source,
    inheritedFrom: originOf(one.inherited),
  };
}
