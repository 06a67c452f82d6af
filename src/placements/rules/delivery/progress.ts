import type { Written, WorkingPart } from './part.ts';
import type { Objective } from './objective.ts';

export const RATINGS = ['red', 'amber', 'green'] as const;

export type Rating = (typeof RATINGS)[number];

export const RATING_WORDS: Readonly<Record<Rating, string>> = { red: 'Red', amber: 'Amber', green: 'Green' };

/** The colours of GOV.UK tags nearest to each; the word always stands beside the colour. */
export const RATING_COLOURS: Readonly<Record<Rating, string>> = { red: 'red', amber: 'orange', green: 'green' };

/** The other side's view of an entry, kept beside it. */
export interface Disagreement extends Written {
  words: string;
  part: WorkingPart;
}

/** How an objective stood on a day, as one of those who work together saw it. */
export interface ProgressEntry extends Written {
  id: string;
  objective: Objective;
  /** ISO day. */
  seenOn: string;
  rating: Rating;
  evidence: string;
  part: WorkingPart;
  /** Who wrote it: nobody disagrees with themself. */
  personId: string;
  disagreements: readonly Disagreement[];
}

/** Entries of each objective, oldest first, in the order of the objectives; those of objectives that are no longer agreed come last. */
export function byObjective(
  objectives: readonly Objective[],
  entries: readonly ProgressEntry[],
): { objective: Objective; entries: ProgressEntry[] }[] {
  const known = new Map(objectives.map((objective) => [objective.key, objective]));
  for (const { objective } of entries) if (!known.has(objective.key)) known.set(objective.key, objective);
  return [...known.values()].map((objective) => ({
    objective,
    entries: entries
      .filter((entry) => entry.objective.key === objective.key)
      .toSorted((a, b) => a.seenOn.localeCompare(b.seenOn) || a.at.getTime() - b.at.getTime()),
  }));
}
