import type { SourceRef } from '../facts.ts';
import { type Comparison, compareSightings } from './compare-sightings.ts';
import type { HeadFields, HeadsNamed } from './head-sighting.ts';
import type { HeadshipPolicy } from './headship-policy.ts';
import type { Told } from './lineage.ts';

/** The name fields of one extract for one school. */
export interface ToldFields extends Told {
  fields: HeadFields;
  source: SourceRef;
}

/** The same, read: whom the fields name. */
export interface ToldHeads extends ToldFields {
  named: HeadsNamed;
}

/** What happened between two extracts that follow each other and both tell who heads a school. */
export interface ComparedStretch extends Comparison {
  /** ISO dates of the two extracts. */
  notBefore: string;
  notAfter: string;
  before: ToldHeads;
  after: ToldHeads;
}

/** Compares each extract of a school with the one before it; `line` is in the order of days. Extracts without a name say nothing. */
export function stretchesOf(line: readonly ToldHeads[], policy: HeadshipPolicy): ComparedStretch[] {
  const telling = line.filter(({ named }) => named.kind !== 'not told');
  return telling.slice(1).map((after, i) => {
    const before = telling[i]!;
    const comparison = sameFields(before.fields, after.fields)
      ? { class: 'same' as const, reason: 'The same name.', pairings: [] }
      : compareSightings(before.named, after.named, policy);
    return { ...comparison, notBefore: before.asAt, notAfter: after.asAt, before, after };
  });
}

function sameFields(a: HeadFields, b: HeadFields): boolean {
  return a.firstName === b.firstName && a.lastName === b.lastName && a.title === b.title;
}
