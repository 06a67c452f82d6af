import { dayText } from '../../schools/rules/figure-words.ts';
import type { SchoolFacts } from '../../schools/rules/facts.ts';
import type { Assessing } from './assessing.ts';
import { clear, type IndicatorResult, missing, raised } from './assessment.ts';
import type { Entry } from './entry.ts';
import type { EnteredIndicator } from './need-policy.ts';

/**
 * What people entered of a school: the newest entry decides, by the day on which it was seen and then by when it was
 * entered, unless it is older than the policy lets it count. Without one nothing is known, which is not the same as nothing
 * being wrong. An entry whose level the policy does not have is passed over.
 */
export function entered(
  school: Pick<SchoolFacts, 'urn'>,
  indicator: EnteredIndicator,
  at: Pick<Assessing, 'asAt' | 'entries' | 'entriesAsAt'>,
): IndicatorResult {
  const day = at.entriesAsAt ?? at.asAt;
  const levels = [indicator.clearLevel, ...indicator.steps.map(({ level }) => level)];
  const newest = (at.entries?.get(school.urn) ?? [])
    .filter(({ code, level, on }) => code === indicator.code && on <= day && levels.includes(level))
    .reduce<Entry | null>((found, entry) => (found === null || isNewer(entry, found) ? entry : found), null);
  if (newest === null) return missing(indicator, 'Nobody has entered anything about this.');
  const year = Number(newest.on.slice(0, 4));
  if (newest.on < monthsBefore(day, indicator.validMonths)) {
    return missing(
      indicator,
      `The newest entry is of ${dayText(newest.on)}, and the policy counts entries of the last ${indicator.validMonths} months.`,
      { year },
    );
  }
  const sentence = `${ofTheDay(newest)} ${asSentence(newest.evidence)}`;
  const step = indicator.steps.find(({ level }) => level === newest.level);
  return step === undefined
    ? clear(indicator, sentence, { year })
    : raised(indicator, sentence, { year, level: step.level, points: step.points });
}

function isNewer(one: Entry, other: Entry): boolean {
  if (one.on !== other.on) return one.on > other.on;
  // Two entries of the same moment are told apart by their ids, so that the order in which they are read never decides.
  return one.at === other.at ? one.id > other.id : one.at > other.at;
}

function ofTheDay({ level, on, role }: Entry): string {
  return `Seen on ${dayText(on)} by ${role}: ${level}.`;
}

function asSentence(evidence: string): string {
  const text = evidence.trim();
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** The ISO day so many months before: the last of its month where that is shorter. */
function monthsBefore(day: string, months: number): string {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}
