import type { MeasureCode } from '../../src/opendata/rules/measures.ts';
import type { MissingReason } from '../../src/opendata/rules/missing.ts';
import { NOTHING_INHERITED } from '../../src/schools/rules/inherited.ts';
import type {
  Fact,
  FactKey,
  InspectionOutcome,
  OverallGrade,
  SchoolFacts,
  WithoutOverallGrade,
} from '../../src/schools/rules/facts.ts';

type Figures = Partial<Record<FactKey, number | MissingReason>>;

/** A made-up school. `figures` are numbers, or the publisher's reason for there being none: `{ 'roll:2021': 210 }`. */
export function schoolWith(figures: Figures = {}, change: Partial<SchoolFacts> = {}): SchoolFacts {
  return {
    urn: 100001,
    name: 'Elm Tree Primary School',
    laCode: 821,
    laName: 'Luton',
    phase: 'Primary',
    phaseGroup: 'primary',
    establishmentType: 'Community school',
    academy: false,
    religiousCharacter: null,
    urban: null,
    postcode: null,
    easting: 509000,
    northing: 222000,
    openDate: null,
    headName: null,
    headJobTitle: null,
    trustUid: null,
    trustName: null,
    federationUid: null,
    idaciScore: null,
    idaciDecile: null,
    deprivationSource: null,
    inspections: [],
    facts: factsOf(figures),
    inherited: NOTHING_INHERITED,
    ...change,
  };
}

/** Figures as facts, one line each. */
export function factsOf(figures: Figures): Map<FactKey, Fact> {
  return new Map(
    (Object.entries(figures) as [FactKey, number | MissingReason][]).map(([key, figure], i) => {
      const year = Number(key.slice(key.indexOf(':') + 1));
      const source = { importId: 1, line: i + 2 };
      return [
        key,
        typeof figure === 'number'
          ? { value: figure, missing: null, year, source }
          : { value: null, missing: figure, year, source },
      ];
    }),
  );
}

/** An inspection with an overall grade on an ISO date. */
export function inspected(inspectedOn: string, outcome: InspectionOutcome): OverallGrade {
  return { inspectedOn, scheme: 'overall grade', outcome, source: { importId: 2, line: 7 } };
}

/** An inspection that graded areas and gave no overall grade. */
export function inspectedWithout(inspectedOn: string, scheme: WithoutOverallGrade['scheme']): WithoutOverallGrade {
  return { inspectedOn, scheme, outcome: null, source: { importId: 8, line: 7 } };
}

/** The three key stage 2 progress scores of a year. */
export function ks2Progress(year: number, reading: number, writing: number, maths: number): Figures {
  const subjects: [MeasureCode, number][] = [
    ['ks2_reading_progress', reading],
    ['ks2_writing_progress', writing],
    ['ks2_maths_progress', maths],
  ];
  return Object.fromEntries(subjects.map(([measure, value]) => [`${measure}:${year}`, value]));
}
