import type { Inspection } from '../../../schools/rules/facts.ts';
import { outcomeWords } from '../../../schools/rules/inspections/scheme-words.ts';
import { listed, lowerFirst, monthOf } from '../wording.ts';
import type { GradesCount } from './definition.ts';

/** An inspection that gave grades, with what is published about it that a definition may ask. */
export type GradedInspection = Inspection & {
  judgements: readonly { area: string; grade: string }[];
  /** As published, "none" where published as blank; null where not told. */
  categoryOfConcern: string | null;
  safeguarding: string | null;
};

/** Whether an inspection counts; null where that cannot be told. */
export interface Counted {
  counts: boolean | null;
  /** "requires improvement in March 2019". */
  words: string;
}

/** Whether the grades of an inspection are among those that count. */
export function gradesCount(inspection: GradedInspection, count: GradesCount): Counted {
  const month = monthOf(inspection.inspectedOn);
  if (inspection.scheme === 'overall grade') {
    const words = `${lowerFirst(inspection.outcome)} in ${month}`;
    return { counts: count.overallGrades.includes(inspection.outcome), words };
  }
  const scheme = lowerFirst(outcomeWords(inspection));
  const asked = count.judgements.find((one) => one.scheme === inspection.scheme);
  if (asked === undefined) return { counts: null, words: `${scheme}, in ${month}` };
  const { areas, grades, unlessAny } = asked;
  const gradeOf = (area: string) => inspection.judgements.find((one) => one.area === area)?.grade;
  const hits = areas.filter((area) => grades.includes(gradeOf(area) ?? ''));
  const told = areas.map((area) => `${lowerFirst(area)} ${lowerFirst(gradeOf(area) ?? 'not told')}`);
  const words = `${listed(told)} in ${month}`;
  if (inspection.judgements.some(({ grade }) => unlessAny.includes(grade))) return { counts: false, words };
  if (hits.length > 0) return { counts: true, words };
  return { counts: areas.some((area) => gradeOf(area) === undefined) ? null : false, words };
}
