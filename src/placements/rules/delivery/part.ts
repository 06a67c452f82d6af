/** The parts that work together in a placement: they own actions, say how it goes, raise concerns. */
export const WORKING_PARTS = ['service', 'leader', 'supported head', 'supported board'] as const;

export type WorkingPart = (typeof WORKING_PARTS)[number];

/** Who wrote something, and when. `by` is null where the name may not be told. */
export interface Written {
  by: string | null;
  at: Date;
}
