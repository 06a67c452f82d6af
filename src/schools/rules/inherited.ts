import type { Fact, FactKey, InheritedFrom, InheritedRecord, SchoolFacts } from './facts.ts';
import type { Ancestor } from './lineage.ts';
import type { LineagePolicy } from './lineage-policy.ts';

/** Nothing inherited: of schools without a predecessor, and where nobody asked. */
export const NOTHING_INHERITED: InheritedRecord = { facts: new Map(), inspections: [] };

/** Any record of an inspection, with much or little of what is published about it. */
interface Inspected {
  inspectedOn: string;
  inherited?: InheritedFrom;
}

interface Records<I extends Inspected> {
  figures(urn: number): ReadonlyMap<FactKey, Fact> | undefined;
  /** Newest first. */
  inspections(urn: number): readonly I[] | undefined;
}

/**
 * What a school has from its predecessors: figures of years that began before it followed them and for which it has no
 * record of its own, and inspections before that day. A figure comes from the nearest predecessor that has a record of it,
 * so that no year has two; a record that says why there is no number is a record. Each is marked with where it is from.
 */
export function inheritedRecord<I extends Inspected>(
  ancestors: readonly Ancestor[],
  own: ReadonlyMap<FactKey, Fact>,
  records: Records<I>,
  policy: LineagePolicy,
): { facts: ReadonlyMap<FactKey, Fact>; inspections: readonly I[] } {
  const facts = new Map<FactKey, Fact>();
  const inspections: I[] = [];
  for (const { urn, name, known, kind, until } of ancestors) {
    if (until === null) continue;
    const treatment = policy.kinds[kind];
    const [results, inspected] = [treatment.results, treatment.inspections];
    const from = (counts: boolean): InheritedFrom => ({ urn, name, known, kind, counts });
    if (results !== 'apart') {
      const marked = from(results === 'judged');
      for (const [key, fact] of records.figures(urn) ?? []) {
        if (beganBefore(fact.year, until) && !own.has(key) && !facts.has(key))
          facts.set(key, { ...fact, inherited: marked });
      }
    }
    if (inspected !== 'apart') {
      const marked = from(inspected === 'judged');
      for (const inspection of records.inspections(urn) ?? []) {
        if (inspection.inspectedOn < until) inspections.push({ ...inspection, inherited: marked });
      }
    }
  }
  if (facts.size === 0 && inspections.length === 0) return { facts: NOTHING_INHERITED.facts, inspections: [] };
  return { facts, inspections: inspections.toSorted((a, b) => b.inspectedOn.localeCompare(a.inspectedOn)) };
}

// Academic years begin on 1 September. A school that opens within one publishes it under its own number, and then has it.
function beganBefore(year: number, day: string): boolean {
  return `${year}-09-01` < day;
}

/** Whether a rule counts what a school has from its predecessors. */
export interface CountsInherited {
  results: boolean;
  inspections: boolean;
}

/** The school as a rule judges it: with what it has inherited where the rule counts that, its own always before it. */
export function asJudged(school: SchoolFacts, counted: CountsInherited | undefined): SchoolFacts {
  const { facts, inspections } = school.inherited;
  const results = counted?.results === true && facts.size > 0;
  const inspected = counted?.inspections === true && inspections.length > 0;
  if (!results && !inspected) return school;
  return {
    ...school,
    facts: results ? factsAsJudged(school) : school.facts,
    inspections: inspected
      ? newestFirst(
          school.inspections,
          inspections.filter(({ inherited }) => inherited?.counts === true),
        )
      : school.inspections,
  };
}

/** A school's own figures, with those that it has inherited and that count. */
export function factsAsJudged({
  facts,
  inherited,
}: Pick<SchoolFacts, 'facts' | 'inherited'>): ReadonlyMap<FactKey, Fact> {
  return inherited.facts.size === 0 ? facts : withOwn(facts, [...inherited.facts].filter(counts));
}

function counts([, { inherited }]: readonly [FactKey, Fact]): boolean {
  return inherited?.counts === true;
}

function withOwn(
  own: ReadonlyMap<FactKey, Fact>,
  inherited: readonly (readonly [FactKey, Fact])[],
): Map<FactKey, Fact> {
  const both = new Map(own);
  for (const [key, fact] of inherited) both.set(key, fact);
  return both;
}

/** All inspections, newest first; of two of one day the school's own stands first. */
export function newestFirst<I extends Inspected>(own: readonly I[], inherited: readonly I[]): I[] {
  const days = new Set(own.map(({ inspectedOn }) => inspectedOn));
  return [...own, ...inherited.filter(({ inspectedOn }) => !days.has(inspectedOn))].toSorted((a, b) =>
    b.inspectedOn.localeCompare(a.inspectedOn),
  );
}

/** "Old Elm School (URN 100900)". */
export function inheritedWords({ name, urn }: Pick<InheritedFrom, 'name' | 'urn'>): string {
  return `${name} (URN ${urn})`;
}
