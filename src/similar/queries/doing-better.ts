import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import type { MeasureCode } from '../../opendata/rules/measures.ts';
import { policyAsAt } from '../../policies.ts';
import { perVersion } from '../../schools/queries/per-version.ts';
import type { SchoolFacts } from '../../schools/rules/facts.ts';
import { type KeyStage, keyStageOf } from '../../schools/rules/key-stage.ts';
import type { DoingBetter, Standing } from '../rules/better-school.ts';
import {
  type BetterMeasure,
  type DoingBetterPolicy,
  type Lead,
  leadOf,
  placeAmong,
  weakest,
  type YearFigure,
} from '../rules/doing-better.ts';
import type { FeatureSpace } from '../rules/feature-space.ts';
import { squaredDistance } from '../rules/distance.ts';
import { nearestByScan } from '../rules/nearest.ts';
import { limitOfShare } from '../rules/likeness-order.ts';
import type { Near } from '../rules/nearest-so-far.ts';
import { doingBetterKind } from '../schema/doing-better.ts';
import { type FigureBySchool, measureOf } from './context-figures.ts';

// More than anybody would ask; those beyond are less like the school than all of these.
const MOST = 40;

/** When a similar school does better, on the date. Throws PolicyError when a file is malformed or none holds. */
export function doingBetterAsAt(date: string): DoingBetterPolicy {
  return policyAsAt(doingBetterKind, date);
}

/** Schools found to do better, still as rows. */
export interface FoundBetter extends Omit<DoingBetter, 'schools' | 'leftOut'> {
  found: { near: Near; lead: Lead }[];
}

/**
 * Looks among all schools that `allowed` lets through and that count as similar, not among those listed alone, for those
 * that do better than `school` on the measure asked for, or on the one on which it stands lowest among England's schools.
 */
export async function findBetter(
  db: Kysely<Database>,
  wanted: {
    school: SchoolFacts;
    space: FeatureSpace;
    row: number;
    allowed: (row: number) => boolean;
    measure: MeasureCode | null;
    policy: DoingBetterPolicy;
  },
): Promise<FoundBetter> {
  const { school, space, row, allowed, policy } = wanted;
  const keyStage = keyStageOf(school.phase);
  const results = await resultsOf(db, policy, keyStage);
  const standings = results.map((result) => standingOf(result, school.urn));
  const asked = standings.find(({ measure, newest }) => measure.measure === wanted.measure && newest !== null);
  const chosen = asked ?? weakest(standings);
  const inRange = Array.from(space.urns.keys()).filter((other) => other !== row && allowed(other));
  const limit = limitOfShare(space, row, policy.similarShare);
  const similar = inRange.filter((other) => squaredDistance(space, row, other) <= limit);
  const looked = { standings, chosen, byReader: asked !== undefined, inRange: inRange.length, similar: similar.length };
  if (chosen === null) return { ...looked, comparable: 0, better: 0, found: [] };
  const years = results.find(({ measure }) => measure === chosen.measure)?.years ?? new Map<number, YearFigure[]>();
  const own = years.get(school.urn) ?? [];
  const leads = new Map<number, Lead>();
  let comparable = 0;
  for (const other of similar) {
    const lead = leadOf(own, years.get(space.urns[other]!) ?? [], chosen.measure, policy);
    if (lead === null) continue;
    comparable += 1;
    if (lead.isBetter) leads.set(other, lead);
  }
  const nearest = nearestByScan(space, row, MOST, (other) => leads.has(other));
  const found = nearest.flatMap((near) => {
    const lead = leads.get(near.row);
    return lead === undefined ? [] : [{ near, lead }];
  });
  return { ...looked, comparable, better: leads.size, found };
}

/** One measure of all schools. */
interface Results {
  measure: BetterMeasure;
  /** Years that have both a figure and a number of pupils, by school, oldest first. */
  years: ReadonlyMap<number, YearFigure[]>;
  /** The figures of each year. */
  values: ReadonlyMap<number, FigureBySchool>;
}

function standingOf({ measure, years, values }: Results, urn: number): Standing {
  const newest = years.get(urn)?.at(-1) ?? null;
  const all = newest === null ? undefined : values.get(newest.year)?.values();
  return { measure, newest, place: newest === null || all === undefined ? null : placeAmong(newest.value, all) };
}

// Put together once after an import: a page looks at every year of every measure.
const kept = new Map<string, (db: Kysely<Database>) => Promise<Results[]>>();

function resultsOf(db: Kysely<Database>, policy: DoingBetterPolicy, keyStage: KeyStage): Promise<Results[]> {
  const key = `${policy.id} ${keyStage}`;
  const measures = policy.measures.filter((one) => one.keyStage === keyStage);
  const read =
    kept.get(key) ?? perVersion((from) => Promise.all(measures.map((measure) => readResults(from, measure))));
  kept.set(key, read);
  return read(db);
}

async function readResults(db: Kysely<Database>, measure: BetterMeasure): Promise<Results> {
  const published = measure.years.toSorted((a, b) => a - b);
  const [values, pupils] = await Promise.all([
    Promise.all(published.map((year) => measureOf(db, measure.measure, year))),
    Promise.all(published.map((year) => measureOf(db, measure.pupils, year))),
  ]);
  const years = new Map<number, YearFigure[]>();
  published.forEach((year, i) => {
    for (const [urn, value] of values[i]!) {
      const count = pupilsUpTo(pupils, i, urn);
      if (count === undefined || count <= 0) continue;
      const own = years.get(urn) ?? [];
      own.push({ year, value, pupils: count });
      years.set(urn, own);
    }
  });
  return { measure, years, values: new Map(published.map((year, i) => [year, values[i]!])) };
}

// The newest key stage 2 file has scores without pupils; a school's year groups change little from one year to the next.
function pupilsUpTo(pupils: readonly FigureBySchool[], year: number, urn: number): number | undefined {
  for (let i = year; i >= 0; i -= 1) {
    const count = pupils[i]?.get(urn);
    if (count !== undefined) return count;
  }
  return undefined;
}
