import type { DatasetId } from './datasets.ts';
import { type Stage, STAGES } from './stages.ts';
import { isOfYears, TARGETS, type TargetTable } from './tables.ts';

/** What decides whose row stands when two files speak of the same thing. */
export interface Ranked {
  dataset: DatasetId;
  /** Starting year of its figures, the latest where it holds several; null for a register. */
  year: number | null;
  /** The earliest year that it tells of, where it holds several. */
  firstYear?: number | null;
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
 * Datasets that repeat figures which others publish: what those others say themselves stands, whatever the days, so that
 * a collection of equal figures changes nothing.
 */
const REPEATED_IN: Partial<Record<DatasetId, readonly DatasetId[]>> = { admissions: ['ks2', 'ks4'] };

/** Datasets with the same measures: a school that converts within a year reports its money in both. */
const BESIDE: Partial<Record<DatasetId, readonly DatasetId[]>> = {
  'academy-finance': ['maintained-finance'],
  'maintained-finance': ['academy-finance'],
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
  if (table === 'observation') {
    if (repeats(held.dataset, incoming.dataset)) return false;
    if (repeats(incoming.dataset, held.dataset)) return true;
  }
  const difference = STAGES.indexOf(held.stage) - STAGES.indexOf(incoming.stage);
  return difference === 0 ? held.asAt > incoming.asAt : difference > 0;
}

/** True when two files may hold figures of the same schools, measures and years. */
export function mayMeet(held: Ranked, incoming: Ranked): boolean {
  const [one, other] = [held.dataset, incoming.dataset];
  const sameMeasures = one === other || BESIDE[one]?.includes(other) || repeats(one, other) || repeats(other, one);
  return sameMeasures && shareYears(held, incoming);
}

/** Schools, inspections, members and areas' figures are spoken of by several datasets, everything else by one; figures, by year. */
function speakOfTheSame(held: Ranked, incoming: Ranked, table: TargetTable): boolean {
  if (table === 'school' || table === 'inspection' || table === 'group_member') return true;
  if (table === 'observation') return mayMeet(held, incoming);
  if (isOfYears(table)) return shareYears(held, incoming);
  return held.dataset === incoming.dataset && (TARGETS[table].joining === 'whole list' || held.year === incoming.year);
}

function repeats(dataset: DatasetId, other: DatasetId): boolean {
  return REPEATED_IN[dataset]?.includes(other) ?? false;
}

function shareYears(one: Ranked, other: Ranked): boolean {
  if (one.year === null || other.year === null) return one.year === other.year;
  return (one.firstYear ?? one.year) <= other.year && (other.firstYear ?? other.year) <= one.year;
}
