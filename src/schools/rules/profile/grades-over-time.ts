/** How the schools of a place stood on a day: those open now that were open then under their present number. */
export interface GradesOnDay {
  /** ISO date. */
  day: string;
  schools: number;
  /** With a graded inspection of any scheme by that day. */
  inspected: number;
  /** Of those, the ones whose latest gave an overall grade. */
  graded: number;
  goodOrOutstanding: number;
}

/** Share of graded schools that are good or outstanding, 0 to 100; null where none is graded. */
export function goodShare({
  graded,
  goodOrOutstanding,
}: Pick<GradesOnDay, 'graded' | 'goodOrOutstanding'>): number | null {
  return graded === 0 ? null : (100 * goodOrOutstanding) / graded;
}

/** Schools that the share says nothing of: not inspected, or graded in another way. */
export function notCovered({ schools, graded }: Pick<GradesOnDay, 'schools' | 'graded'>): number {
  return schools - graded;
}
