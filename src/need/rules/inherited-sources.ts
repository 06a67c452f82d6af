import { academicYear, type InheritedFrom, type SchoolFacts, type SourceRef } from '../../schools/rules/facts.ts';
import { inheritedWords } from '../../schools/rules/inherited.ts';
import type { IndicatorResult, Predecessor } from './assessment.ts';
import type { IndicatorCode } from './need-policy.ts';
import { listed } from './wording.ts';

/**
 * Says of a result which predecessors it stands on: the sentence ends with their names, and the result keeps them. A result
 * that stands on the school's own records alone is left as it is.
 */
export function tellInherited(result: IndicatorResult, origins: Origins): IndicatorResult {
  if (origins.size === 0) return result;
  const sources = result.source === null ? result.otherSources : [result.source, ...result.otherSources];
  const from = new Map<number, Predecessor>();
  const years = new Set<number>();
  let own = false;
  for (const source of sources) {
    const found = origins.get(rowKey(source));
    if (found === undefined) {
      own = true;
      continue;
    }
    const { origin, year } = found;
    from.set(origin.urn, { urn: origin.urn, name: origin.name });
    if (year !== null) years.add(year);
  }
  if (from.size === 0) return result;
  const inherited = [...from.values()];
  const which = own && POOLED.has(result.code) && years.size > 0 ? `: ${yearsWords(years)}` : '';
  const said = `${own ? 'In part inherited' : 'Inherited'} from ${listed(inherited.map(inheritedWords))}${which}.`;
  return { ...result, sentence: `${result.sentence} ${said}`, inherited };
}

// Those that take years together: which of them are a predecessor's is then part of what the figure is.
const POOLED: ReadonlySet<IndicatorCode> = new Set([
  'pooled_attainment',
  'pooled_progress',
  'destinations',
  'disadvantage_gap',
]);

function yearsWords(years: ReadonlySet<number>): string {
  return `the figures of ${listed([...years].toSorted((a, b) => a - b).map(academicYear))}`;
}

/** Which published rows are a predecessor's, by import and line, with the start year of their figures; null for an inspection. */
export type Origins = ReadonlyMap<number, { origin: InheritedFrom; year: number | null }>;

/** The rows among those a school is judged on that are a predecessor's. */
export function originsOf({ facts, inspections, inherited }: SchoolFacts): Origins {
  const origins = new Map<number, { origin: InheritedFrom; year: number | null }>();
  if (inherited.facts.size === 0 && inherited.inspections.length === 0) return origins;
  for (const { inherited: origin, source, year } of facts.values()) {
    if (origin !== undefined) origins.set(rowKey(source), { origin, year });
  }
  for (const { inherited: origin, source } of inspections) {
    if (origin !== undefined) origins.set(rowKey(source), { origin, year: null });
  }
  return origins;
}

/** A published row as one number, exact as long as no file has a hundred million lines: quicker to make and to look up than a text. */
export function rowKey({ importId, line }: SourceRef): number {
  return importId * 100_000_000 + line;
}
