import type { DatasetCurrency } from '../../opendata/rules/data-currency.ts';
import { yearSpan } from '../../opendata/rules/years.ts';
import { dayText } from './figure-words.ts';

/** A month as people write it: "October 2025". `iso` is YYYY-MM. */
export function monthText(iso: string): string {
  return new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${iso}-01T00:00:00Z`),
  );
}

/** Academic or financial years in few words: 2015, 2016, 2017 and 2020 are "2015-16 to 2017-18, 2020-21". */
export function yearsText(years: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const year of years) {
    const run = runs.at(-1);
    if (run && run[1] === year - 1) run[1] = year;
    else runs.push([year, year]);
  }
  return runs
    .map(([first, last]) => (first === last ? yearSpan(first) : `${yearSpan(first)} to ${yearSpan(last)}`))
    .join(', ');
}

/** The years that are held: those at their last stage, then those that are not. Null for a register. */
export function heldText({ years }: Pick<DatasetCurrency, 'years'>): string | null {
  if (years.length === 0) return null;
  const stages = new Set(years.map(({ stage }) => stage));
  return [...stages]
    .map((stage) => `${yearsText(years.filter((held) => held.stage === stage).map(({ year }) => year))} (${stage})`)
    .join('; ');
}

/** What is published and not held, and what was not published at all; empty when nothing is missing. */
export function missingText({
  missing,
  without,
  superseded,
}: Pick<DatasetCurrency, 'missing' | 'without' | 'superseded'>): string[] {
  const reasons = [...new Set(without.map(({ why }) => why))];
  return [
    ...(missing.length > 0 ? [`${yearsText(missing)}: published, not held`] : []),
    ...superseded.map(
      ({ year, held, published, month }) =>
        `${yearSpan(year)}: ${held} held, ${published} published in ${monthText(month)}`,
    ),
    ...reasons.map((why) => `${yearsText(without.filter((none) => none.why === why).map(({ year }) => year))}: ${why}`),
  ];
}

/** When the next issue was or is due, and whether that time has passed: what is held is likely to be out of date then. */
export function nextText({ next }: Pick<DatasetCurrency, 'next'>): { words: string; past: boolean } {
  switch (next.kind) {
    case 'daily':
      return next.daysOld < 2
        ? { words: 'Published every day', past: false }
        : { words: `Published every day: this one is ${ageText(next.daysOld)} old`, past: true };
    case 'due': {
      const of = next.year === null ? 'The next' : `${yearSpan(next.year)} (${next.stage})`;
      return { words: `${of} ${next.past ? 'was' : 'is'} due in ${monthText(next.month)}`, past: next.past };
    }
    case 'followed':
      return {
        words: next.past
          ? `Followed by ${next.what} in ${monthText(next.month)}`
          : `${next.what} are due in ${monthText(next.month)}`,
        past: next.past,
      };
    case 'none':
      return { words: next.why ?? 'Published once', past: false };
    case 'unknown':
      return { words: 'How often it is published is not known here', past: false };
  }
}

const DAYS_A_YEAR = 365.25;

function ageText(days: number): string {
  if (days < 60) return `${days} days`;
  const years = Math.floor(days / DAYS_A_YEAR);
  if (years < 2) return `${Math.round((days / DAYS_A_YEAR) * 12)} months`;
  return `${years} years`;
}

/** What else than the files of a dataset tells how current the data is. */
interface Beside {
  /** Day of the register of mainstream schools, ISO; null while none is loaded. */
  registerAsAt: string | null;
  /** The last day on which an inspection that is held began, ISO; null while none is held. */
  latestInspection: string | null;
}

/** What is newer than what, and what pages make of it: a sentence each. */
export function newerThanWhat(
  datasets: readonly DatasetCurrency[],
  { registerAsAt, latestInspection }: Beside,
): string[] {
  if (registerAsAt === null) return [];
  const register = `the register of schools is of ${dayText(registerAsAt)}`;
  const newest = (...ids: DatasetCurrency['dataset'][]) =>
    datasets
      .filter(({ dataset }) => ids.includes(dataset))
      .map((dataset) => dataset.newest)
      .toSorted((a, b) => b.asAt.localeCompare(a.asAt))[0];
  const sentences: string[] = [];
  if (latestInspection !== null) {
    sentences.push(
      latestInspection > registerAsAt
        ? `Inspections run to ${dayText(latestInspection)} and ${register}: later ones are left out of lists, need and plans.`
        : `Inspections run to ${dayText(latestInspection)} and ${register}: any in between are not held.`,
    );
  }
  const members = newest('gias-all-grouplinks', 'gias-academy-grouplinks');
  if (members) {
    sentences.push(
      members.asAt < registerAsAt
        ? `Members of trusts and federations are as at ${dayText(members.asAt)} and ${register}: a school that joined or left in between is shown as it was before.`
        : `Members of trusts and federations are as at ${dayText(members.asAt)} and ${register}: what began later is left out.`,
    );
  }
  const dated = [
    { what: 'Trusts, federations and sponsors', file: newest('gias-groups') },
    { what: 'Predecessors and successors', file: newest('gias-links') },
  ];
  for (const { what, file } of dated) {
    if (file === undefined || file.asAt <= registerAsAt) continue;
    sentences.push(`${what} are as at ${dayText(file.asAt)} and ${register}: what happened later is left out.`);
  }
  const census = newest('census');
  if (census) {
    sentences.push(
      `Pupil numbers, free school meals and first language are those of the pupil census of ${yearSpan(census.year ?? 0)}, as at ${dayText(census.asAt)}: a register does not say of which day its own are, so they are not read.`,
    );
  }
  return sentences;
}
