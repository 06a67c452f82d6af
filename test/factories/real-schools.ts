import { readFileSync } from 'node:fs';
import type { PackedResult } from '../../src/need/rules/assessment.ts';
import type { BetaPrior } from '../../src/need/rules/beta-binomial.ts';
import type { NationalReference } from '../../src/need/rules/national-reference.ts';
import { isMissingReason } from '../../src/opendata/rules/missing.ts';
import type { Fact, FactKey, InheritedFrom, Inspection, SchoolFacts } from '../../src/schools/rules/facts.ts';
import { type CountsInherited, asJudged } from '../../src/schools/rules/inherited.ts';

type FactRow = [key: FactKey, figure: number | string, importId: number, line: number, origin?: number];
type InspectionRow = [on: string, outcome: string, importId: number, line: number, origin?: number];

interface Written {
  facts: FactRow[];
  inspections: InspectionRow[];
}

type WrittenSchool = Omit<SchoolFacts, 'facts' | 'inspections' | 'inherited'> &
  Written & { inherited: Written; origins: InheritedFrom[] };

/** The first line of the file: the day, and what the schools asked of their country. */
interface Country {
  asAt: string;
  reference: {
    prior: Record<string, BetaPrior | null>;
    shareLower: Record<string, number | null>;
    median: Record<string, number | null>;
  };
}

/** Every other line: a school, and what was stored of it. */
interface SchoolLine {
  school: WrittenSchool;
  stored: { urn: number; category: string; points: number; indicators: PackedResult[] };
}

const [first, ...others] = readFileSync(new URL('../fixtures/real-schools.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');
const country = JSON.parse(first!) as Country;
const lines = others.map((line) => JSON.parse(line) as SchoolLine);

/** The day of the register that the real schools are from. */
export const REAL_AS_AT = country.asAt;

/**
 * Real schools of every phase and category, with and without a predecessor, as the bundled files had them: without heads' names and
 * places. Judged as a policy counts what is inherited.
 */
export function realSchools(inherited: CountsInherited | undefined): SchoolFacts[] {
  return lines.map(({ school: written }) => {
    const { origins, facts, inspections, ...identity } = written;
    const school = {
      ...UNTOLD,
      ...identity,
      facts: factsOf(facts, origins),
      inspections: inspections.map((row) => inspectionOf(row, origins)),
      inherited: {
        facts: factsOf(written.inherited.facts, origins),
        inspections: written.inherited.inspections.map((row) => inspectionOf(row, origins)),
      },
    };
    return asJudged(school, inherited);
  });
}

/** What was stored of these schools when the pack of September 2021 was the newest, by URN. */
export const STORED_2021 = new Map(lines.map(({ stored }) => [stored.urn, stored]));

/** The country as it was then: what these schools asked of it, and nothing else. */
export const COUNTRY_2021: NationalReference = {
  prior: (measure, pupils, year) => asked(country.reference.prior, `${measure}:${pupils}:${year}`),
  shareLower: (group, measure, year, value) =>
    asked(country.reference.shareLower, `${group}:${measure}:${year}:${value}`),
  median: (group, measure, year) => asked(country.reference.median, `${group}:${measure}:${year}`),
};

function asked<T>(table: Record<string, T>, key: string): T {
  if (!Object.hasOwn(table, key)) throw new Error(`The country of the fixture was never asked for ${key}`);
  return table[key]!;
}

const UNTOLD = {
  headName: null,
  religiousCharacter: null,
  urban: null,
  postcode: null,
  easting: null,
  northing: null,
  idaciScore: null,
  trustUid: null,
  trustName: null,
  federationUid: null,
};

function factsOf(rows: readonly FactRow[], origins: readonly InheritedFrom[]): Map<FactKey, Fact> {
  return new Map(
    rows.map(([key, figure, importId, line, origin]) => {
      const from = origin === undefined ? undefined : origins[origin];
      const fact: Fact = {
        value: typeof figure === 'number' ? figure : null,
        missing: typeof figure === 'string' && isMissingReason(figure) ? figure : null,
        year: Number(key.slice(key.indexOf(':') + 1)),
        source: { importId, line },
        ...(from && { inherited: from }),
      };
      return [key, fact];
    }),
  );
}

function inspectionOf(row: InspectionRow, origins: readonly InheritedFrom[]): Inspection {
  const [inspectedOn, outcome, importId, line, origin] = row;
  const from = origin === undefined ? undefined : origins[origin];
  return {
    inspectedOn,
    scheme: 'overall grade',
    outcome,
    source: { importId, line },
    ...(from && { inherited: from }),
  } as Inspection;
}
