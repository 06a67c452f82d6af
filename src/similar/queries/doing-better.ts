import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import type { MeasureCode } from '../../opendata/rules/measures.ts';
import { policyAsAt } from '../../policies.ts';
import type { SchoolFacts } from '../../schools/rules/facts.ts';
import { keyStageOf } from '../../schools/rules/key-stage.ts';
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
  const measures = policy.measures.filter((one) => one.keyStage === keyStage);
  const standings = await Promise.all(measures.map((measure) => standingOf(db, measure, school.urn)));
  const asked = standings.find(({ measure, newest }) => measure.measure === wanted.measure && newest !== null);
  const chosen = asked ?? weakest(standings);
  const inRange = Array.from(space.urns.keys()).filter((other) => other !== row && allowed(other));
  const limit = limitOfShare(space, row, policy.similarShare);
  const similar = inRange.filter((other) => squaredDistance(space, row, other) <= limit);
  const looked = { standings, chosen, byReader: asked !== undefined, inRange: inRange.length, similar: similar.length };
  if (chosen === null) return { ...looked, comparable: 0, better: 0, found: [] };
  const figures = await yearFigures(db, chosen.measure);
  const own = figures(school.urn);
  const leads = new Map<number, Lead>();
  let comparable = 0;
  for (const other of similar) {
    const lead = leadOf(own, figures(space.urns[other]!), chosen.measure, policy);
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

async function standingOf(db: Kysely<Database>, measure: BetterMeasure, urn: number): Promise<Standing> {
  const figures = await yearFigures(db, measure);
  const newest = figures(urn).at(-1) ?? null;
  if (newest === null) return { measure, newest, place: null };
  const all = await measureOf(db, measure.measure, newest.year);
  return { measure, newest, place: placeAmong(newest.value, all.values()) };
}

/** The years of a school that have both a figure and a number of pupils, oldest first. */
async function yearFigures(db: Kysely<Database>, measure: BetterMeasure): Promise<(urn: number) => YearFigure[]> {
  const years = measure.years.toSorted((a, b) => a - b);
  const [values, pupils] = await Promise.all([
    Promise.all(years.map((year) => measureOf(db, measure.measure, year))),
    Promise.all(years.map((year) => measureOf(db, measure.pupils, year))),
  ]);
  return (urn) =>
    years.flatMap((year, i) => {
      const value = values[i]?.get(urn);
      const count = pupilsUpTo(pupils, i, urn);
      return value === undefined || count === undefined || count <= 0 ? [] : [{ year, value, pupils: count }];
    });
}

// The newest key stage 2 file has scores without pupils; a school's year groups change little from one year to the next.
function pupilsUpTo(pupils: readonly FigureBySchool[], year: number, urn: number): number | undefined {
  for (let i = year; i >= 0; i -= 1) {
    const count = pupils[i]?.get(urn);
    if (count !== undefined) return count;
  }
  return undefined;
}
