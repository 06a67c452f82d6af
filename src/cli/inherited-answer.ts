import type { InheritedFrom } from '../schools/rules/facts.ts';

/** The predecessor whose record it is. */
export type InheritedAnswer = Pick<InheritedFrom, 'urn' | 'name' | 'kind'>;

/** Whose an inherited record is; null for the school's own. */
export function originOf(inherited: InheritedFrom | undefined): InheritedAnswer | null {
  return inherited === undefined ? null : { urn: inherited.urn, name: inherited.name, kind: inherited.kind };
}
