import type { DatasetId } from './datasets.ts';
import { type Stage, STAGES } from './stages.ts';
import { TARGETS, type TargetTable } from './tables.ts';

/** What decides whose row stands when two files speak of the same thing. */
export interface Ranked {
  dataset: DatasetId;
  year: number | null;
  stage: Stage;
  /** ISO date. */
  asAt: string;
}

/**
 * Registers that speak of a school with more authority than others, whatever their dates. A school's row has one source,
 * so a thin list never takes the place of a fuller one and leaves blanks where something was known.
 */
export const AUTHORITY_ON_SCHOOLS: Partial<Record<DatasetId, number>> = {
  'gias-mainstream': 4,
  'gias-all': 4,
  'gias-sample': 3,
  'school-information': 2,
  'gias-academies': 1,
};

/**
 * True when what the file `held` put into a table stands against `incoming`: it has more authority, or is further
 * along its publication (final beats revised beats provisional), or at the same stage is as at a later day.
 */
export function outranks(held: Ranked, incoming: Ranked, table: TargetTable): boolean {
  // Who headed a school on one day is not undone by who did on another, nor an authority of one day by those of another.
  if (table === 'head_sighting' || table === 'area') return false;
  if (!speakOfTheSame(held, incoming, table)) return false;
  if (table === 'school') {
    const difference = (AUTHORITY_ON_SCHOOLS[held.dataset] ?? 0) - (AUTHORITY_ON_SCHOOLS[incoming.dataset] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  const difference = STAGES.indexOf(held.stage) - STAGES.indexOf(incoming.stage);
  return difference === 0 ? held.asAt > incoming.asAt : difference > 0;
}

/** Schools, inspections and members are spoken of by several datasets, everything else by one; figures, by year. */
function speakOfTheSame(held: Ranked, incoming: Ranked, table: TargetTable): boolean {
  if (table === 'school' || table === 'inspection' || table === 'group_member') return true;
  return held.dataset === incoming.dataset && (TARGETS[table].joining === 'whole list' || held.year === incoming.year);
}
