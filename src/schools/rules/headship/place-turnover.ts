import type { HeadshipChange } from './headship-change.ts';
import { rateInterval } from './rate-interval.ts';
import { type Stretch, type Turnover, turnoverOf } from './turnover.ts';

/** Turnover with the 95% interval of its rate; null where the rate is. */
export interface TurnoverWithin extends Turnover {
  interval: [low: number, high: number] | null;
}

/** What one extract shows for the first time: changes since the extract before it that tells of the same school. */
export interface ExtractTurnover extends TurnoverWithin {
  /** ISO date of the extract. */
  shownBy: string;
  /** Schools that an earlier extract tells of too. */
  schools: number;
  /** Of those who came in a certain or likely change, those whom no earlier extract names as a head. */
  notSeenBefore: number;
}

/** How often heads change in a place, and what that rests on. */
export interface PlaceTurnover {
  /** ISO dates of the extracts that name a head of any of its schools, the earliest first. */
  days: string[];
  /** Schools of which two extracts tell or more, and those of which one does: these are not counted, for there is nothing to compare. */
  schools: number;
  once: number;
  turnover: TurnoverWithin;
  /** The earliest first. */
  byExtract: ExtractTurnover[];
}

/** A school with the days on which extracts tell of it and what lies between them. */
export interface Watched {
  days: readonly string[];
  stretches: readonly Stretch[];
  changes: readonly HeadshipChange[];
}

/** Adds up schools to the turnover of their place. A stretch belongs to the extract that ends it. */
export function placeTurnover(schools: readonly Watched[]): PlaceTurnover {
  const byDay = new Map<string, Stretch[]>();
  for (const stretch of schools.flatMap(({ stretches }) => stretches)) {
    const held = byDay.get(stretch.notAfter);
    if (held === undefined) byDay.set(stretch.notAfter, [stretch]);
    else held.push(stretch);
  }
  const newcomers = new Map<string, number>();
  for (const { first, class: verdict, notAfter } of schools.flatMap(({ changes }) => changes)) {
    if (verdict === 'unclear' || first?.answer !== 'not seen before') continue;
    newcomers.set(notAfter, (newcomers.get(notAfter) ?? 0) + 1);
  }
  const days = [...new Set(schools.flatMap((school) => school.days))].toSorted();
  return {
    days,
    schools: schools.filter(({ stretches }) => stretches.length > 0).length,
    once: schools.filter(({ days: told, stretches }) => told.length > 0 && stretches.length === 0).length,
    turnover: within([...byDay.values()].flat()),
    byExtract: days
      .filter((day) => byDay.has(day))
      .map((day) => ({
        shownBy: day,
        schools: byDay.get(day)!.length,
        notSeenBefore: newcomers.get(day) ?? 0,
        ...within(byDay.get(day)!),
      })),
  };
}

function within(stretches: readonly Stretch[]): TurnoverWithin {
  const turnover = turnoverOf(stretches);
  const { certain, likely, schoolYears, perHundredSchoolYears } = turnover;
  const interval = perHundredSchoolYears === null ? null : rateInterval(certain + likely, schoolYears);
  return { ...turnover, interval };
}
