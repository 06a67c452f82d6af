import type { Phase } from '../../schools/rules/facts.ts';
import { kilometres } from './neighbour.ts';

/** What of a school filters look at. Null where it is not known: such a school passes no filter that asks for it. */
export interface SchoolTraits {
  urn: number;
  name: string;
  laCode: number;
  laName: string;
  region: string | null;
  phase: Phase;
  /** As the register groups types: local authority maintained schools, academies, free schools. */
  typeGroup: string;
  urban: boolean | null;
  /** As the register words it; null when blank. */
  faith: string | null;
  /** Mixed, girls or boys. */
  sex: string | null;
  selective: boolean | null;
  trustUid: number | null;
  roll: number | null;
  easting: number | null;
  northing: number | null;
}

/** What schools must be to be compared; every key that is there must hold. */
export interface SchoolFilter {
  /** Straight line, kilometres. */
  within?: number;
  region?: string;
  /** Local authority code. */
  area?: number;
  kind?: 'maintained' | 'academy' | 'free school';
  place?: 'urban' | 'rural';
  /** `same`: as the school asked about; `none`: without a religious character; else a character as the register words it. */
  faith?: string;
  /** Pupils on roll, both ends included. */
  rollFrom?: number;
  rollTo?: number;
  phase?: Phase;
  sex?: 'mixed' | 'girls' | 'boys' | 'same';
  selective?: 'selective' | 'not selective';
  trust?: 'same' | 'other';
}

const TYPE_GROUPS: Readonly<Record<NonNullable<SchoolFilter['kind']>, string>> = {
  maintained: 'Local authority maintained schools',
  academy: 'Academies',
  'free school': 'Free Schools',
};
const NO_FAITH = new Set(['None', 'Does not apply']);

/** Whether a school passes every part of the filter, seen from the school asked about. */
export function passes(filter: SchoolFilter, own: SchoolTraits, other: SchoolTraits): boolean {
  return CHECKS.every((check) => check(filter, own, other));
}

type Check = (filter: SchoolFilter, own: SchoolTraits, other: SchoolTraits) => boolean;

const CHECKS: readonly Check[] = [
  ({ region }, _own, other) => region === undefined || other.region === region,
  ({ area }, _own, other) => area === undefined || other.laCode === area,
  ({ kind }, _own, other) => kind === undefined || other.typeGroup === TYPE_GROUPS[kind],
  ({ place }, _own, other) => place === undefined || other.urban === (place === 'urban'),
  ({ faith }, own, other) => faith === undefined || faithOf(other) === (faith === 'same' ? faithOf(own) : faith),
  ({ rollFrom }, _own, { roll }) => rollFrom === undefined || (roll !== null && roll >= rollFrom),
  ({ rollTo }, _own, { roll }) => rollTo === undefined || (roll !== null && roll <= rollTo),
  ({ phase }, _own, other) => phase === undefined || other.phase === phase,
  ({ sex }, own, other) =>
    sex === undefined ||
    (other.sex !== null && other.sex.toLowerCase() === (sex === 'same' ? own.sex?.toLowerCase() : sex)),
  ({ selective }, _own, other) => selective === undefined || other.selective === (selective === 'selective'),
  ({ trust }, own, other) =>
    trust === undefined || (own.trustUid !== null && own.trustUid === other.trustUid) === (trust === 'same'),
  // Last, as it is the dearest.
  ({ within }, own, other) => within === undefined || (kilometres(own, other) ?? Infinity) <= within,
];

/** `none` for a school without a religious character; null when the register does not say. */
function faithOf({ faith }: SchoolTraits): string | null {
  return faith !== null && NO_FAITH.has(faith) ? 'none' : faith;
}

/** The filter in words, one part each: "within 15 km", "200 to 400 pupils". Empty for the filter that all pass. */
export function filterWords(filter: SchoolFilter, names: { area?: string | undefined } = {}): string[] {
  const { within, region, area, kind, place, faith, rollFrom, rollTo, phase, sex, selective, trust } = filter;
  return [
    within !== undefined && `within ${within} km`,
    region !== undefined && `in the region ${region}`,
    area !== undefined && `in ${names.area ?? `local authority ${area}`}`,
    kind !== undefined && KIND_WORDS[kind],
    place !== undefined && place,
    faith !== undefined && faithWords(faith),
    rollWords(rollFrom, rollTo),
    phase !== undefined && phase.toLowerCase(),
    sex !== undefined && (sex === 'same' ? 'for the same sex' : sex === 'mixed' ? 'mixed' : `for ${sex}`),
    selective !== undefined && selective,
    trust !== undefined && (trust === 'same' ? 'in the same trust' : 'not in the same trust'),
  ].filter((words) => words !== false && words !== null);
}

const KIND_WORDS: Readonly<Record<NonNullable<SchoolFilter['kind']>, string>> = {
  maintained: 'maintained by a local authority',
  academy: 'academies',
  'free school': 'free schools',
};

function faithWords(faith: string): string {
  if (faith === 'same') return 'of the same religious character';
  return faith === 'none' ? 'without a religious character' : faith;
}

function rollWords(from: number | undefined, to: number | undefined): string | null {
  if (from !== undefined && to !== undefined) return `${count(from)} to ${count(to)} pupils`;
  if (from !== undefined) return `${count(from)} pupils or more`;
  return to === undefined ? null : `${count(to)} pupils or fewer`;
}

function count(pupils: number): string {
  return pupils.toLocaleString('en-GB');
}
