import type { MeasureCode } from '../../opendata/rules/measures.ts';
import type { MissingReason } from '../../opendata/rules/missing.ts';
import type { ChangeKind } from './school-change.ts';

/** Where a stored figure came from: the import (one published file) and the line in it, counting the header as line 1. */
export interface SourceRef {
  importId: number;
  line: number;
}

/** The predecessor under whose number a record was published. */
export interface InheritedFrom {
  urn: number;
  name: string;
  /** Whether a register holds it, so that it has a page. */
  known: boolean;
  kind: ChangeKind;
  /** Whether the record continues across such a change, and so may be judged; else it is history to look at. */
  counts: boolean;
}

/** One published figure, or the reason why there is no number. Exactly one of `value` and `missing` is null. */
export interface Fact {
  value: number | null;
  missing: MissingReason | null;
  /** Calendar year in which the academic or financial year starts: 2018 is 2018-19. */
  year: number;
  source: SourceRef;
  /** Absent when it is the school's own. */
  inherited?: InheritedFrom;
}

/** Overall grades as published, best first; the last two split what Ofsted calls inadequate. Satisfactory ended in 2012. */
export const INSPECTION_OUTCOMES = [
  'Outstanding',
  'Good',
  'Requires improvement',
  'Satisfactory',
  'Inadequate',
  'Special measures',
  'Serious weaknesses',
] as const;

export type InspectionOutcome = (typeof INSPECTION_OUTCOMES)[number];

/** How Ofsted graded, each in its time. A grade of one scheme is never made into one of another. */
export const INSPECTION_SCHEMES = ['overall grade', 'judgements only', 'report card'] as const;

export type InspectionScheme = (typeof INSPECTION_SCHEMES)[number];

interface Inspected {
  /** ISO date. */
  inspectedOn: string;
  source: SourceRef;
  /** Absent when it is the school's own. */
  inherited?: InheritedFrom;
}

export interface OverallGrade extends Inspected {
  scheme: 'overall grade';
  outcome: InspectionOutcome;
}

/** Graded area by area: whether that was good or not is nobody's to say in one word. */
export interface WithoutOverallGrade extends Inspected {
  scheme: Exclude<InspectionScheme, 'overall grade'>;
  outcome: null;
  /** The grade of each area, in the words of the scheme; absent where none is held. */
  judgements?: readonly { area: string; grade: string }[];
  /** As published, "none" where published as blank; absent or null where the file does not tell. */
  categoryOfConcern?: string | null;
}

/** An inspection that gave grades. */
export type Inspection = OverallGrade | WithoutOverallGrade;

/** What a school has from its predecessors, for years and days before it followed them. Nothing in it is the school's own too. */
export interface InheritedRecord {
  facts: ReadonlyMap<FactKey, Fact>;
  /** Newest first. */
  inspections: readonly Inspection[];
}

export type Phase =
  | 'Primary'
  | 'Middle deemed primary'
  | 'Secondary'
  | 'Middle deemed secondary'
  | 'All-through'
  | '16 plus'
  | 'Not applicable';

/** Which key stages a school is judged on. An all-through school counts as secondary: its last results are at key stage 4. */
export type PhaseGroup = 'primary' | 'secondary';

/**
 * What is known of one open mainstream school as at one date: what the rules of need, similarity and designation read.
 * `facts` holds only what was asked for; a figure that no file held is absent from it, which is a third thing beside
 * a number and a published reason for no number.
 */
export interface SchoolFacts {
  urn: number;
  name: string;
  laCode: number;
  laName: string;
  phase: Phase;
  phaseGroup: PhaseGroup;
  establishmentType: string;
  /** An academy or free school: the responsible body is its trust, not the local authority. */
  academy: boolean;
  religiousCharacter: string | null;
  /** In a settlement of 10,000 people or more, as both classifications tell; null where it is not known. */
  urban: boolean | null;
  postcode: string | null;
  /** British National Grid, metres. */
  easting: number | null;
  northing: number | null;
  openDate: string | null;
  /** Head as published, e.g. "Ms Jemima Wade"; null when blank. */
  headName: string | null;
  headJobTitle: string | null;
  /** The row of the register that the school and its head stand in; absent of made-up schools. */
  registerSource?: SourceRef;
  /** Unique ids of the trust (single or multi-academy) and of the federation or foundation trust that the school is in. */
  trustUid: number | null;
  trustName: string | null;
  federationUid: number | null;
  /** Neighbourhood of the school's postcode, IoD 2019; null when the postcode is not in the file. */
  idaciScore: number | null;
  idaciDecile: number | null;
  deprivationSource: SourceRef | null;
  /** Those that gave grades, in whatever scheme, newest first. */
  inspections: Inspection[];
  facts: ReadonlyMap<FactKey, Fact>;
  /** Kept apart from its own, so that only a rule that says so counts it. */
  inherited: InheritedRecord;
}

export type FactKey = `${MeasureCode}:${number}`;

// Making the key anew for every look-up is a tenth of the time of assessing the country.
const keys = new Map<MeasureCode, Map<number, FactKey>>();

/** The key of a measure's figure of a year. */
export function factKey(measure: MeasureCode, year: number): FactKey {
  const years = keys.get(measure);
  const known = years?.get(year);
  if (known !== undefined) return known;
  const key: FactKey = `${measure}:${year}`;
  if (years === undefined) keys.set(measure, new Map([[year, key]]));
  else years.set(year, key);
  return key;
}

/** The figure for a measure and year, or undefined when no file held one for this school. */
export function factOf<F>(
  school: { facts: { get(key: FactKey): F | undefined } },
  measure: MeasureCode,
  year: number,
): F | undefined {
  return school.facts.get(factKey(measure, year));
}

/** The phase group a school is judged in. Source: GIAS phase of education. */
export function phaseGroupOf(phase: Phase): PhaseGroup | null {
  if (phase === 'Primary' || phase === 'Middle deemed primary') return 'primary';
  if (phase === 'Secondary' || phase === 'Middle deemed secondary' || phase === 'All-through') return 'secondary';
  return null;
}

/** An academic year as people write it: 2018 is "2018-19". */
export function academicYear(startYear: number): string {
  return `${startYear}-${String((startYear + 1) % 100).padStart(2, '0')}`;
}
