import type { EligibilityDefinition, PublishedCount } from './definition.ts';
import { found, type PartCounts, type ReasonCount } from './tally.ts';

/** A published count beside ours. */
export interface Comparison {
  /** Primary, Secondary, or all schools together. */
  of: string;
  published: PublishedCount & { share: number | null };
  /** Schools found to meet the definition; null where none is, while of some it cannot be told. */
  ours: number | null;
  /** Of ours, how many stand in part on the records of schools before them. */
  inherited: number;
  /** Schools that it could be told of: those that meet it and those that do not. */
  told: number;
  cannotBeTold: number;
  leftOut: number;
  /** Ours less the published; null where that is null. */
  difference: number | null;
  reasons: readonly ReasonCount[];
}

/** Every published count of a definition beside the count from what is held; empty where none is published. */
export function comparisons({ rule }: EligibilityDefinition, parts: readonly PartCounts[]): Comparison[] {
  if (rule.kind === 'category of concern') return [];
  if (rule.kind === 'inspections in a row') {
    return rule.published.map((published) => beside('All', { ...published, share: null }, parts));
  }
  return rule.parts.flatMap(({ name, published }) =>
    published === null
      ? []
      : beside(
          name,
          published,
          parts.filter((part) => part.name === name),
        ),
  );
}

function beside(of: string, published: Comparison['published'], parts: readonly PartCounts[]): Comparison {
  const sum = (state: keyof PartCounts['england']['counts']) =>
    parts.reduce((total, { england }) => total + england.counts[state], 0);
  const told = sum('meets') + sum('does not meet');
  const ours = found(parts);
  return {
    of,
    published,
    ours,
    inherited: parts.reduce((total, { england }) => total + england.meetInherited, 0),
    told,
    cannotBeTold: sum('cannot be told'),
    leftOut: sum('left out'),
    difference: ours === null ? null : ours - published.schools,
    reasons: parts.flatMap(({ england }) => england.reasons),
  };
}
