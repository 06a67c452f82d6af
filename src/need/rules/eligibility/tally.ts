import { ANSWER_STATES, type Answer, type AnswerState } from './answer.ts';
import type { ResultsPart } from './definition.ts';

/** Schools that answered one way for one reason. */
export interface ReasonCount {
  state: AnswerState;
  reason: string;
  schools: number;
  /** Of them, those whose results alone would meet the definition; null where no school's results were looked at. */
  wouldMeet: number | null;
}

/** How many schools answered which way. */
export interface Tally {
  counts: Record<AnswerState, number>;
  /** Of those that meet it, how many do so in part on the records of schools before them. */
  meetInherited: number;
  /** Why schools cannot be told or are left out, the most frequent first. */
  reasons: readonly ReasonCount[];
}

/** An area's counts; the code is null for schools of which no area is known. */
export interface AreaCounts {
  laCode: number | null;
  laName: string;
  counts: Record<AnswerState, number>;
}

/** A definition counted over England for schools of one kind. */
export interface PartCounts {
  name: ResultsPart['name'];
  england: Tally;
  areas: readonly AreaCounts[];
}

/** One school's answer with where it is. */
export interface Answered {
  laCode: number | null;
  laName: string | null;
  answer: Answer;
}

const UNKNOWN_AREA = 'Area not known';

export function noCounts(): Record<AnswerState, number> {
  return Object.fromEntries(ANSWER_STATES.map((state) => [state, 0])) as Record<AnswerState, number>;
}

/** How many schools answered which way, and why those that cannot be told or are left out. */
export function tally(answers: readonly Answer[]): Tally {
  const counts = noCounts();
  const reasons = new Map<string, ReasonCount>();
  for (const { state, reason, wouldMeet } of answers) {
    counts[state] += 1;
    if (reason === null) continue;
    const key = `${state} ${reason}`;
    const known = reasons.get(key) ?? { state, reason, schools: 0, wouldMeet: null };
    known.schools += 1;
    if (wouldMeet !== null) known.wouldMeet = (known.wouldMeet ?? 0) + Number(wouldMeet);
    reasons.set(key, known);
  }
  const meetInherited = answers.filter(({ state, inherited }) => state === 'meets' && inherited.length > 0).length;
  return { counts, meetInherited, reasons: [...reasons.values()].toSorted((a, b) => b.schools - a.schools) };
}

/** The counts of England and of each area, by the areas' names; schools of no known area last. */
export function countParts(name: PartCounts['name'], schools: readonly Answered[]): PartCounts {
  const areas = new Map<number | null, AreaCounts>();
  for (const { laCode, laName, answer } of schools) {
    const area = areas.get(laCode) ?? { laCode, laName: laName ?? UNKNOWN_AREA, counts: noCounts() };
    area.counts[answer.state] += 1;
    areas.set(laCode, area);
  }
  const sorted = [...areas.values()].toSorted(
    (a, b) => Number(a.laCode === null) - Number(b.laCode === null) || a.laName.localeCompare(b.laName),
  );
  return { name, england: tally(schools.map(({ answer }) => answer)), areas: sorted };
}

/**
 * Schools found to meet a definition in these parts of it; null where none is while of some it cannot be told, which is not the same
 * as none meeting it.
 */
export function found(parts: readonly PartCounts[]): number | null {
  const sum = (state: AnswerState) => parts.reduce((total, { england }) => total + england.counts[state], 0);
  if (parts.length === 0 || (sum('meets') === 0 && sum('cannot be told') > 0)) return null;
  return sum('meets');
}

/** The areas' counts summed by region, in the order of the regions' names. */
export function byRegion(
  areas: readonly AreaCounts[],
  regionOf: ReadonlyMap<number, string>,
): { region: string; counts: Record<AnswerState, number> }[] {
  const sums = new Map<string, Record<AnswerState, number>>();
  for (const { laCode, counts } of areas) {
    const region = (laCode === null ? undefined : regionOf.get(laCode)) ?? UNKNOWN_AREA;
    const sum = sums.get(region) ?? noCounts();
    for (const state of ANSWER_STATES) sum[state] += counts[state];
    sums.set(region, sum);
  }
  return [...sums]
    .map(([region, counts]) => ({ region, counts }))
    .toSorted(
      (a, b) =>
        Number(a.region === UNKNOWN_AREA) - Number(b.region === UNKNOWN_AREA) || a.region.localeCompare(b.region),
    );
}
