import type { MeasureCode } from '../../opendata/rules/measures.ts';
import { type Fact, type FactKey, type Phase, phaseGroupOf, type PhaseGroup, type SourceRef } from './facts.ts';
import type { InspectionRecord } from './inspections/inspection-record.ts';
import type { SchemePolicy } from './inspections/scheme-policy.ts';
import type { Ancestor } from './lineage.ts';

/** A school as its register names it, open or closed, mainstream or not. */
export interface SchoolIdentity {
  urn: number;
  /** Local authority and establishment number, as in "821/4049"; null without an establishment number. */
  laestab: string | null;
  name: string;
  laCode: number;
  laName: string;
  phase: Phase;
  establishmentType: string;
  typeGroup: string;
  mainstream: boolean;
  status: string;
  openDate: string | null;
  closeDate: string | null;
  lowAge: number | null;
  highAge: number | null;
  gender: string | null;
  religiousCharacter: string | null;
  /** Lines of the address, from street to postcode. */
  address: readonly string[];
  website: string | null;
  telephone: string | null;
  /** As published, for example "Ms Jemima Wade"; null when the register leaves it blank. */
  headName: string | null;
  headJobTitle: string | null;
  capacity: number | null;
  source: SourceRef;
}

/** A trust or federation that a school is in. */
export interface SchoolGroup {
  uid: number;
  name: string;
  groupType: string;
  joinedOn: string | null;
  source: SourceRef;
  /** Other open mainstream schools of the group in the same local authority, by name. */
  neighbours: readonly { urn: number; name: string }[];
}

/** A school that this one came from or became. */
export interface SchoolLink {
  urn: number;
  name: string;
  /** As published, for example "Predecessor - merged". */
  linkType: string;
  direction: 'predecessor' | 'successor' | 'other';
  establishedOn: string | null;
  source: SourceRef;
  /** Whether the register holds a page for it. */
  known: boolean;
}

/** Neighbourhood of a school's postcode in the indices of deprivation 2019. */
export interface Deprivation {
  idaciDecile: number | null;
  idaciScore: number | null;
  source: SourceRef;
}

/** Everything a school's page shows. */
export interface SchoolRecord {
  identity: SchoolIdentity;
  groups: readonly SchoolGroup[];
  links: readonly SchoolLink[];
  /** The schools it came from, over however many changes, the nearest first. */
  ancestors: readonly Ancestor[];
  deprivation: Deprivation | null;
  /** All that are held, those after the day of the register too, newest first. Those of predecessors are marked so. */
  inspections: readonly InspectionRecord[];
  /** How schools were graded on the days of those inspections, the newest first. */
  schemes: readonly SchemePolicy[];
  /** Its own, and for years without one its predecessor's, marked so. */
  facts: ReadonlyMap<FactKey, Fact>;
  /** Day of the register: later links and memberships are left out, and later inspections do not count. */
  asAt: string;
}

/** True while the register calls a school open, also when it is proposed to close. */
export function isOpen(status: string): boolean {
  return status.startsWith('Open');
}

/** Which way a published link points. GIAS writes "Predecessor", "Successor - merged", "Result of Amalgamation" and the like. */
export function linkDirection(linkType: string): SchoolLink['direction'] {
  if (/^(predecessor|result of amalgamation)/i.test(linkType)) return 'predecessor';
  if (/^successor/i.test(linkType)) return 'successor';
  return 'other';
}

/**
 * Who answers for a school: its trust when it is an academy or free school, its local authority when it is maintained, and
 * null for others (independent schools and colleges have neither).
 */
export function responsibleBody(identity: SchoolIdentity, groups: readonly SchoolGroup[]): string | null {
  if (identity.typeGroup === 'Academies' || identity.typeGroup === 'Free Schools') {
    return groups.find(({ groupType }) => /academy trust/i.test(groupType))?.name ?? null;
  }
  if (identity.typeGroup === 'Local authority maintained schools') return `${identity.laName} (local authority)`;
  return null;
}

/**
 * The groups worth a line of a school's page: those that run it before its sponsor, and no sponsor that is the trust by
 * another name, as when a trust grew out of its sponsor.
 */
export function shownGroups(groups: readonly SchoolGroup[]): SchoolGroup[] {
  const running = groups.filter(({ groupType }) => groupType !== 'School sponsor');
  const names = new Set(running.map(({ name }) => name.toLowerCase()));
  const sponsors = groups.filter(
    ({ groupType, name }) => groupType === 'School sponsor' && !names.has(name.toLowerCase()),
  );
  return [...running, ...sponsors];
}

/** The years for which a school has a record of any of the measures, oldest first. */
export function yearsOf(facts: ReadonlyMap<FactKey, Fact>, measures: readonly MeasureCode[]): number[] {
  const years = new Set<number>();
  for (const [key, { year }] of facts) {
    if (measures.includes(key.slice(0, key.indexOf(':')) as MeasureCode)) years.add(year);
  }
  return [...years].toSorted((a, b) => a - b);
}

/** The phase group in which a school is compared with others; null for schools that are not mainstream. */
export function comparedPhase(identity: Pick<SchoolIdentity, 'mainstream' | 'phase'>): PhaseGroup | null {
  return identity.mainstream ? phaseGroupOf(identity.phase) : null;
}
