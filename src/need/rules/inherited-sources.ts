import type { InheritedFrom, SchoolFacts, SourceRef } from '../../schools/rules/facts.ts';
import { inheritedWords } from '../../schools/rules/inherited.ts';
import type { IndicatorResult, Predecessor } from './assessment.ts';
import { listed } from './wording.ts';

/**
 * Says of a result which predecessors it stands on: the sentence ends with their names, and the result keeps them. A result
 * that stands on the school's own records alone is left as it is.
 */
export function tellInherited(result: IndicatorResult, origins: Origins): IndicatorResult {
  if (origins.size === 0) return result;
  const sources = result.source === null ? result.otherSources : [result.source, ...result.otherSources];
  const from = new Map<number, Predecessor>();
  let own = false;
  for (const source of sources) {
    const origin = origins.get(keyOf(source));
    if (origin === undefined) own = true;
    else from.set(origin.urn, { urn: origin.urn, name: origin.name });
  }
  if (from.size === 0) return result;
  const inherited = [...from.values()];
  const said = `${own ? 'In part inherited' : 'Inherited'} from ${listed(inherited.map(inheritedWords))}.`;
  return { ...result, sentence: `${result.sentence} ${said}`, inherited };
}

/** Which published rows are a predecessor's, by import and line. */
export type Origins = ReadonlyMap<string, InheritedFrom>;

/** The rows among those a school is judged on that are a predecessor's. */
export function originsOf({ facts, inspections, inherited }: SchoolFacts): Origins {
  const origins = new Map<string, InheritedFrom>();
  if (inherited.facts.size === 0 && inherited.inspections.length === 0) return origins;
  for (const { inherited: from, source } of facts.values()) if (from !== undefined) origins.set(keyOf(source), from);
  for (const { inherited: from, source } of inspections) if (from !== undefined) origins.set(keyOf(source), from);
  return origins;
}

function keyOf({ importId, line }: SourceRef): string {
  return `${importId}:${line}`;
}
