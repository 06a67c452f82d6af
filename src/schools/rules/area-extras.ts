/**
 * What rooms after this one know of an area's schools, by URN, for its map and table: this room stands before the one that
 * judges need, so the spine hands the judgement in.
 */
export type AreaExtras = ReadonlyMap<number, { category: string }>;
