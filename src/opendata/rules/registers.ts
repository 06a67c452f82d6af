import type { DatasetId } from './datasets.ts';

/** Registers that say which schools are open and mainstream; of two, the later one counts. */
export const MAINSTREAM_REGISTERS: readonly DatasetId[] = ['gias-mainstream', 'gias-all'];

const MAINSTREAM_TYPES = new Set([
  'community school',
  'voluntary aided school',
  'voluntary controlled school',
  'foundation school',
  'academy converter',
  'academy sponsor led',
  'free schools',
  'university technical college',
  'studio schools',
]);

const MAINSTREAM_PHASES = new Set([
  'Primary',
  'Middle deemed primary',
  'Secondary',
  'Middle deemed secondary',
  'All-through',
]);

/**
 * True for an open, mainstream, state-funded primary or secondary school, in the words of GIAS: the schools that
 * gias-mainstream lists. Its types are those that have no special, alternative or 16 to 19 form; GIAS writes their
 * capitals differently from year to year.
 */
export function isMainstream(school: { type: string; phase: string; status: string }): boolean {
  return (
    school.status.startsWith('Open') &&
    MAINSTREAM_TYPES.has(school.type.toLowerCase()) &&
    MAINSTREAM_PHASES.has(school.phase)
  );
}
